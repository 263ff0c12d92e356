import type { CardError, CardReading } from '../../../../common/contracts/devices/card.ts';
import { err, ok, type Result } from '../../../../common/kernel/result.ts';
import { type PersonaInput, personaSchema } from '../../emulator/persona.ts';
import { VirtualCard } from '../../emulator/virtual-card.ts';
import type { CardPort } from '../port.ts';
import { readSocialSecurityCard, type SocialCard } from '../read-card.ts';

export const TODAY = '2026-11-21';
export const ATR = '3B6D000000810099885086659900010203';

/** The fictional holder of the textbook number. */
export const holder = {
  specVersion: '2.00',
  cardId: '110105D15600000500012345A1B2C3D4',
  cardNumber: 'A12345678',
  issuedOn: '20180601',
  expiresOn: '20280601',
  socialSecurityNumber: '11010519491231002X',
  name: '测试甲',
  sex: '2',
  nation: '01',
  birthPlace: '110105',
  birthDate: '19491231',
} as const;

export const whole: CardReading = {
  specVersion: '2.00',
  cardNumber: 'A12345678',
  cardId: '110105D15600000500012345A1B2C3D4',
  regionCode: '110105',
  issuedOn: '2018-06-01',
  expiresOn: '2028-06-01',
  socialSecurityNumber: '11010519491231002X',
  name: '测试甲',
  sex: 'female',
  nation: '01',
  birthPlace: '110105',
  birthDate: '1949-12-31',
  atr: ATR,
  needsHsm: false,
  warnings: [],
};
export const nobody = {
  socialSecurityNumber: null,
  name: null,
  sex: null,
  nation: null,
  birthPlace: null,
  birthDate: null,
};

export type Change = Omit<PersonaInput, 'label' | 'holder'> & {
  holder?: Partial<Record<keyof typeof holder, string>> | null;
};

export function cardOf(change: Change = {}): VirtualCard {
  const persona = change.holder === null ? null : { ...holder, ...change.holder };
  return new VirtualCard(personaSchema.parse({ ...change, label: 'test', holder: persona }));
}

/** A port to the card that fails from the `limit`-th APDU on and counts. */
export function portTo(card: VirtualCard, limit = Number.POSITIVE_INFINITY, error: CardError = 'CARD_REMOVED') {
  const port = {
    sent: [] as Uint8Array[],
    transmit(apdu: Uint8Array): Promise<Result<Uint8Array, CardError>> {
      if (port.sent.length >= limit) return Promise.resolve(err(error));
      port.sent.push(Uint8Array.from(apdu));
      return Promise.resolve(ok(card.answer(apdu)));
    },
  };
  return port;
}

export const read = (port: CardPort): Promise<Result<SocialCard, CardError>> =>
  readSocialSecurityCard(port, { atr: ATR, today: TODAY });
export const readingOf = async (change: Change): Promise<CardReading | CardError> => {
  const result = await read(portTo(cardOf(change)));
  return result.ok ? result.value.reading : result.error;
};
