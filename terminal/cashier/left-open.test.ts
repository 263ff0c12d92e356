import { expect, it } from 'vitest';
import { createPrintJobs } from '../settlement/print-jobs.ts';
import { resultOf } from '../settlement/results.ts';
import { CONFIRMED, settlementKit } from '../settlement/testing/settlement.ts';
import { createCollections } from './collections.ts';
import { callForLeftOpen } from './left-open.ts';
import { createCollectionNotices } from './notices.ts';
import { testCashier } from './testing/cashier.ts';

/** A settlement whose cash part was being asked for when its process died. */
async function leftOpen() {
  const kit = settlementKit();
  const row = kit.intend({ state: 'settled', settled: { ...CONFIRMED, changed: false } });
  const result = resultOf(row, kit.visit());
  if (result.kind !== 'settled') throw new Error(result.kind);
  const cashier = testCashier(kit.clock, () => ({ does: 'pays', afterMs: 5000 }));
  const { store, clock } = kit;
  const { random, audit, settings, outbox } = kit.deps;
  const notices = createCollectionNotices({ store, outbox, clock, audit });
  const slips = createPrintJobs(kit.deps);
  const boot = () =>
    createCollections({ store, clock, random, audit, gateway: cashier.gateway, site: settings.site, notices, slips });
  const first = boot();
  void first.collect(result.settled, 60_000);
  await clock.advance(1500);
  await clock.until(first.stop());
  /** A start whose profile names no cashier. */
  const startWithout = () => callForLeftOpen({ store, notices, slips, clock });
  return { ...kit, boot, startWithout, calls: cashier.calls };
}

it('a key whose cashier is no more in the profile calls somebody, once, and nobody is asked', async () => {
  const t = await leftOpen();
  const { length } = t.calls;
  expect([t.startWithout(), t.startWithout()]).toEqual([1, 1]);
  await t.clock.advance(120_000);
  expect(t.calls).toHaveLength(length);
  expect(t.store.collections.ofSettlement(1)).toMatchObject({ state: 'closing', end: null });
  // Her slip waited for the cashier's word, and was never begun.
  expect(t.work()).toMatchObject([
    { kind: 'collection-unknown', amountFen: 100_000, detail: { cashier: 'gone' } },
    { kind: 'print-unknown' },
  ]);
  expect(t.toldOf('collection')).toMatchObject([{ body: { result: 'unknown', amount: '1000.00' } }]);
});

it('what somebody has noted is not asked of her again at the next start', async () => {
  const t = await leftOpen();
  t.startWithout();
  const id = t.store.worklist.find('collection-unknown', t.row().messageId)?.id ?? 0;
  const noted = { resolution: 'noted', by: 'S1', second: null, reason: 'seen in the drawer' } as const;
  t.store.transaction(() => t.store.worklist.resolve(id, { ...noted, nowMs: t.clock.now() }));
  t.startWithout();
  expect(t.work().map(({ kind }) => kind)).toEqual(['print-unknown']);
});

it('a cashier that is named again says how it ended, and the row ends with it', async () => {
  const t = await leftOpen();
  t.startWithout();
  t.boot().recover();
  await t.clock.advance(10_000);
  expect(t.store.collections.ofSettlement(1)?.end).not.toBeNull();
  expect(t.work().map(({ kind }) => kind)).toEqual(['print-unknown']);
});

it('nothing open is nothing to say', () => {
  const kit = settlementKit();
  const { store, outbox, clock, audit } = kit.deps;
  const notices = createCollectionNotices({ store, outbox, clock, audit });
  expect(callForLeftOpen({ store, notices, slips: null, clock })).toBe(0);
  expect(kit.audited).toEqual([]);
});
