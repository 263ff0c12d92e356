import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fen } from './money.ts';
import * as r from './ratio.ts';

const any = fc.tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }));

describe('exact fractions', () => {
  test('stay in lowest terms with a positive denominator', () => {
    expect(r.ratio(6, -4)).toEqual({ num: -3n, den: 2n });
    expect(r.ratio(0, -7)).toEqual({ num: 0n, den: 1n });
    expect(() => r.ratio(1, 0)).toThrow(RangeError);
    expect(() => r.over(r.ONE, r.ZERO)).toThrow(RangeError);
  });

  test('half up, away from zero', () => {
    expect([r.ratio(1, 2), r.ratio(-1, 2), r.ratio(49, 100), r.ratio(5, 3)].map((x) => r.roundHalfUp(x))).toEqual([
      1n,
      -1n,
      0n,
      2n,
    ]);
    expect(r.toFen(r.ratio(9_175_951, 2))).toBe(4_587_976);
    expect(r.formatRatio(r.ratio(2, 3), 4)).toBe('0.6667');
    expect(r.formatRatio(r.ratio(-1, 200), 2)).toBe('-0.01');
    expect(r.formatRatio(r.ratio(5, 2), 0)).toBe('3');
  });

  test('order', () => {
    expect([r.compare(r.ONE, r.ZERO), r.compare(r.ZERO, r.ONE), r.compare(r.ONE, r.ratio(3, 3))]).toEqual([1, -1, 0]);
    expect(r.smaller(r.ONE, r.ZERO)).toBe(r.ZERO);
    expect(r.larger(r.ONE, r.ZERO)).toBe(r.ONE);
  });

  test('sum, difference, product and quotient undo each other exactly', () => {
    fc.assert(
      fc.property(any, any, ([a, b], [c, d]) => {
        const [x, y] = [r.ratio(a, b), r.ratio(c, d)];
        expect(r.minus(r.plus(x, y), y)).toEqual(x);
        if (y.num !== 0n) expect(r.over(r.times(x, y), y)).toEqual(x);
      }),
    );
  });

  test('an amount of fen comes back as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (n) => {
        expect(r.toFen(r.ofFen(fen(n)))).toBe(n);
      }),
    );
  });
});
