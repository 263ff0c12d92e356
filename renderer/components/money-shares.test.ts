import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen } from '../../common/kernel/money.ts';
import { split, splitFull, splitWithoutAccount } from '../fixtures/parts.ts';
import { partsOf, sharesOf } from './money-shares.ts';

const BAR_MM = 232;

describe('sharesOf', () => {
  it('is the exact share where every part is wide enough', () => {
    expect(sharesOf([fen(7500), fen(2500)], BAR_MM)).toEqual([75, 25]);
  });

  it('takes what a sliver gains from the largest part', () => {
    const [large, sliver] = sharesOf([fen(999_999), fen(1)], BAR_MM);
    expect(sliver).toBeCloseTo((3 / BAR_MM) * 100, 9);
    expect(large).toBeCloseTo(100 - (3 / BAR_MM) * 100, 9);
  });

  it('gives an empty bill no width', () => {
    expect(sharesOf([fen(0), fen(0)], BAR_MM)).toEqual([0, 0]);
    expect(sharesOf([], BAR_MM)).toEqual([]);
  });

  it('sums to 100, keeps nothing below 3 mm and nothing for zero', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 100_000_000 }).map(fen), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 60, max: 500 }), (parts, barMm) => {
        const shares = sharesOf(parts, barMm);
        if (parts.every((part) => part === 0)) return;
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 6);
        parts.forEach((part, i) => {
          const mm = ((shares[i] ?? 0) * barMm) / 100;
          if (part === 0) expect(mm).toBe(0);
          else expect(mm).toBeGreaterThanOrEqual(3 - 1e-6);
        });
      }),
    );
  });
});

describe('partsOf', () => {
  it('keeps the order pool, supplements, aid, hospital, account, cash', () => {
    expect(partsOf(split).map(({ payer }) => payer)).toEqual(['pool', 'largeAmount', 'assistance', 'account', 'cash']);
  });

  it('keeps a row for an account that pays nothing', () => {
    expect(partsOf(splitWithoutAccount).find(({ payer }) => payer === 'account')?.amount).toBe(0);
  });

  it('sums layers of one pattern where there would be too many rows', () => {
    const parts = partsOf(splitFull);
    expect(parts.map(({ payer }) => payer)).toEqual(['pool', 'solid', 'dot', 'hospital', 'account', 'cash']);
    expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(splitFull.total);
  });

  it('in brief what all funds pay is one part, and the parts still are the bill', () => {
    const parts = partsOf(splitFull, true);
    expect(parts.map(({ payer }) => payer)).toEqual(['funds', 'hospital', 'account', 'cash']);
    expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(splitFull.total);
  });
});
