import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import {
  changePin,
  parseResponse,
  readRecordById,
  SSSE_NAME,
  selectByName,
  selectFile,
  verifyPin,
  withLe,
} from './apdu.ts';
import { fromHex, toHex } from './bytes.ts';
import { parseCardDate } from './dates.ts';
import { statusMeaning, triesLeft } from './status-words.ts';
import { parseCardName } from './text.ts';
import { parseFci, parseRecord, parseTlv } from './tlv.ts';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('command APDUs', () => {
  test('SELECT names the environment by the GBK of sx1.sh.社会保障', () => {
    expect(toHex(SSSE_NAME)).toBe(iconv.encode('sx1.sh.社会保障', 'gbk').toString('hex').toUpperCase());
    expect(toHex(selectByName(SSSE_NAME))).toBe('00A404000F7378312E73682EC9E7BBE1B1A3D5CF');
  });
  test.each([
    [selectFile(0xef05, 0x00), '00A4000002EF05'],
    [selectFile(0xef06, 0x02), '00A4020002EF06'],
    [readRecordById(0x08, 0, 0x14), '00B2080014'],
    [readRecordById(0x01, 5, 0x12), '00B2012812'],
    [withLe(readRecordById(0x08, 0, 0x12), 0x6c14), '00B2080014'],
    [verifyPin(ascii('123456')), '0020000003123456'],
    [verifyPin(ascii('12345')), '002000000312345F'],
    [changePin(ascii('123456'), ascii('729406')), '805E010007123456FF729406'],
    [changePin(ascii('1357'), ascii('729406')), '805E0100061357FF729406'],
  ])('%#', (apdu, hex) => {
    expect(apdu && toHex(apdu)).toBe(hex);
  });
  test.each(['', '123', '12345678901234567', '12a456'])('no VERIFY for %j', (pin) => {
    expect(verifyPin(ascii(pin))).toBeNull();
    expect(changePin(ascii(pin), ascii('729406'))).toBeNull();
    expect(changePin(ascii('729406'), ascii(pin))).toBeNull();
  });
  test('a reply without a status word is none', () => {
    expect(parseResponse(Uint8Array.of())).toBeNull();
    expect(parseResponse(Uint8Array.of(0x90))).toBeNull();
    expect(parseResponse(fromHex('0102 9000'))).toEqual({ data: Uint8Array.of(1, 2), sw: 0x9000 });
  });
});

describe('status words', () => {
  test.each([
    [0x9000, 'ok'],
    [0x6118, 'more'],
    [0x6c14, 'wrongLe'],
    [0x6282, 'warning'],
    [0x6283, 'locked'],
    [0x63c5, 'refused'],
    [0x6982, 'protected'],
    [0x6a88, 'protected'],
    [0x6983, 'blocked'],
    [0x6a82, 'missing'],
    [0x6a83, 'missing'],
    [0x9303, 'locked'],
    [0x6f00, 'failed'],
    [0x0000, 'absurd'],
    [0x6000, 'absurd'],
    [0x1234, 'absurd'],
    [0xffff, 'absurd'],
  ])('%i', (sw, meaning) => {
    expect(statusMeaning(sw)).toBe(meaning);
  });
  test('tries left come from 63Cx alone', () => {
    expect([0x63c0, 0x63c3, 0x63cf, 0x6300, 0x6983].map(triesLeft)).toEqual([0, 3, 15, null, null]);
  });
});

describe('TLV', () => {
  test('the FCI of the second generation names SSSE and no algorithm', () => {
    const fci = parseFci(fromHex('6F16 840F 7378312E73682EC9E7BBE1B1A3D5CF A503 88011E'));
    expect(fci?.algorithm).toBe(1);
    expect(fci?.name && toHex(fci.name)).toBe(toHex(SSSE_NAME));
  });
  test('the FCI of the third generation says SM4 in 9F0C', () => {
    const fci = parseFci(fromHex('6F1C 840F 7378312E73682EC9E7BBE1B1A3D5CF A509 88011E 9F0C03860103'));
    expect(fci?.algorithm).toBe(3);
  });
  test.each(['6F', '6F05', '6F028403', '31', '9F', '9FFF01', '6F8200'])('%s is no FCI', (hex) => {
    expect(parseFci(fromHex(hex))).toBeNull();
  });
  test('records: whole, with rest, short, other, long length', () => {
    expect(parseRecord(fromHex('0301AA'), 3)).toMatchObject({ kind: 'record', value: fromHex('AA') });
    expect(parseRecord(fromHex('0301AAFFFF'), 3)).toMatchObject({ kind: 'record', rest: fromHex('FFFF') });
    expect(parseRecord(fromHex('0305AA'), 3)).toEqual({ kind: 'short', wanted: 7 });
    expect(parseRecord(fromHex('0401AA'), 3)).toEqual({ kind: 'other' });
    expect(parseRecord(fromHex('038101AA'), 3)).toMatchObject({ kind: 'record', value: fromHex('AA') });
  });
  test('no bytes make the parsers throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        parseTlv(bytes);
        parseFci(bytes);
        parseRecord(bytes, bytes[0] ?? 0);
        parseCardDate(bytes);
        parseCardName(bytes, bytes);
      }),
    );
  });
});

describe('dates', () => {
  test.each([
    ['BCD', '20180601', 'day', '2018-06-01'],
    ['BCD, leap day', '20000229', 'day', '2000-02-29'],
    ['BCD with padding behind', '20180601FFFF', 'day', '2018-06-01'],
    ['BCD year, rest 00', '20190000', 'year', '2019'],
    ['BCD year, rest FF', '2019FFFF', 'year', '2019'],
    ['BCD year alone', '2019', 'year', '2019'],
    ['BCD without a day', '20190600', 'year', '2019'],
    ['BCD without end', '99991231', 'day', '9999-12-31'],
    ['ASCII year', '32303132', 'year', '2012'],
    ['ASCII year 2019', '32303139', 'year', '2019'],
    ['ASCII day', '3230313830363031', 'day', '2018-06-01'],
    ['ASCII with dashes', '323031382D30362D3031', 'day', '2018-06-01'],
    ['ASCII month', '323031383036', 'year', '2018'],
    ['ASCII year padded', '3230313900000000', 'year', '2019'],
  ] as const)('%s', (_, hex, kind, text) => {
    expect(parseCardDate(fromHex(hex))).toEqual({ kind, text });
  });
  test.each(['00000000', 'FFFFFFFF', '20202020', ''])('%j is no date', (hex) => {
    expect(parseCardDate(fromHex(hex))).toEqual({ kind: 'none' });
  });
  test.each(['20181332', '20190229', '12345678', 'ABCDEF01', '30363031', '2018', '07E20601'])(
    '%s is unreadable or a year',
    (hex) => {
      expect(parseCardDate(fromHex(hex)).kind).toBe(hex === '2018' ? 'year' : 'unreadable');
    },
  );
});

describe('names', () => {
  const none = new Uint8Array();
  const gb = (text: string): Uint8Array => new Uint8Array(iconv.encode(text, 'gb18030'));
  const fill = (bytes: Uint8Array, length: number, padding: number): Uint8Array =>
    Uint8Array.from({ length }, (_, i) => bytes[i] ?? padding);

  test.each(['王二', '㛃䶮𠮷', '阿依古丽·买买提', 'OTTO 奥托'])('%s, whatever it is padded with', (name) => {
    for (const padding of [0x00, 0x20, 0xff]) {
      expect(parseCardName(fill(gb(name), 30, padding), none)).toEqual({ kind: 'name', text: name });
    }
  });
  test('a character that straddles the two records is one character', () => {
    const name = '一二三四五六七八九十一二三四𠮷库';
    const bytes = gb(name);
    const [first, rest] = [bytes.subarray(0, 30), bytes.subarray(30)];
    expect(parseCardName(first, fill(rest, 20, 0))).toEqual({ kind: 'name', text: name });
  });
  test('what stands behind a NUL is not the name', () => {
    expect(parseCardName(fill(Uint8Array.of(...gb('王二'), 0, 0x41), 30, 0), none)).toEqual({
      kind: 'name',
      text: '王二',
    });
  });
  test('padding alone is no name, broken bytes are unreadable', () => {
    expect(parseCardName(new Uint8Array(30), new Uint8Array(20))).toEqual({ kind: 'none' });
    expect(parseCardName(fromHex('A1A1A1A1'), none)).toEqual({ kind: 'none' });
    for (const hex of ['81', 'FFFE', 'B2E281', '0701', 'B2FF']) {
      expect(parseCardName(fromHex(hex), none)).toEqual({ kind: 'unreadable' });
    }
  });
  test('every name that GB 18030 can write comes back', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'王李张刘陈㛃䶮𠮷赵·欧阳娜AZ'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(letters, (name) => {
        const bytes = gb(name);
        const read = parseCardName(fill(bytes.subarray(0, 30), 30, 0), bytes.subarray(30));
        expect(read).toEqual({ kind: 'name', text: name });
      }),
    );
  });
});
