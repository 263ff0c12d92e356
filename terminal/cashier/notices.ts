import { type Fen, formatFen } from '../../common/kernel/money.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Audit } from '../ports.ts';
import type { CollectionEnd } from '../store/cash-collections.ts';
import type { Store } from '../store/store.ts';

/**
 * What follows from a collection's end, or from a person's being let go without it, in its transaction: a row of the audit
 * chain, and a record for the operator, who alone may know of money that no answer ever tells of.
 */
export interface CollectionNotices {
  ended(settlementId: number, amount: Fen, end: CollectionEnd): void;
  /** The person was let go without knowing; it is asked for until it is known. */
  unknown(settlementId: number, amount: Fen): void;
}

/** The facts by which a collection is found again; nothing of the person. */
export function factsOf(store: Pick<Store, 'settlements'>, settlementId: number, amount: Fen) {
  const row = store.settlements.get(settlementId);
  if (row === null) throw new Error(`cashier: no settlement ${settlementId}`);
  const { messageId, encounterId, setlId } = row;
  return { messageId, encounterId, setlId, amount: formatFen(amount) };
}

export function createCollectionNotices(deps: {
  readonly store: Pick<Store, 'settlements' | 'transaction'>;
  readonly outbox: Pick<Outbox, 'enqueue' | 'kick'>;
  readonly audit: Audit;
}): CollectionNotices {
  const { store, outbox, audit } = deps;
  const tell = (facts: ReturnType<typeof factsOf>, how: Readonly<Record<string, string>>): void => {
    const body = { ...facts, ...how };
    outbox.enqueue({ destination: 'operator', kind: 'collection', group: facts.encounterId, body });
    outbox.kick();
  };
  return {
    ended(settlementId, amount, end) {
      const facts = factsOf(store, settlementId, amount);
      const how =
        end.state === 'collected'
          ? { result: end.state, reference: end.reference, collectedAt: end.collectedAt }
          : { result: end.state, because: end.because };
      audit(end.state === 'collected' ? 'cashier.collected' : 'cashier.not-collected', { ...facts, ...how });
      tell(facts, how);
    },
    unknown(settlementId, amount) {
      const facts = factsOf(store, settlementId, amount);
      audit('cashier.unknown', facts);
      tell(facts, { result: 'unknown' });
    },
  };
}
