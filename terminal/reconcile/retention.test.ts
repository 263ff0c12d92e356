import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { fen } from '../../common/kernel/money.ts';
import { settlementKit } from '../settlement/testing/settlement.ts';
import { endAll, start } from '../settlement/testing/start.ts';
import { manualClock } from '../testing/manual-clock.ts';
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
  return { ...t, audited, job, compare, pass, idle: (is: boolean) => (idle = is) };
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
  await t.pass(1);
  t.compare();
  await t.pass(31);
  expect(body(t)).toContain('psn_no');
  expect(t.terminal.store.messages.get(1)).toMatchObject({ infno: '9001', reduced: true });
});

it('a day that is compared anew is kept from then on, and so is a settlement whose own day was not compared', async () => {
  const again = await settledWorld();
  await again.pass(1);
  again.compare();
  await again.pass(20);
  again.compare();
  await again.pass(11);
  expect(body(again)).toContain('psn_no');
  // Settled after midnight by the centre's clock: both days count, that of the message and that of the books.
  const other = await settledWorld();
  const { settlements } = other.terminal.store;
  const row = settlements.get(1);
  if (row?.splitSettled == null || row.scopeSettled === null || row.setlId === null) throw new Error('not settled');
  const { splitSettled: split, scopeSettled: scope, setlId } = row;
  const settled = { split, scope, setlId, setlTime: '2026-03-03 00:00:01', foundBy: 'answer', changed: false } as const;
  other.terminal.store.transaction(() => settlements.change(1, { settled }, 1));
  await other.pass(2);
  other.compare();
  await other.pass(31);
  expect(body(other)).toContain('psn_no');
  expect(other.terminal.store.messages.get(1)?.reduced).toBe(true);
  other.compare('2026-03-03');
  await other.pass(31);
  expect(body(other)).toContain('"reduced"');
});

it('a day that was compared before it was over has still to be compared', async () => {
  const t = await settledWorld();
  t.compare();
  await t.pass(35);
  expect(t.audited).toEqual([]);
});

it.each(['refused', 'reversed', 'notSent'] as const)(
  'the messages of a %s settlement wait for their own day, whichever later one was compared',
  async (state) => {
    const kit = settlementKit();
    kit.intend({ state, live: false });
    const { store } = kit;
    const clock = manualClock(20 * DAY);
    const compare = (day: string): void =>
      store.transaction(() => store.reconcile.finish(store.reconcile.begin(day, null, clock.now()).id, clock.now()));
    store.transaction(() => store.visits.setPhase(1, 'ended', 0));
    compare('1970-01-20');
    createRetention({ store, clock, audit: () => undefined }).start(() => true);
    const whole = () => store.messages.get(kit.row().messageRow)?.reduced === false;
    clock.advance(40 * DAY);
    expect(whole()).toBe(true);
    // A person asks for that day by name.
    compare('1970-01-01');
    clock.advance(29 * DAY);
    expect(whole()).toBe(true);
    clock.advance(2 * DAY);
    expect(whole()).toBe(false);
  },
);

it('works only while nobody is there, and not once it is stopped', async () => {
  const busy = await settledWorld();
  await busy.pass(1);
  busy.compare();
  busy.idle(false);
  await busy.pass(31);
  expect(busy.audited).toEqual([]);
  // Somebody was there at the moment of the look: it comes again a minute later, not six hours.
  busy.idle(true);
  await busy.clock.advance(61_000);
  expect(busy.audited).toMatchObject([{ code: 'messages.reduced' }]);
  const stopped = await settledWorld();
  await stopped.pass(1);
  stopped.compare();
  stopped.job.stop();
  await stopped.pass(31);
  expect(stopped.audited).toEqual([]);
});

describe('the request to an external cashier', () => {
  /** A settled visit whose cash part a cashier was asked for, 31 days after its day was compared. */
  async function asked(then: (store: World['terminal']['store']) => unknown = () => {}) {
    const t = await settledWorld();
    const { store } = t.terminal;
    const body = '{"key":"k","encounterId":"OP20260302001","amount":"1.00"}';
    const key = 'k'.repeat(32);
    const ask = { settlementId: 1, key, amount: fen(100), body, nowMs: t.clock.now() };
    store.transaction(() => [store.collections.insert(ask), store.collections.closing(1, 1), then(store)]);
    const kept = () => store.collections.get(1)?.body;
    await t.pass(1);
    t.compare();
    await t.pass(29);
    expect(kept()).toBe(body);
    await t.pass(2);
    return { ...t, store, body, kept };
  }
  const end = (store: World['terminal']['store']) =>
    store.collections.finish(1, { state: 'notCollected', because: 'closed' }, 1);
  const call = (store: World['terminal']['store']) =>
    store.worklist.open({
      ...{ kind: 'collection-unknown', subject: 'M', encounterId: 'OP20260302001', settlementId: 1, amountFen: 100 },
      ...{ detail: {}, nowMs: 1 },
    });

  it('that has ended is reduced with the messages of its day; its sum stands beside it', async () => {
    const t = await asked(end);
    const { sha256, bytes } = JSON.parse(t.kept() ?? '').reduced;
    expect({ sha256, bytes }).toEqual({
      sha256: createHash('sha256').update(t.body).digest('hex'),
      bytes: Buffer.byteLength(t.body),
    });
    expect(t.store.collections.get(1)).toMatchObject({ amount: 100, state: 'notCollected' });
    expect(t.audited).toMatchObject([
      { code: 'messages.reduced' },
      { code: 'collections.reduced', collections: 1, from: 1, to: 1 },
    ]);
  });

  it('that is open is the question which is asked again, and stays', async () => {
    const t = await asked();
    expect(t.kept()).toBe(t.body);
    t.store.transaction(() => end(t.store));
    await t.pass(1);
    expect(t.kept()).toContain('"reduced"');
  });

  it('that nobody answers any more is over when somebody has decided it', async () => {
    const t = await asked(call);
    expect(t.kept()).toBe(t.body);
    const noted = { resolution: 'noted', by: 'S1', second: null, reason: 'in the drawer', nowMs: 1 } as const;
    t.store.transaction(() => t.store.worklist.resolve(1, noted));
    await t.pass(1);
    expect(t.kept()).toContain('"reduced"');
  });
});

it('a reduced message is never sent again', async () => {
  const t = await settledWorld();
  await t.pass(1);
  t.compare();
  await t.pass(31);
  const row = t.terminal.store.settlements.get(1)?.messageRow ?? 0;
  expect(() => t.terminal.settlements.books.calls.again(row, '2207')).toThrow();
});
