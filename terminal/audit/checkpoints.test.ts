import { expect, it } from 'vitest';
import { auditCheckpointSchema } from '../../common/contracts/operator/checkpoints.ts';
import { seededRandom } from '../../common/kernel/seeded.ts';
import { createOutbox } from '../outbox/outbox.ts';
import type { Delivery } from '../outbox/sink.ts';
import { virtualClock } from '../settlement/testing/virtual-clock.ts';
import { openStore } from '../store/open.ts';
import { openChain } from './chain.ts';
import { CHECKPOINT_ROWS, createCheckpoints } from './checkpoints.ts';
import { createAuditLog } from './log.ts';

const QUARTER_MS = 900_000;

function start() {
  const opened = openStore({ memory: true }, () => new Uint8Array(32));
  if (!opened.ok) throw new Error(opened.error);
  const store = opened.value;
  const clock = virtualClock();
  const random = seededRandom(5);
  const net = { up: true, hangs: false };
  const told: { seq: number; hash: string; previous: { seq: number } | null }[] = [];
  const report = (what: string, cause: unknown): never => {
    throw new Error(what, { cause });
  };
  const log = createAuditLog({ clock, line: () => {}, report });
  const site = { institutionCode: 'H99010000001', terminalSlot: 7 };
  log.attach({ store, chain: openChain(store, site, random, clock.now()) });
  const deliver = async (rows: readonly { kind: string; body: unknown }[]): Promise<Delivery> => {
    if (net.hangs) await new Promise(() => {});
    if (!net.up) return { kind: 'unavailable', reason: 'away', retryAfterMs: null };
    for (const row of rows) if (row.kind === 'audit-checkpoint') told.push(auditCheckpointSchema.parse(row.body));
    return { kind: 'answered', verdicts: rows.map(() => ({ kind: 'delivered', answer: 'stored' })) };
  };
  const sinks = { operator: { batch: 50, deliver }, his: { batch: 1, deliver } };
  const outbox = createOutbox({ store, clock, random, audit: log.audit, sinks });
  outbox.start();
  const checkpoints = createCheckpoints({ store, outbox, clock, report });
  log.onAppended(checkpoints.appended);
  const act = (times: number): void => {
    for (let i = 0; i < times; i++) log.audit('device.fault', { i });
  };
  const waiting = () => store.outbox.pending('operator', 'audit');
  return { store, clock, checkpoints, act, told, net, waiting, log };
}

it('one at the start, where there is something to tell, and it names the newest row', async () => {
  const t = start();
  t.checkpoints.start();
  await t.clock.advance(1000);
  expect(t.told).toEqual([]);
  t.act(3);
  await t.clock.advance(QUARTER_MS);
  expect(t.told).toMatchObject([{ seq: 3, hash: t.store.audit.get(3)?.hash, previous: null }]);
});

it('an idle terminal is quiet: what a checkpoint itself leaves asks for no other', async () => {
  const t = start();
  t.act(3);
  t.checkpoints.start();
  await t.clock.advance(20 * QUARTER_MS);
  expect(t.told.map(({ seq }) => seq)).toEqual([3]);
});

it(`one after ${CHECKPOINT_ROWS} rows, in the transaction of the last of them`, async () => {
  const t = start();
  t.act(CHECKPOINT_ROWS - 1);
  expect(t.waiting()).toBe(0);
  expect(() =>
    t.store.transaction(() => {
      t.act(1);
      expect(t.waiting()).toBe(1);
      throw new Error('no');
    }),
  ).toThrow('no');
  expect([t.waiting(), t.store.audit.told()]).toEqual([0, null]);
  t.act(1);
  expect([t.waiting(), t.store.audit.told()?.seq]).toEqual([1, CHECKPOINT_ROWS]);
});

it('at most one waits while the operator is away; the next one goes on from it', async () => {
  const t = start();
  t.net.up = false;
  t.act(2);
  t.checkpoints.start();
  await t.clock.advance(1000);
  t.act(5 * CHECKPOINT_ROWS);
  await t.clock.advance(3 * QUARTER_MS);
  expect(t.waiting()).toBe(1);
  t.net.up = true;
  await t.clock.advance(2 * QUARTER_MS);
  expect(t.told[0]).toMatchObject({ seq: 2, previous: null });
  expect(t.told[1]).toMatchObject({ previous: { seq: 2 } });
  expect(t.told[1]?.seq).toBeGreaterThan(5 * CHECKPOINT_ROWS);
});

it('one at the end, for which nobody waits long', async () => {
  const t = start();
  t.act(2);
  await t.clock.until(t.checkpoints.stop());
  expect(t.told).toMatchObject([{ seq: 2 }]);
  const hanging = start();
  hanging.act(1);
  hanging.net.hangs = true;
  const since = hanging.clock.monotonic();
  await hanging.clock.until(hanging.checkpoints.stop());
  expect(hanging.clock.monotonic() - since).toBeLessThanOrEqual(500);
  expect(hanging.waiting()).toBe(1);
});

it('one that a terminal before left is delivered first, then the newest', async () => {
  const t = start();
  t.act(CHECKPOINT_ROWS);
  t.act(10);
  expect(t.waiting()).toBe(1);
  await t.clock.until(t.checkpoints.stop());
  expect(t.told.map(({ seq }) => seq)).toEqual([CHECKPOINT_ROWS, CHECKPOINT_ROWS + 10]);
});
