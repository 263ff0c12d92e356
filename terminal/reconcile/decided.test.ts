import { afterEach, expect, it } from 'vitest';
import { PEOPLE, REASON } from '../settlement/testing/late.ts';
import { type Bench, DAY, makeBench } from './testing/bench.ts';

/** What two people decide of a number, the day's report knows; what they decide of another number, it does not. */
let bench: Bench;
afterEach(() => bench.end());

/** OP1 is reversed here and stands there under A, which is on the list as late and, by the day's books, as denied. */
async function lateAndDenied() {
  bench = makeBench();
  const { kit } = bench.sides;
  kit.set({ noFence: true });
  let settled = false;
  bench.sides.forecast = (to, what) => {
    if (to !== 'centre') return 'fine';
    if (what === '2207' && !settled) return 'lostBefore';
    return !settled && (what === '2205' || what === '2202') ? 'notSent' : 'fine';
  };
  await bench.settle('OP1');
  await bench.clock.advance(300_000);
  const { store, settlements } = bench.terminal();
  const [row] = store.settlements.list(1);
  const sent = row === undefined ? null : store.messages.get(row.messageRow);
  if (row === undefined || sent === null) throw new Error('nothing was sent');
  expect(kit.handle(sent.request, kit.ledger, bench.clock, bench.random).ok).toBe(true);
  const [a] = kit.ledger.settlements();
  if (a === undefined) throw new Error('nothing at the centre');
  const late = store.transaction(() =>
    store.worklist.open({
      ...{ kind: 'settlement-late', subject: row.messageId, encounterId: 'OP1', settlementId: row.id, amountFen: null },
      detail: { setlId: a.setlId },
      nowMs: bench.clock.now(),
    }),
  );
  settled = true;
  await bench.clock.advance(300_000);
  const rule = async (resolution: 'stands' | 'refund') => {
    const said = settlements.resolve(late.id, { resolution, act: PEOPLE, reason: REASON });
    expect(await bench.clock.until(said)).toMatchObject({ ok: true });
  };
  return { a, rule, kit };
}
const lastReport = () => bench.reconcile().last(DAY);

it.each(['stands', 'refund'] as const)(
  '%s of the late row: the day comes to 0 open fen at once',
  async (resolution) => {
    const { rule } = await lateAndDenied();
    expect(await bench.compare()).toMatchObject({ state: 'open', open: { rows: 1, fen: 106_548 } });
    await rule(resolution);
    expect(lastReport()).toMatchObject({ state: 'explained', open: { rows: 0, fen: 0 }, rows: [{ resolution }] });
  },
);

it('a refund undoes its own number: the other effect of the message is still asked for, run after run', async () => {
  const { a, rule, kit } = await lateAndDenied();
  const b = { ...a, setlId: `${a.setlId.slice(0, -1)}Z` };
  kit.ledger.addSettlement(b);
  expect(await bench.compare()).toMatchObject({ open: { rows: 2 } });
  await rule('refund');
  await bench.clock.advance(60_000);
  const report = await bench.compare();
  expect(report.rows.find(({ setlId }) => setlId === a.setlId)?.verdict).toBe('undone');
  expect(report.rows.find(({ setlId }) => setlId === b.setlId)).toMatchObject({
    verdict: 'deniedHere',
    resolution: null,
  });
  expect(bench.worklist()).toMatchObject([{ subject: b.setlId }]);
  expect(bench.terminal().settlements.isBlocked('OP1')).toBe(true);
});
