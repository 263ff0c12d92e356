import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDecimal, lineAmount, parseDecimal } from './decimal.ts';
import { addFen, fen, formatFen, negFen, parseFen, subFen } from './money.ts';

const amounts = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });

describe('fen', () => {
  test.each([
    [162850, '1628.50'],
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [-162850, '-1628.50'],
    [100, '1.00'],
  ])('%i is written %s', (value, text) => {
    expect(formatFen(fen(value))).toBe(text);
  });

  test('written and read back is the same', () => {
    fc.assert(
      fc.property(amounts, (n) => {
        expect(parseFen(formatFen(fen(n)))).toEqual({ ok: true, value: n });
      }),
    );
  });

  test.each([
    ['12', 1200],
    ['12.3', 1230],
    ['12.34', 1234],
    ['12.3400', 1234],
    ['1.2E1', 1200],
    ['123e-2', 123],
    ['-0.50', -50],
    ['+7', 700],
    ['0', 0],
    ['-0', 0],
    ['12.', 1200],
  ])('%s is %i fen', (text, value) => {
    expect(parseFen(text)).toEqual({ ok: true, value });
  });

  test.each(['', 'abc', '1,000.00', '１２', 'NaN', 'Infinity', '0x10', '1.2.3', '--1'])('%s is no number', (text) => {
    expect(parseFen(text)).toEqual({ ok: false, error: 'NOT_A_NUMBER' });
  });

  test.each(['0.001', '12.345', '1e-3', '0.009'])('%s has too many places and is not rounded', (text) => {
    expect(parseFen(text)).toEqual({ ok: false, error: 'TOO_MANY_PLACES' });
  });

  test.each(['90071992547409.92', '1e30', '9'.repeat(25)])('%s is out of range', (text) => {
    expect(parseFen(text)).toEqual({ ok: false, error: 'OUT_OF_RANGE' });
  });

  test('arithmetic is exact and refuses to leave the safe range', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        expect(subFen(addFen(fen(a), fen(b)), fen(b))).toBe(a === 0 ? 0 : a);
        expect(addFen(fen(a), negFen(fen(a)))).toBe(0);
      }),
    );
    expect(() => addFen(fen(Number.MAX_SAFE_INTEGER), fen(1))).toThrow(RangeError);
    expect(() => fen(0.1 + 0.2)).toThrow(RangeError);
  });
});

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
    expect(parseDecimal('1.23456', 4)).toEqual({ ok: false, error: 'TOO_MANY_PLACES' });
    expect(parseDecimal('1e3', 4)).toEqual({ ok: false, error: 'NOT_A_NUMBER' });
  });
});
