import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupCheckCode, newCheckCode } from './check-code.ts';
import { compactDateTime, formatDateTime, isIsoDate, parseDateTime } from './dates.ts';
import { identityCheckCharacter, parseIdentityNumber } from './identity.ts';
import { maskName, maskNumber } from './masking.ts';
import { Pii, pii, unwrapPii } from './pii.ts';
import { randomInt } from './ports.ts';
import { seededRandom } from './seeded.ts';

const TEXTBOOK = '11010519491231002X';

describe('GB 11643', () => {
  test('the textbook number', () => {
    expect(parseIdentityNumber(TEXTBOOK)).toEqual({
      ok: true,
      value: { division: '110105', birthDate: '1949-12-31', sex: 'female' },
    });
    expect(parseIdentityNumber(TEXTBOOK.toLowerCase()).ok).toBe(true);
  });
  test('finds every single wrong digit and every neighbouring swap', () => {
    for (let i = 0; i < 17; i++) {
      for (const digit of '0123456789') {
        if (digit === TEXTBOOK[i]) continue;
        expect(parseIdentityNumber(TEXTBOOK.slice(0, i) + digit + TEXTBOOK.slice(i + 1)).ok).toBe(false);
      }
      if (i < 16 && TEXTBOOK[i] !== TEXTBOOK[i + 1]) {
        const swapped = TEXTBOOK.slice(0, i) + TEXTBOOK[i + 1] + TEXTBOOK[i] + TEXTBOOK.slice(i + 2);
        expect(parseIdentityNumber(swapped).ok).toBe(false);
      }
    }
  });
  test.each([
    ['SHAPE', '1101051949123100'],
    ['SHAPE', '1101051949123100２X'],
    ['BIRTH_DATE', '99010119490230001X'],
  ])('%s for %s', (error, text) => {
    expect(parseIdentityNumber(text)).toEqual({ ok: false, error });
  });
  test('the check character is one of eleven', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{17}$/), (s) => {
        expect('0123456789X').toContain(identityCheckCharacter(s));
      }),
    );
  });
});

describe('masking', () => {
  test.each([
    ['李秀兰', '李*兰'],
    ['张三', '张*'],
    ['欧阳娜娜', '欧**娜'],
    ['𠮷田', '𠮷*'],
    ['王', '*'],
    ['', ''],
    ['阿依古丽·买买提', '阿******提'],
  ])('%s → %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
  test('a number keeps three and four characters at most', () => {
    expect(maskNumber(TEXTBOOK)).toBe('110***********002X');
    expect(maskNumber('1234567')).toBe('*******');
    fc.assert(
      fc.property(fc.stringMatching(/^\d{15,18}$/), (n) => {
        const masked = maskNumber(n);
        expect(masked).toHaveLength(n.length);
        expect(masked.replaceAll('*', '').length).toBeLessThanOrEqual(7);
      }),
    );
  });
});

describe('personal data', () => {
  test('cannot be written out by accident', async () => {
    const { inspect } = await import('node:util');
    const secret = pii({ number: TEXTBOOK });
    expect(
      `${secret} ${JSON.stringify({ secret })} ${inspect({ secret }, { depth: 9, showHidden: true })}`,
    ).not.toContain('1949');
    expect(Object.values(secret)).toEqual([]);
    expect(unwrapPii(secret).number).toBe(TEXTBOOK);
    expect(secret).toBeInstanceOf(Pii);
  });
});

describe('dates are China Standard Time', () => {
  test('whatever the machine thinks', () => {
    expect(formatDateTime(Date.UTC(2026, 10, 18, 1, 44, 31))).toBe('2026-11-18 09:44:31');
    expect(compactDateTime(Date.UTC(2026, 11, 31, 16, 0, 0))).toBe('20270101000000');
    expect(parseDateTime('2026-11-18 09:44:31')).toBe(Date.UTC(2026, 10, 18, 1, 44, 31));
    expect(parseDateTime('2026-02-30 00:00:00')).toBeNull();
    expect(parseDateTime('2026-11-18T09:44:31')).toBeNull();
    expect(isIsoDate('2024-02-29')).toBe(true);
    expect(isIsoDate('2023-02-29')).toBe(false);
  });
});

describe('randomness', () => {
  test('one seed is one sequence', () => {
    expect([...seededRandom(7).bytes(64)]).toEqual([...seededRandom(7).bytes(64)]);
    expect([...seededRandom(7).bytes(16)]).not.toEqual([...seededRandom(8).bytes(16)]);
  });
  test('an integer is uniform enough and in bounds', () => {
    const random = seededRandom(1);
    const seen = new Array<number>(6).fill(0);
    for (let i = 0; i < 6000; i++) {
      const n = randomInt(random, 6);
      seen[n] = (seen[n] ?? 0) + 1;
    }
    expect(Math.min(...seen)).toBeGreaterThan(850);
    expect(() => randomInt(random, 0)).toThrow(RangeError);
  });
  test('a check code has 80 bits in readable letters', () => {
    const code = newCheckCode(seededRandom(3));
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
    expect(groupCheckCode(code)).toMatch(/^.{4}-.{4}-.{4}-.{4}$/);
    expect(newCheckCode(seededRandom(4))).not.toBe(code);
  });
});
