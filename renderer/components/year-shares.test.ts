import { describe, expect, it } from 'vitest';
import { fen } from '../../common/kernel/money.ts';
import { columnsOf, fillOf } from './year-shares.ts';

const month = (name: number, funds: number, account: number, cash: number) => ({
  month: name,
  funds: fen(funds),
  account: fen(account),
  cash: fen(cash),
});

describe('the columns of a year', () => {
  const columns = columnsOf([month(1, 60_000, 30_000, 10_000), month(3, 25_000, 0, 1)]);

  it('are twelve; months that are missing are to come', () => {
    expect(columns.map(({ month: number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(columns.filter(({ parts }) => parts !== null).map(({ month: number }) => number)).toEqual([1, 3]);
  });

  it('have the exact share of the highest, the person on top, others at the foot', () => {
    expect(columns[0]?.parts).toEqual([
      { pattern: 'cash', percent: 10 },
      { pattern: 'account', percent: 30 },
      { pattern: 'pool', percent: 60 },
    ]);
  });

  it('show every part that is not nothing, and no column is higher than the chart', () => {
    expect(columns[2]?.parts).toEqual([
      { pattern: 'cash', percent: 4 },
      { pattern: 'account', percent: 0 },
      { pattern: 'pool', percent: 25 },
    ]);
    const [full] = columnsOf([month(1, 1_000_000, 1, 1)]);
    const high = full?.parts?.reduce((sum, { percent }) => sum + percent, 0) ?? 0;
    expect(high).toBeCloseTo(100);
  });

  it('stand empty where nothing was paid', () => {
    expect(columnsOf([month(2, 0, 0, 0)])[1]?.parts?.every(({ percent }) => percent === 0)).toBe(true);
  });
});

describe('a gauge', () => {
  it('is filled by what is used, never past its end, and never looks empty when it is not', () => {
    expect(fillOf(fen(0), fen(100))).toBe(0);
    expect(fillOf(fen(50), fen(100))).toBe(50);
    expect(fillOf(fen(500), fen(100))).toBe(100);
    expect(fillOf(fen(1), fen(1_000_000))).toBe(2);
    expect(fillOf(fen(5), fen(0))).toBe(100);
    expect(fillOf(fen(5), null)).toBe(30);
  });
});
