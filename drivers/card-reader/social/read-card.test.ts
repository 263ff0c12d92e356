import { describe, expect, test } from 'vitest';
import type { CardReading } from '../../../common/contracts/devices/card.ts';
import { ok } from '../../../common/kernel/result.ts';
import { type Change, cardOf, nobody, portTo, read, readingOf, whole } from './testing/cards.ts';

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
