import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDecimal, lineAmount, parseDecimal } from './decimal.ts';

describe('decimal', () => {
  const decimal = (text: string, scale = 6) => {
    const parsed = parseDecimal(text, scale);
    if (!parsed.ok) throw new Error(text);
    return parsed.value;
  };

  test.each([
    ['2', '35.2415', 7048],
    ['3', '0.005', 2],
    ['1', '0.004999', 0],
    ['1', '0.005', 1],
    ['0.5', '0.01', 1],
    ['1', '1.005', 101],
    ['6', '35.2415', 21145],
    ['-1', '1.005', -101],
  ])('%s × %s is %i fen, half up', (count, price, value) => {
    expect(lineAmount(decimal(count), decimal(price))).toBe(value);
  });

  test('is exact where floats are not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 9_999_999 }), (count, price) => {
        const got = lineAmount({ units: BigInt(count), scale: 4 }, { units: BigInt(price), scale: 6 });
        const exact = BigInt(count) * BigInt(price); // × 10^-10 yuan = × 10^-8 fen
        expect(BigInt(got)).toBe((exact + 50_000_000n) / 100_000_000n);
      }),
    );
  });

  test('reads and writes plain notation only', () => {
    expect(formatDecimal(decimal('35.2415'), 2)).toBe('35.2415');
    expect(formatDecimal(decimal('2'), 2)).toBe('2.00');
    expect(formatDecimal(decimal('-0.5'))).toBe('-0.5');
    expect(formatDecimal(decimal('0'))).toBe('0');
    expect(formatDecimal(decimal('-20'))).toBe('-20');
    expect(formatDecimal({ units: 5n, scale: 3 })).toBe('0.005');
    expect(parseDecimal('1.23456', 4)).toEqual({ ok: false, error: 'TOO_MANY_PLACES' });
    expect(parseDecimal('1e3', 4)).toEqual({ ok: false, error: 'NOT_A_NUMBER' });
  });

  test('blanks around it and zeros at its end are no matter, within the length of the field', () => {
    expect(parseDecimal(' 1.500 ', 1)).toEqual({ ok: true, value: { units: 15n, scale: 1 } });
    expect(parseDecimal('3.', 4)).toEqual({ ok: true, value: { units: 3n, scale: 0 } });
    expect(parseDecimal('10', 0)).toEqual({ ok: true, value: { units: 10n, scale: 0 } });
    expect(parseDecimal('9'.repeat(20), 0)).toMatchObject({ ok: true });
    for (const text of ['', '-', '.5', 'x1', '1x', '+1', '9'.repeat(21), `1.${'0'.repeat(21)}`]) {
      expect(parseDecimal(text, 20), text).toEqual({ ok: false, error: 'NOT_A_NUMBER' });
    }
  });
});
