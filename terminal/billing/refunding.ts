import type { Failure } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { failed, refused } from './answers.ts';
import type { Custody, Holder } from './custody.ts';
import type { BillingCore, BillingDeps } from './deps.ts';
import type { Billing, MoneyAnswer, RefundedBill } from './port.ts';
import type { RefundEnd } from './refund.ts';
import { refundedBill } from './standing.ts';

export interface RefundParts {
  readonly deps: Pick<BillingDeps, 'core' | 'limitMs' | 'failureOf'>;
  readonly custody: Custody;
  readonly holder: Holder;
  readonly noCore: () => Failure;
  readonly changed: (encounterId: string) => void;
}

/** A refund's end as a caller hears it. Throws where the database does. */
export function refundAnswer(
  store: Pick<Store, 'settlements' | 'refunds'>,
  messageId: string,
  end: RefundEnd,
): MoneyAnswer<RefundedBill> {
  if (end.kind === 'refused') return { kind: 'refused', failure: end.failure, next: end.people ? 'people' : 'again' };
  const row = store.settlements.byMessageId(messageId);
  const value = row === null ? null : refundedBill(row, store.refunds.ofSettlement(row.id));
  if (end.kind === 'refunded' && value !== null) return { kind: 'settled', value, next: 'done' };
  const people = end.kind === 'unknown' && end.people;
  return { kind: 'unknown', messageId, next: people ? 'people' : 'wait' };
}

/** Gives a settlement back for a caller. One that was given back before is answered as it was then. */
export function createRefund({ deps, custody, holder, noCore, changed }: RefundParts): Billing['refund'] {
  const give = async (
    core: BillingCore,
    messageId: string,
    order: Parameters<BillingCore['refunding']['refund']>[1],
  ): Promise<MoneyAnswer<RefundedBill>> => {
    const end = await core.refunding.refund(messageId, order, deps.limitMs);
    return refundAnswer(core.store, messageId, end);
  };

  return async (messageId, by, second = null, until) => {
    const core = deps.core();
    if (core === null) return refused(noCore());
    let encounterId: string | null = null;
    let had = false;
    try {
      const row = core.store.settlements.byMessageId(messageId);
      if (row === null) return refused(failed('BILL_NONE'));
      had = custody.holderOf(row.encounterId) === holder;
      if (!custody.take(row.encounterId, holder)) return refused(failed('BILL_BUSY'));
      encounterId = row.encounterId;
      return await give(core, messageId, { by, second, ...(until === undefined ? {} : { until }) });
    } catch (cause) {
      // Whether it was begun the journal knows, and it cannot be asked now: nobody may take it for not done.
      deps.failureOf(cause);
      return { kind: 'unknown', messageId, next: 'wait' };
    } finally {
      if (encounterId !== null) {
        if (!had) custody.putDown(encounterId, holder);
        changed(encounterId);
      }
    }
  };
}
