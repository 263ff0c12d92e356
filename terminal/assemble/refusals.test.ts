import { afterEach, expect, it } from 'vitest';
import { endAll, start } from '../settlement/testing/start.ts';
import { createRefusal } from './refusals.ts';

afterEach(endAll);

const resolve = (id: number, resolution: 'noted' | 'refund') =>
  ({ act: 'worklistResolve', id, resolution, reason: 'seen', setlId: null }) as const;

/** A terminal with one settlement, and one row that says the centre does not have it. */
async function withOneGone() {
  const t = start();
  const result = await t.settle();
  if (result.kind !== 'settled') throw new Error(result.kind);
  const { store } = t.terminal;
  const detail = { verdict: 'missingThere', setlId: result.settled.setlId };
  const what = { kind: 'difference', subject: 'gone', encounterId: 'MZ1', settlementId: 1, amountFen: 1 } as const;
  const { id } = store.transaction(() => store.worklist.open({ ...what, detail, nowMs: t.clock.now() }));
  const refusal = createRefusal({ clock: t.clock, store: () => store, fault: () => null });
  return { ...result.settled, store, id, refusal };
}

it('an answer that the row does not take, and a row that is not there', async () => {
  const { refusal, id } = await withOneGone();
  expect(refusal(resolve(id, 'noted'), null)).toBe('WORKLIST_NOT_ALLOWED');
  expect(refusal(resolve(id, 'refund'), null)).toBeNull();
  expect(refusal(resolve(id + 1, 'refund'), null)).toBe('WORKLIST_NOT_FOUND');
});

it('a receipt of a number that there is none of, or that is in doubt', async () => {
  const { refusal, messageId, store, id } = await withOneGone();
  const copy = (settlement: string) => refusal({ act: 'receiptCopy', settlement }, null);
  expect([copy('H0'), copy(messageId)]).toEqual(['RECEIPT_NONE', 'RECEIPT_NONE']);
  const stands = { resolution: 'stands', by: 'S1', second: 'S2', reason: 'seen', nowMs: 1 } as const;
  store.transaction(() => store.worklist.resolve(id, stands));
  expect(copy(messageId)).toBeNull();
});

it('a day that is none, or has not come', async () => {
  const { refusal } = await withOneGone();
  const day = (asked: string | null) => refusal({ act: 'reconcile' }, asked);
  expect([day(null), day('2026-03-02')]).toEqual([null, null]);
  expect([day('2026-03-03'), day('2026-02-30')]).toEqual(['RECONCILE_DAY', 'RECONCILE_DAY']);
});

it('without a journal: what needs it has the reason, the rest goes on', () => {
  const clock = { ...start().clock };
  const refusal = createRefusal({ clock, store: () => null, fault: () => 'STORE_GONE' });
  expect(refusal({ act: 'worklistList' }, null)).toBe('STORE_GONE');
  expect(refusal({ act: 'receiptCopy', settlement: 'H1' }, null)).toBe('STORE_GONE');
  expect(refusal({ act: 'storeAdopt', reason: 'lost' }, null)).toBeNull();
  expect(refusal({ act: 'reveal' }, null)).toBeNull();
});
