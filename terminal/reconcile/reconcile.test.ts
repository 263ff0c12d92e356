import { afterEach, describe, expect, it } from 'vitest';
import type { Settings } from '../../central/core/settings.ts';
import { fen } from '../../common/kernel/money.ts';
import { type Bench, DAY, makeBench } from './testing/bench.ts';

let bench: Bench;
afterEach(() => bench.end());

type Switch = Settings['statement'][number];
const disagree = (...statement: Partial<Switch>[]): void =>
  bench.sides.kit.set({ statement: statement.map((one) => ({ kind: 'missing', nth: 0, fen: fen(1), ...one })) });

describe('a day that both have alike', () => {
  it('is agreed by 3201 alone, per insurance type', async () => {
    bench = makeBench();
    await bench.settle('OP1');
    await bench.settle('OP2', false);
    const report = await bench.compare();
    expect(report).toMatchObject({ day: DAY, state: 'agreed', rows: [], others: [], open: { rows: 0, fen: 0 } });
    expect(report.parts).toMatchObject([
      { insutype: '310', clrType: '11', result: '0', state: 'agreed', ours: { count: 2, total: 213_096 } },
      { insutype: '390', ours: { count: 0, total: 0 }, state: 'agreed' },
    ]);
    const [part] = report.parts;
    expect(part?.theirs).toEqual({ count: 2, total: 213_096, funds: part?.ours.funds, account: part?.ours.account });
    expect(bench.sent('3201')).toHaveLength(2);
    for (const infno of ['9101', '3202', '9102']) expect(bench.sent(infno)).toEqual([]);
    expect(bench.audited).toContain('reconcile.agreed');
  });
});

describe('a difference', () => {
  it('the centre lacks one of ours: asked by 5203, then the work-list', async () => {
    bench = makeBench();
    await bench.settle('OP1');
    await bench.settle('OP2');
    disagree({ kind: 'missing', nth: 1 });
    const report = await bench.compare();
    expect(report.state).toBe('open');
    expect(report.rows).toMatchObject([{ result: '2', verdict: 'missingThere', insutype: '310', encounterId: 'OP2' }]);
    expect(report.parts[0]).toMatchObject({ result: '2', difference: { count: -1, total: -106_548 }, state: 'open' });
    expect(report.open).toEqual({ rows: 1, fen: 106_548 });
    expect(bench.worklist()).toMatchObject([{ encounterId: 'OP2', amountFen: -106_548, detail: { day: DAY } }]);
    for (const infno of ['9101', '3202', '9102']) expect(bench.sent(infno)).toHaveLength(1);
  });

  it('another amount', async () => {
    bench = makeBench();
    await bench.settle('OP1');
    disagree({ kind: 'amount', fen: fen(-250) });
    const report = await bench.compare();
    expect(report.rows).toMatchObject([{ result: '3', verdict: 'amountDiffers' }]);
    expect(report.parts[0]).toMatchObject({ difference: { count: 0, total: -250, funds: -250 }, state: 'open' });
    expect(bench.worklist()).toMatchObject([{ amountFen: -250 }]);
  });

  it('a settlement under a message id of ours that the journal does not know', async () => {
    bench = makeBench();
    await bench.settle('OP1');
    disagree({ kind: 'extra' });
    const report = await bench.compare();
    expect(report.rows).toMatchObject([{ result: '1', verdict: 'unknownHere', insutype: null, ours: null }]);
    expect(report.state).toBe('open');
    expect(bench.worklist()).toMatchObject([{ encounterId: null, settlementId: null, amountFen: 106_548 }]);
  });

  it('a refund that somebody else made', async () => {
    bench = makeBench();
    await bench.settle('OP1');
    disagree({ kind: 'refunded' });
    const report = await bench.compare();
    expect(report.rows).toMatchObject([{ verdict: 'refundedElsewhere', refund: true, encounterId: 'OP1' }]);
    expect(report.parts[0]).toMatchObject({ difference: { count: 1, total: -106_548 } });
    expect(bench.worklist()).toMatchObject([{ settlementId: 1, amountFen: -106_548 }]);
  });

  it('found again is the same work-list row; gone, it ends by itself; ended by a person, it stays ended', async () => {
    bench = makeBench();
    await bench.settle('OP1');
    await bench.settle('OP2');
    disagree({ kind: 'amount' }, { kind: 'amount', nth: 1, fen: fen(2) });
    await bench.compare();
    await bench.compare();
    expect(bench.worklist().map(({ amountFen }) => amountFen)).toEqual([1, 2]);
    const { store } = bench.terminal();
    const [first] = bench.worklist();
    store.transaction(() =>
      store.worklist.resolve(first?.id ?? 0, {
        resolution: 'noted',
        by: 'S1',
        second: null,
        reason: 'seen',
        nowMs: 1,
      }),
    );
    const again = await bench.compare();
    expect(again.rows.map(({ resolution }) => resolution).sort()).toEqual(['noted', null]);
    expect(bench.worklist().map(({ amountFen }) => amountFen)).toEqual([2]);
    disagree();
    expect((await bench.compare()).state).toBe('agreed');
    expect(bench.worklist()).toEqual([]);
  });
});
