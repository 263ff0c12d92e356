import { afterEach, expect, it } from 'vitest';
import { endAll } from '../settlement/testing/start.ts';
import { acknowledge } from './acknowledge.ts';
import { noticed } from './testing/noticed.ts';

afterEach(endAll);

const MINUTES = 60_000;

it('an acknowledgement and what it ends are one: a process that dies right after it has left nobody called', async () => {
  const t = await noticed();
  t.watch();
  await t.clock.advance(12 * MINUTES);
  expect(t.work()).toEqual(['settlement-after-session']);
  let isAcknowledging = false;
  await t.bench.restart({ onCommit: () => (isAcknowledging ? 'after' : 'go') });
  isAcknowledging = true;
  expect(() => t.ack('settled')).toThrow();
  await t.bench.restart();
  expect(t.work()).toEqual([]);
});

it('what it acknowledges was told: the next process calls nobody about an answer that never went out', async () => {
  const t = await noticed('untold');
  const row = () => t.store().settlements.byMessageId(t.messageId);
  expect(row()?.unseen).toBe(true);
  t.ack('settled');
  expect(row()?.unseen).toBe(false);
  await t.bench.restart();
  await t.clock.until(t.bench.terminal.settlements.recover());
  expect(t.work()).toEqual([]);
});

it('a call that staff need for the refund is not ended by what is said of the settlement', async () => {
  const t = await noticed();
  t.watch();
  await t.clock.advance(12 * MINUTES);
  const settlementId = t.store().settlements.byMessageId(t.messageId)?.id ?? 0;
  const order = { setlId: 'S1', cause: 'desk', by: 'desk-1', second: null } as const;
  t.store().transaction(() =>
    t.store().refunds.insert({ ...order, settlementId, encounterId: 'OP20260302001', nowMs: t.clock.now() }),
  );
  expect(t.ack('settled')).toMatchObject({ kind: 'settled', acked: true });
  expect(t.work()).toEqual(['settlement-after-session']);
});

it('another client has no such notice, and ends nothing', async () => {
  const t = await noticed();
  t.watch();
  await t.clock.advance(12 * MINUTES);
  const { store, outbox } = t.bench.terminal;
  expect(acknowledge({ store, outbox, clock: t.clock, audit: () => undefined }, 1, 'other')).toBeNull();
  expect(t.work()).toEqual(['settlement-after-session']);
});

it('the operator hears that the call has ended', async () => {
  const t = await noticed();
  t.watch();
  await t.clock.advance(12 * MINUTES);
  t.ack('settled');
  await t.clock.advance(MINUTES);
  const said = t.bench.sides.operatorStore.all().filter(({ kind }) => kind === 'worklist');
  expect(said.map(({ body }) => body['resolution'])).toEqual([null, 'ended']);
});
