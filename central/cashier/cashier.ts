import type { CashierAnswer, CollectRequest } from '../../common/contracts/cashier/cashier.ts';
import { compactDateTime, formatDateTime } from '../../common/kernel/dates.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { CashierRequest, CashierStore } from '../store/cashier-store.ts';

/** What the person at the lab's cashier does, and how long she takes, ms. */
export interface CashierHabits {
  readonly does: 'pays' | 'declines' | 'cancels' | 'nothing';
  readonly afterMs: number;
}

/** The rules of the lab's cashier behind `/cashier/v1/*`; no HTTP here. */
export interface Cashier {
  /** `OTHER_CONTENT`: this key was asked for with something else. */
  collect(ask: CollectRequest): Result<CashierAnswer, 'OTHER_CONTENT'>;
  close(key: string): CashierAnswer;
}

/** Longer than anybody stands there: then the cashier gives up by itself. */
const EXPIRES_MS = 600_000;

export function createCashier(store: CashierStore, now: () => number, habits: () => CashierHabits): Cashier {
  const decide = (key: string, body: CollectRequest, askedAt: number): CashierAnswer | null => {
    const { does, afterMs } = habits();
    const waited = now() - askedAt;
    if (does === 'nothing') return waited < EXPIRES_MS ? null : { result: 'notCollected', key, because: 'expired' };
    if (waited < afterMs) return null;
    if (does === 'declines') return { result: 'notCollected', key, because: 'declined' };
    if (does === 'cancels') return { result: 'notCollected', key, because: 'cancelled' };
    const reference = `SK${compactDateTime(now())}${key.slice(0, 16).toUpperCase()}`;
    store.pay({ key, amount: body.amount, reference });
    return { result: 'collected', key, amount: body.amount, reference, at: formatDateTime(now()) };
  };
  /** How it stands now, kept. */
  const standing = (row: CashierRequest): CashierAnswer => {
    const { key, body, askedAt } = row;
    const answer = row.answer ?? (body === null ? null : decide(key, JSON.parse(body) as CollectRequest, askedAt));
    store.put({ ...row, answer });
    return answer ?? { result: 'pending', key };
  };
  return {
    collect: (ask) =>
      store.atomically(() => {
        const { key } = ask;
        const body = JSON.stringify(ask);
        const row = store.find(key);
        if (row === null) return ok(standing({ key, body, askedAt: now(), answer: null }));
        // A key that was closed before it arrived stays closed, whatever it would have asked for.
        if (row.body !== null && row.body !== body) return err('OTHER_CONTENT');
        return ok(standing(row));
      }),
    close: (key) =>
      store.atomically(() => {
        const row = store.find(key) ?? { key, body: null, askedAt: now(), answer: null };
        const answer = standing(row);
        if (answer.result !== 'pending') return answer;
        const closed = { result: 'notCollected', key, because: 'closed' } as const;
        store.put({ ...row, answer: closed });
        return closed;
      }),
  };
}
