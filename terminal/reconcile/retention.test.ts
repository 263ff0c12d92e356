import { afterEach, expect, it } from 'vitest';
import { endAll, start } from '../settlement/testing/start.ts';
import { createRetention } from './retention.ts';

afterEach(endAll);

const DAY = 86_400_000;
type World = ReturnType<typeof start>;

/** A settled visit, and the job that reduces its messages; `compare` finishes a run of its day. */
async function settledWorld() {
  const t = start();
  const result = await t.settle();
  if (result.kind !== 'settled') throw new Error(result.kind);
  t.terminal.settlements.seen(result.settled.messageId);
  await t.clock.advance(1000);
  const { store } = t.terminal;
  const audited: object[] = [];
  let idle = true;
  const job = createRetention({ store, clock: t.clock, audit: (code, facts) => audited.push({ code, ...facts }) });
  job.start(() => idle);
  const compare = (day = '2026-03-02'): void =>
    store.transaction(() => {
      const run = store.reconcile.begin(day, null, t.clock.now());
      store.reconcile.finish(run.id, t.clock.now());
    });
  const pass = (days: number) => t.clock.advance(days * DAY);
  return { ...t, audited, job, compare, pass, busy: () => (idle = false) };
}
const wholes = ({ terminal }: Pick<World, 'terminal'>) =>
  terminal.store.bodies.due(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, { createdAt: 0, id: 0 }, 1000).length;
const body = ({ terminal }: Pick<World, 'terminal'>): string => {
  const settlement = terminal.store.settlements.get(1);
  const message = settlement === null ? null : terminal.store.messages.get(settlement.messageRow);
  return new TextDecoder().decode(message?.request);
};

it('bodies are kept whole until their day has been compared, and 30 days after it', async () => {
  const t = await settledWorld();
  const before = body(t);
  await t.pass(40);
  expect(body(t)).toBe(before);
  t.compare();
  await t.pass(29);
  expect(body(t)).toBe(before);
  expect(t.audited).toEqual([]);
  await t.pass(2);
  expect(JSON.parse(body(t))).toMatchObject({ reduced: { bytes: new TextEncoder().encode(before).length } });
  expect(wholes(t)).toBe(0);
  const messages = t.terminal.store.messages.get(1);
  expect(messages).toMatchObject({ infno: '9001', reduced: true });
  expect(t.audited).toMatchObject([{ code: 'messages.reduced', from: 1 }]);
  // The journal's own figures are not a body's: they stay.
  expect(t.terminal.store.settlements.get(1)?.splitSettled?.total).toBe(t.total);
});

it.each([
  [
    'is on the work-list',
    (t: World) =>
      t.terminal.store.worklist.open({
        ...{ kind: 'difference', subject: 'x', encounterId: 'OP20260302001', settlementId: 1, amountFen: 1 },
        ...{ detail: {}, nowMs: 1 },
      }),
  ],
  [
    'has a refund that is not over',
    (t: World) =>
      t.terminal.store.refunds.insert({
        ...{ settlementId: 1, encounterId: 'OP20260302001', setlId: 'S', cause: 'staff', by: 'A', second: 'B' },
        nowMs: 1,
      }),
  ],
  ['is looked at once more after a 2601', (t: World) => t.terminal.store.settlements.change(1, { verifyAt: 9e15 }, 1)],
  ['is not over', (t: World) => t.terminal.store.visits.setPhase(1, 'undoing', 1)],
] as const)('what %s stays whole, the rest does not', async (_what, hold) => {
  const t = await settledWorld();
  t.terminal.store.transaction(() => void hold(t));
  t.compare();
  await t.pass(31);
  expect(body(t)).toContain('psn_no');
  expect(t.terminal.store.messages.get(1)).toMatchObject({ infno: '9001', reduced: true });
});

it('a day that is compared anew is kept from then on, and so is a settlement whose own day was not compared', async () => {
  const again = await settledWorld();
  again.compare();
  await again.pass(20);
  again.compare();
  await again.pass(11);
  expect(body(again)).toContain('psn_no');
  const other = await settledWorld();
  await other.pass(1);
  other.compare('2026-03-03');
  await other.pass(31);
  expect(body(other)).toContain('psn_no');
  expect(other.terminal.store.messages.get(1)?.reduced).toBe(true);
});

it('works only while nobody is there, and not once it is stopped', async () => {
  const busy = await settledWorld();
  busy.compare();
  busy.busy();
  await busy.pass(31);
  expect(busy.audited).toEqual([]);
  const stopped = await settledWorld();
  stopped.compare();
  stopped.job.stop();
  await stopped.pass(31);
  expect(stopped.audited).toEqual([]);
});

it('a reduced message is never sent again', async () => {
  const t = await settledWorld();
  t.compare();
  await t.pass(31);
  const row = t.terminal.store.settlements.get(1)?.messageRow ?? 0;
  expect(() => t.terminal.settlements.books.calls.again(row, '2207')).toThrow();
});
