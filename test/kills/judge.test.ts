import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';
import { killsOf, planRuns } from './plan.ts';
import { upperBound95 } from './report.ts';
import type { LedgerRow, Witnesses } from './witnesses.ts';

const row: LedgerRow = {
  setlId: 'S1',
  msgid: 'M1',
  psnNo: 'P1',
  state: 'settled',
  refundOf: null,
  total: 1000,
  funds: 600,
  account: 300,
  cash: 100,
};
const amounts = { total: 1000, funds: 600, account: 300, cash: 100 };
const good: Witnesses = {
  standing: [row],
  his: { state: 'settled', settlement: { messageId: 'M1', cashDue: '1.00' } },
  told: ['M1'],
  faults: [],
  worklist: ['settlement-after-session'],
  originals: [{ messageId: 'M1', amounts }],
  slips: 1,
};
const undone: Witnesses = {
  ...good,
  standing: [],
  his: { state: 'unpaid', settlement: null },
  told: [],
  originals: [],
};

describe('the judge', () => {
  it('has nothing against a visit that is paid and told, or undone and given back', () => {
    const clean = { lost: [], doubled: [], duplicateOriginals: 0, unresolved: [] };
    expect(judge(good, true)).toEqual({ ...clean, end: 'settled' });
    expect(judge(undone, false)).toEqual({ ...clean, end: 'undone' });
  });

  it.each<[string, Partial<Witnesses>]>([
    ['the HIS was told of another', { his: { state: 'settled', settlement: { messageId: 'M2', cashDue: '1.00' } } }],
    [
      'the HIS was told another amount',
      { his: { state: 'settled', settlement: { messageId: 'M1', cashDue: '1.01' } } },
    ],
    ['the HIS has it as unpaid', { his: { state: 'unpaid', settlement: null } }],
    ['the operator was not told', { told: [] }],
    ['the centre has nothing', { standing: [] }],
    ['a receipt of another', { originals: [{ messageId: 'M9', amounts }] }],
    ['a receipt with other amounts', { originals: [{ messageId: 'M1', amounts: { ...amounts, cash: 99 } }] }],
  ])('lost: %s', (_what, change) => {
    expect(judge({ ...good, ...change }, false).lost).not.toEqual([]);
  });

  it('lost: the screen said paid and nothing stands', () => {
    expect(judge(undone, true).lost).toHaveLength(1);
  });

  it('doubled, printed twice, left open', () => {
    expect(judge({ ...good, standing: [row, { ...row, msgid: 'M2' }] }, true).doubled).not.toEqual([]);
    expect(judge({ ...good, told: ['M1', 'M1'] }, true).doubled).not.toEqual([]);
    expect(judge({ ...good, originals: [...good.originals, ...good.originals] }, true).duplicateOriginals).toBe(1);
    expect(judge({ ...undone, his: { state: 'held', settlement: null } }, false).unresolved).not.toEqual([]);
    expect(judge({ ...good, worklist: ['settlement-unknown'] }, true).unresolved).not.toEqual([]);
    expect(judge({ ...good, faults: ['SETTLEMENT_UNRESOLVED'] }, true).unresolved).not.toEqual([]);
  });
});

describe('the plan', () => {
  it('has exactly as many kills as asked, and is the same for the same seed', () => {
    for (const n of [1, 40, 200, 2000]) {
      const runs = planRuns(n, 7);
      expect(runs.reduce((sum, run) => sum + killsOf(run), 0)).toBe(n);
      expect(planRuns(n, 7)).toEqual(runs);
    }
    expect(planRuns(40, 8)).not.toEqual(planRuns(40, 7));
  });
});

it('the bound is 3/n for none bad, and grows with each', () => {
  expect(upperBound95(0, 2000)).toBeCloseTo(3 / 2000, 4);
  expect(upperBound95(1, 2000)).toBeGreaterThan(upperBound95(0, 2000));
  expect(upperBound95(2, 2)).toBe(1);
});
