import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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
    [' 12 ', 1200],
    ['1.2e+001', 1200],
    ['1e2', 10_000],
    ['1000e-5', 1],
    ['0e-9', 0],
    ['0e999', 0],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
    ['-90071992547409.91', -Number.MAX_SAFE_INTEGER],
  ])('%s is %i fen', (text, value) => {
    expect(parseFen(text)).toEqual({ ok: true, value });
  });

  test.each([
    '',
    'abc',
    '1,000.00',
    '１２',
    'NaN',
    'Infinity',
    '0x10',
    '1.2.3',
    '--1',
    'x1',
    '1x',
    '1e',
    '1e1000',
    '.5',
  ])('%s is no number', (text) => {
    expect(parseFen(text)).toEqual({ ok: false, error: 'NOT_A_NUMBER' });
  });

  test.each(['0.001', '12.345', '1e-3', '1e-9', '0.009'])('%s has too many places and is not rounded', (text) => {
    expect(parseFen(text)).toEqual({ ok: false, error: 'TOO_MANY_PLACES' });
  });

  test.each(['90071992547409.92', '-90071992547409.92', '1e30', '1e999', '9'.repeat(25)])(
    '%s is out of range',
    (text) => {
      expect(parseFen(text)).toEqual({ ok: false, error: 'OUT_OF_RANGE' });
    },
  );

  test('arithmetic is exact and refuses to leave the safe range', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        expect(subFen(addFen(fen(a), fen(b)), fen(b))).toBe(a === 0 ? 0 : a);
        expect(addFen(fen(a), negFen(fen(a)))).toBe(0);
      }),
    );
    expect(() => addFen(fen(Number.MAX_SAFE_INTEGER), fen(1))).toThrow(RangeError);
    expect(() => fen(0.1 + 0.2)).toThrow(RangeError);
    expect(addFen()).toBe(0);
  });
});
