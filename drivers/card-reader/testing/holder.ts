import type { PersonaInput } from '../emulator/persona.ts';

/** Whoever a test's card is of: the textbook number, and a division that no place has. */
export const HOLDER = {
  specVersion: '2.00',
  cardId: '990119D15600000500012345A1B2C3D4',
  cardNumber: 'D00000002',
  issuedOn: '20180601',
  expiresOn: '20380601',
  socialSecurityNumber: '11010519491231002X',
  name: '测试戊',
  sex: '2',
  nation: '01',
  birthPlace: '990119',
  birthDate: '19491231',
} as const satisfies PersonaInput['holder'];
