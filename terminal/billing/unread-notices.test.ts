import { afterEach, expect, it } from 'vitest';
import { endAll } from '../settlement/testing/start.ts';
import { encounter } from '../settlement/testing/world.ts';
import { SqliteError } from '../store/database.ts';
import { waitsForPeople } from './standing.ts';
import { billingBench } from './testing/bench.ts';
import { noticed } from './testing/noticed.ts';
import { createUnreadNotices } from './unread-notices.ts';

afterEach(endAll);

const MINUTES = 60_000;
const nothing = () => undefined;

/** A bill that a client settled, whose answer was told; the watch over its notices runs. */
async function settled() {
  const bench = billingBench();
  const { clock, room, terminal } = bench;
  const { store, outbox, settlements } = terminal;
  const client = room.for({ kind: 'client', name: 'his' });
  const met = await clock.until(client.person());
  if (!met.ok) throw new Error(met.error.code);
  const asked = { ref: met.value.ref, encounter: encounter(), useAccount: true, onStep: nothing };
  const prepared = await clock.until(client.prepare(asked));
  if (!prepared.ok) throw new Error(prepared.error.code);
  const answer = await clock.until(client.settle(prepared.value.id, nothing));
  if (answer.kind !== 'settled') throw new Error(answer.kind);
  const { messageId } = answer.value;
  settlements.seen(messageId);
  settlements.left(messageId);
  const reports: string[] = [];
  const watch = () => {
    const made = createUnreadNotices({
      store,
      outbox,
      clock,
      audit: nothing,
      report: (what) => void reports.push(what),
    });
    made.start();
    return made;
  };
  const rows = (): string[] => store.worklist.list('open', 9).map(({ kind }) => kind);
  const ack = () => store.transaction(() => store.clientNotices.ack(1, 'his', clock.now()));
  return { ...bench, store, client, messageId, watch, rows, ack, reports };
}

it('a settlement whose notice nobody acknowledges is on the work-list after ten minutes, once', async () => {
  const t = await settled();
  t.watch();
  await t.clock.advance(9 * MINUTES);
  expect(t.rows()).toEqual([]);
  await t.clock.advance(3 * MINUTES);
  expect(t.store.worklist.list('open', 9)).toMatchObject([{ kind: 'settlement-after-session', subject: t.messageId }]);
  // What a person has ended is not opened again.
  const [row] = t.store.worklist.list('open', 9);
  const noted = { resolution: 'noted', by: 'S1', second: null, reason: 'told by phone', nowMs: t.clock.now() } as const;
  t.store.transaction(() => t.store.worklist.resolve(row?.id ?? 0, noted));
  await t.clock.advance(30 * MINUTES);
  expect([t.rows(), t.reports]).toEqual([[], []]);
});

it('by the journal: also where another process looks in the eleventh minute', async () => {
  const t = await settled();
  t.watch().stop();
  await t.clock.advance(11 * MINUTES);
  expect(t.rows()).toEqual([]);
  t.watch();
  expect(t.rows()).toEqual(['settlement-after-session']);
});

it('not where the client said that it has it, and the row ends where it says so later', async () => {
  const early = await settled();
  early.watch();
  await early.clock.advance(MINUTES);
  early.ack();
  await early.clock.advance(20 * MINUTES);
  expect(early.rows()).toEqual([]);

  const late = await settled();
  late.watch();
  await late.clock.advance(12 * MINUTES);
  late.ack();
  late.terminal.settlements.seen(late.messageId);
  await late.clock.advance(MINUTES);
  expect(late.rows()).toEqual([]);
});

it('an answer that goes out to the client afterwards leaves the row there: only the acknowledgement ends it', async () => {
  const t = await settled();
  t.watch();
  await t.clock.advance(12 * MINUTES);
  expect(t.rows()).toEqual(['settlement-after-session']);
  // The client repeats its key, and the answer reaches the kernel.
  t.terminal.settlements.seen(t.messageId);
  t.terminal.settlements.left(t.messageId);
  expect(t.rows()).toEqual(['settlement-after-session']);
  t.ack();
  t.terminal.settlements.seen(t.messageId);
  expect(t.rows()).toEqual([]);
});

it.each([
  [{ state: 'kept' }, ['settlement-after-session']],
  [{ state: 'done', refunded: { refundSetlId: 'R1', refundedAt: '2026-03-02 09:12:00', foundBy: 'answer' } }, []],
] as const)('while its money is on the way back nobody is called; then the refund is %j: %j', async (change, rows) => {
  const t = await settled();
  const settlementId = t.store.settlements.byMessageId(t.messageId)?.id ?? 0;
  const order = { setlId: 'S1', cause: 'desk', by: 'his', second: null } as const;
  const refund = { ...order, settlementId, encounterId: 'OP20260302001', nowMs: 0 };
  const id = t.store.transaction(() => t.store.refunds.insert(refund));
  t.watch();
  await t.clock.advance(12 * MINUTES);
  expect(t.rows()).toEqual([]);
  t.store.transaction(() => t.store.refunds.change(id, change, t.clock.now()));
  await t.clock.advance(2 * MINUTES);
  expect(t.rows()).toEqual(rows);
  expect(t.store.clientNotices.waiting(t.clock.now(), 0)).toEqual([]);
});

it('not where its money went back meanwhile, nor for what is only given up', async () => {
  const t = await settled();
  t.watch();
  await t.clock.advance(MINUTES);
  expect((await t.clock.until(t.client.refund(t.messageId, 'his'))).kind).toBe('settled');
  await t.clock.advance(5 * MINUTES);
  expect(t.store.clientNotices.list('his', 0, 9, false).map(({ kind }) => kind)).toEqual(['settled', 'refunded']);
  t.store.transaction(() => t.store.clientNotices.ack(2, 'his', t.clock.now()));
  await t.clock.advance(30 * MINUTES);
  expect(t.rows()).toEqual([]);
});

it('a refund whose notice nobody acknowledges is on the work-list too: what was collected may still be there', async () => {
  const t = await noticed();
  const { store, outbox } = t.bench.terminal;
  t.ack('settled');
  // Two people give it back at the terminal, and its client is away.
  expect((await t.clock.until(t.bench.terminal.settlements.refund(t.messageId, { by: 'S1' }, 45_000))).kind).toBe(
    'refunded',
  );
  t.watch();
  await t.clock.advance(9 * MINUTES);
  expect(t.work()).toEqual([]);
  await t.clock.advance(3 * MINUTES);
  expect(store.worklist.list('open', 9)).toMatchObject([
    { kind: 'refund-unread', subject: t.messageId, encounterId: 'OP20260302001', amountFen: expect.any(Number) },
  ]);
  // That somebody has to read it decides nothing about the encounter's next bill.
  expect(waitsForPeople(store, 'OP20260302001')).toBe(false);
  t.ack('refunded');
  expect(t.work()).toEqual([]);
  await t.clock.advance(30 * MINUTES);
  expect(t.work()).toEqual([]);
  expect(outbox.status().counts.dead).toBe(0);
});

it.each([
  ['a disk that refuses is asked again', new SqliteError('database or disk is full', 'SQLITE_FULL'), 0],
  ['a bug of ours is reported, and stops nobody', new Error('a bug'), 1],
] as const)('%s', async (_what, cause, reported) => {
  const t = await settled();
  const rows = t.store.clientNotices as { called: typeof t.store.clientNotices.called };
  const { called } = rows;
  rows.called = () => {
    throw cause;
  };
  t.watch();
  await t.clock.advance(11 * MINUTES);
  expect([t.rows(), Math.min(1, t.reports.length)]).toEqual([[], reported]);
  rows.called = called;
  await t.clock.advance(2 * MINUTES);
  expect(t.rows()).toEqual(['settlement-after-session']);
});
