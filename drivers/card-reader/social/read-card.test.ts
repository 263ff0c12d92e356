import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardError, CardReading } from '../../../common/contracts/devices/card.ts';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import { fromHex } from '../codec/bytes.ts';
import { type PersonaInput, personaSchema } from '../emulator/persona.ts';
import { VirtualCard } from '../emulator/virtual-card.ts';
import type { CardPort } from './port.ts';
import { readSocialSecurityCard, type SocialCard } from './read-card.ts';

const TODAY = '2026-11-21';
const ATR = '3B6D000000810099885086659900010203';

/** The fictional holder of the textbook number. */
const holder = {
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

const whole: CardReading = {
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
const nobody = { socialSecurityNumber: null, name: null, sex: null, nation: null, birthPlace: null, birthDate: null };

type Change = Omit<PersonaInput, 'label' | 'holder'> & { holder?: Partial<Record<keyof typeof holder, string>> | null };

function cardOf(change: Change = {}): VirtualCard {
  const persona = change.holder === null ? null : { ...holder, ...change.holder };
  return new VirtualCard(personaSchema.parse({ ...change, label: 'test', holder: persona }));
}

/** A port to the card that fails from the `limit`-th APDU on and counts. */
function portTo(card: VirtualCard, limit = Number.POSITIVE_INFINITY, error: CardError = 'CARD_REMOVED') {
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

const read = (port: CardPort): Promise<Result<SocialCard, CardError>> =>
  readSocialSecurityCard(port, { atr: ATR, today: TODAY });
const readingOf = async (change: Change): Promise<CardReading | CardError> => {
  const result = await read(portTo(cardOf(change)));
  return result.ok ? result.value.reading : result.error;
};

describe('cards that read whole', () => {
  test.each<[string, Change, Partial<CardReading>]>([
    ['2.00', {}, {}],
    ['2.00 on a T=0 reader', { behaviour: { surface: 't0' } }, {}],
    ['1.00, without name extension', { holder: { specVersion: '1.00' } }, { specVersion: '1.00' }],
    ['2.0 with a NUL behind', { holder: { specVersion: '2.0' } }, { specVersion: '2.0' }],
    ['EF by P1 = 00 only', { behaviour: { selectFile: '00' } }, {}],
    ['EF by P1 = 02 only', { behaviour: { selectFile: '02' } }, {}],
    ['EF by short id only', { behaviour: { selectFile: 'none' } }, {}],
    ['records by number only', { behaviour: { records: 'number', surface: 't0' } }, {}],
    ['values without header', { behaviour: { bareValues: true } }, {}],
    ['values without header, T=0', { behaviour: { bareValues: true, surface: 't0' } }, {}],
    ['padded with spaces', { encoding: { padding: '20' } }, {}],
    ['padded with FF', { encoding: { padding: 'FF' } }, {}],
    ['lower-case x', { holder: { socialSecurityNumber: '11010519491231002x' } }, {}],
    ['dates in ASCII', { encoding: { dates: 'ascii' } }, {}],
    [
      'no optional record',
      { records: { EF06: { '4E': null, '0B': null, '0C': null } } },
      { nation: null, birthPlace: null },
    ],
    ['no dates', { records: { EF05: { '05': '00000000', '06': null } } }, { issuedOn: null, expiresOn: null }],
    ['ethnic group 20 is no space', { holder: { nation: '20' } }, { nation: '20' }],
    ['sex as a plain digit', { records: { EF06: { '0A': '01' } } }, { sex: 'male' }],
    ['sex unknown', { holder: { sex: '9' } }, { sex: 'unknown' }],
    ['a longer card number', { records: { EF05: { '07': '413132333435363738393939' } } }, {}],
    ['a longer number record', { records: { EF06: { '08': `${'313130313035313934393132333130303258'}000000` } } }, {}],
    ['a shorter name record', { records: { EF06: { '09': 'B2E2CAD4BCD7' } } }, {}],
    ['four-byte characters', { holder: { name: '㛃䶮𠮷' }, encoding: { name: 'gb18030' } }, { name: '㛃䶮𠮷' }],
    [
      'a name that goes on in 4E',
      { holder: { name: '阿不都热合曼·买买提依明𠮷库尔班江' }, encoding: { name: 'gb18030', padding: '20' } },
      { name: '阿不都热合曼·买买提依明𠮷库尔班江' },
    ],
  ])('%s', async (_, change, expected) => {
    expect(await readingOf(change)).toEqual({ ...whole, ...expected });
  });
  test('a plain second-generation card is read with 15 commands and no second selection of the application', async () => {
    const port = portTo(cardOf());
    await read(port);
    expect(port.sent.length).toBeLessThanOrEqual(16);
    expect(port.sent.filter((apdu) => apdu[1] === 0xa4 && apdu[2] === 0x04)).toHaveLength(1);
  });
});

describe('cards with remarks', () => {
  test.each<[string, Change, Partial<CardReading>]>([
    ['expired', { holder: { expiresOn: '20261120' } }, { expiresOn: '2026-11-20', warnings: ['CARD_EXPIRED'] }],
    ['last day', { holder: { expiresOn: '20261121' } }, { expiresOn: '2026-11-21', warnings: ['CARD_EXPIRES_SOON'] }],
    ['year only, BCD', { holder: { issuedOn: '2019' } }, { issuedOn: '2019', warnings: ['DATE_YEAR_ONLY'] }],
    [
      'year only, ASCII',
      { records: { EF05: { '05': '32303139' } } },
      { issuedOn: '2019', warnings: ['DATE_YEAR_ONLY'] },
    ],
    [
      'expired by its year',
      { records: { EF05: { '06': '32303235' } } },
      { expiresOn: '2025', warnings: ['DATE_YEAR_ONLY', 'CARD_EXPIRED'] },
    ],
    ['this year', { holder: { expiresOn: '2026' } }, { expiresOn: '2026', warnings: ['DATE_YEAR_ONLY'] }],
    ['impossible date', { holder: { issuedOn: '20181332' } }, { issuedOn: null, warnings: ['DATE_UNREADABLE'] }],
    [
      'wrong check digit',
      { holder: { socialSecurityNumber: '110105194912310021' } },
      { socialSecurityNumber: '110105194912310021', warnings: ['NUMBER_CHECK_DIGIT'] },
    ],
    [
      'a number of another shape',
      { holder: { socialSecurityNumber: 'CHN990101123456' } },
      { socialSecurityNumber: 'CHN990101123456', warnings: ['NUMBER_SHAPE'] },
    ],
    [
      'born on another day than the number says',
      { holder: { birthDate: '19500101' } },
      { birthDate: '1950-01-01', warnings: ['BIRTH_DATE_DIFFERS'] },
    ],
    [
      'name in no known code',
      { records: { EF06: { '09': `81${'00'.repeat(29)}` } } },
      { name: null, warnings: ['NAME_UNREADABLE'] },
    ],
    ['sex X', { records: { EF06: { '0A': '58' } } }, { sex: 'unknown', warnings: ['SEX_UNREADABLE'] }],
    [
      'card id without a region',
      { holder: { cardId: 'AB0105D15600000500012345A1B2C3D4' } },
      { cardId: 'AB0105D15600000500012345A1B2C3D4', regionCode: null, warnings: ['REGION_UNREADABLE'] },
    ],
  ])('%s', async (_, change, expected) => {
    expect(await readingOf(change)).toEqual({ ...whole, ...expected });
  });
});

describe('the third generation', () => {
  const withheld = { ...whole, ...nobody, issuedOn: null, expiresOn: null, needsHsm: true };
  test('3.00 needs the HSM and shows only what is open; the algorithm is SM4', async () => {
    const port = portTo(cardOf({ holder: { specVersion: '3.00' }, behaviour: { needsHsm: true, surface: 't0' } }));
    const result = await read(port);
    expect(result).toEqual(ok({ reading: { ...withheld, specVersion: '3.00' }, algorithm: 3 }));
  });
  test('a 2.00 that asks for an authentication needs it too', async () => {
    expect(await readingOf({ behaviour: { needsHsm: true } })).toEqual(withheld);
  });
});

describe('cards that cannot be read', () => {
  test.each<[string, Change, CardError]>([
    ['another application', { behaviour: { application: 'foreign' } }, 'CARD_FOREIGN'],
    ['locked application', { behaviour: { application: 'locked' } }, 'CARD_LOCKED'],
    ['an application without data', { holder: null }, 'CARD_FOREIGN'],
    ['noise', { behaviour: { garbage: 'noise' } }, 'CARD_GARBAGE'],
    ['wrong tags', { behaviour: { garbage: 'wrongTag' } }, 'CARD_GARBAGE'],
    ['wrong lengths', { behaviour: { garbage: 'badLength' } }, 'CARD_GARBAGE'],
    ['absurd status words', { behaviour: { garbage: 'absurdStatus' } }, 'CARD_GARBAGE'],
    ['a version that is none', { records: { EF05: { '03': 'DEADBEEF' } } }, 'CARD_GARBAGE'],
    ['a number of no characters', { records: { EF06: { '08': '01'.repeat(18) } } }, 'CARD_GARBAGE'],
  ])('%s', async (_, change, error) => {
    expect(await readingOf(change)).toBe(error);
  });
  test.each([0x6a82, 0x6a81, 0x6d00, 0x6e00, 0x6700, 0x6a86, 0x6982, 0x6f00])(
    'SELECT answered with %i is a foreign card',
    async (sw) => {
      const port = { transmit: () => Promise.resolve(ok(Uint8Array.of(sw >> 8, sw & 0xff))) };
      expect(await read(port)).toEqual(err('CARD_FOREIGN'));
    },
  );
  test('an application of another name that answers to every SELECT is foreign', async () => {
    const fci = fromHex('6F12 840E 315041592E5359532E4444463031A500 9000');
    expect(await read({ transmit: () => Promise.resolve(ok(fci)) })).toEqual(err('CARD_FOREIGN'));
  });
});

describe('removal', () => {
  test('before any APDU: CARD_REMOVED, and nothing is sent any more', async () => {
    for (const surface of ['t0', 't1'] as const) {
      const all = portTo(cardOf({ behaviour: { surface } }));
      await read(all);
      for (let at = 0; at < all.sent.length; at++) {
        const port = portTo(cardOf({ behaviour: { surface } }), at);
        expect(await read(port)).toEqual(err('CARD_REMOVED'));
        expect(port.sent).toHaveLength(at);
      }
    }
  });
  test('after any byte of any reply: an error, never a person that is not on the card', async () => {
    const all = portTo(cardOf());
    await read(all);
    for (let at = 0; at < all.sent.length; at++) {
      const length = cardOf().answer(all.sent[at] ?? new Uint8Array()).length;
      for (let bytes = 0; bytes < length; bytes++) {
        const card = cardOf();
        let index = 0;
        const result = await read({
          transmit(apdu) {
            const reply = card.answer(apdu);
            const mine = index++;
            if (mine > at) return Promise.resolve(err('CARD_REMOVED'));
            return Promise.resolve(ok(mine === at ? reply.subarray(0, bytes) : reply));
          },
        });
        expect(result.ok ? result.value.reading : result.error).toBeTypeOf('string');
      }
    }
  });
  test.each<CardError>(['READER_GONE', 'READER_SERVICE_DOWN', 'CARD_MUTE'])('%s passes through', async (error) => {
    expect(await read(portTo(cardOf(), 7, error))).toEqual(err(error));
  });
});

describe('noise', () => {
  const reply = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.uint8Array({ maxLength: 260 }).map((b) => Uint8Array.of(...b, 0x90, 0x00)),
    fc.constantFrom('6118', '6100', '6C00', '6C14', '9000', '6A83', '6982', '6700', '6283', '').map(fromHex),
  );
  test('no sequence of replies makes it throw or go on for ever', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(reply, { minLength: 1, maxLength: 12 }), async (replies) => {
        let sent = 0;
        const result = await read({
          transmit: () => Promise.resolve(ok(Uint8Array.from(replies[sent++ % replies.length] ?? []))),
        });
        expect(sent).toBeLessThan(600);
        expect(typeof result.ok).toBe('boolean');
      }),
      { numRuns: 500 },
    );
  });
  test('one reply replaced by noise anywhere gives a reading or an error, and no foreign person', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(20), reply, async (at, noise) => {
        const card = cardOf();
        let index = 0;
        const result = await read({
          transmit: (apdu) => {
            const right = card.answer(apdu);
            return Promise.resolve(ok(index++ === at ? Uint8Array.from(noise) : right));
          },
        });
        expect(index).toBeLessThan(120);
        expect(typeof result.ok).toBe('boolean');
      }),
      { numRuns: 500 },
    );
  });
});
