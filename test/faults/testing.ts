import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorklistRow } from '../../common/contracts/worklist.ts';
import { type Books, readBooks } from './check/books.ts';
import type { ClientOrder } from './plan/order.ts';
import type { Item, Plan, Setting, Visit } from './plan/plan.ts';
import { createStage } from './world/schedule.ts';

/** A hospital day without surprises, for tests that bring their own. */
export const CALM: Setting = {
  noFence: false,
  deduplicate: false,
  infcodeAs: 'string',
  notFoundAs: 'empty',
  accountInsideFunds: false,
  queryNeedsSetlId: false,
  pin: false,
  printer: true,
  file: false,
  prepared: false,
  reopens: false,
  restartsAtEnd: false,
  reverses: false,
  reconciles: false,
  comparesLast: false,
  rules: false,
  paysAgain: false,
  balance: 30_000,
};

export const COMER: Visit = { person: 0, encounter: 0, toggles: false, retries: 1, thinks: 300, leaves: 'slowly' };

/** The books after one person's visit in which these things go wrong. */
export function booksAfter(items: readonly Item[], setting: Partial<Setting> = {}, visits = 1): Promise<Books> {
  return booksOf({
    seed: 1,
    setting: { ...CALM, ...setting },
    visits: Array.from({ length: visits }, () => COMER),
    items,
  });
}

/** The books after this schedule; its seed decides what people do. */
export function booksOf(plan: Plan): Promise<Books> {
  return createStage(mkdtempSync(join(tmpdir(), 'minka-faults-test-'))).run(plan, readBooks);
}

/** Somebody at the counter who bills one visit, is answered, and wants nothing more. */
export const ORDER: ClientOrder = {
  caller: 'his-a',
  person: 0,
  stay: false,
  wants: 'bill',
  byDays: false,
  asksTwice: false,
  patience: 60_000,
  deaf: false,
  away: 2000,
  refunds: 'nothing',
  rebills: false,
  changes: 'never',
};

/** The books after these come to the counter, one after the other every ten seconds. */
export function booksAtCounter(orders: readonly Partial<ClientOrder>[], items: readonly Item[] = []): Promise<Books> {
  const comes = orders.map((order, nth): Item => ({ is: 'client', at: 500 + 10_000 * nth, ...ORDER, ...order }));
  return booksOf({ seed: 3, setting: CALM, visits: [], items: [...comes, ...items] });
}

/** An open row of the work-list about nothing yet. */
export const blankRow: WorklistRow = {
  id: 1,
  kind: 'difference',
  subject: 'a matter',
  encounterId: null,
  settlementId: null,
  amountFen: null,
  detail: {},
  openedAt: 0,
  resolution: null,
  by: null,
  second: null,
  reason: null,
  resolvedAt: null,
};
