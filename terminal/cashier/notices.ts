import { type Fen, formatFen } from '../../common/kernel/money.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Audit } from '../ports.ts';
import type { CollectionEnd } from '../store/cash-collections.ts';
import type { Store } from '../store/store.ts';
import { createWorklist } from '../worklist/worklist.ts';

/** What is said of a cashier that nobody can wait for: it does not answer, or the profile names none any more. */
export type Silence = 'silent' | 'gone';

const KIND = 'collection-unknown';

/**
 * What follows from a collection's end, or from a person's being let go without it, in its transaction: a row of the audit
 * chain, a record for the operator, and a row of the work-list, for somebody who can look into the cashier's own books.
 */
export interface CollectionNotices {
  ended(settlementId: number, amount: Fen, end: CollectionEnd): void;
  /**
   * Nobody waits any more, and whether it was taken is not known; it is asked for until it is, where it can be. Once in a
   * settlement's life: what somebody has decided is not asked of people again.
   */
  unknown(settlementId: number, amount: Fen, cashier: Silence): void;
}

/** The facts by which a collection is found again; nothing of the person. */
export function factsOf(store: Pick<Store, 'settlements'>, settlementId: number, amount: Fen) {
  const row = store.settlements.get(settlementId);
  if (row === null) throw new Error(`cashier: no settlement ${settlementId}`);
  const { messageId, encounterId, setlId } = row;
  return { messageId, encounterId, setlId, amount: formatFen(amount) };
}

export function createCollectionNotices(deps: {
  readonly store: Pick<Store, 'settlements' | 'transaction' | 'worklist' | 'collections'>;
  readonly outbox: Pick<Outbox, 'enqueue' | 'kick'>;
  readonly clock: Clock;
  readonly audit: Audit;
}): CollectionNotices {
  const { store, outbox, clock, audit } = deps;
  const worklist = createWorklist({
    ...{ store, clock, audit },
    tell: (record) => outbox.enqueue({ destination: 'operator', ...record }),
  });
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
      worklist.end(KIND, facts.messageId);
    },
    unknown(settlementId, amount, cashier) {
      if (store.worklist.everOfSettlement(settlementId).some(({ kind }) => kind === KIND)) return;
      const facts = factsOf(store, settlementId, amount);
      const { messageId, encounterId, setlId } = facts;
      audit('cashier.unknown', facts);
      tell(facts, { result: 'unknown' });
      // The cashier's own books have the key.
      const detail = { cashier, setlId, messageId, key: store.collections.ofSettlement(settlementId)?.key ?? null };
      worklist.open({ kind: KIND, subject: messageId, encounterId, settlementId, amountFen: amount, detail });
    },
  };
}
