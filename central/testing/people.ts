import { identityCheckCharacter } from '../../common/kernel/identity.ts';
import type { PersonRow } from '../core/ledger.ts';

/** One insured person and the institution that they visit. */
export const INSTITUTION = 'H99010000001';
export const DIVISION = '990100';
export const OPERATOR = 'KIOSK01';

const first17 = '99010119850317102';
export const PERSON: PersonRow = {
  psnNo: '99010000000000000000000000001',
  certType: '01',
  certNo: first17 + identityCheckCharacter(first17),
  name: '测试乙',
  cardNumber: 'T00000001',
  cardId: '0123456789ABCDEF0123456789ABCDEF',
  sex: '2',
  nation: '01',
  birthDate: '1985-03-17',
};
