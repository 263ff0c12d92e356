import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import { isBlocked } from '../settlement/intent.ts';
import type { Store } from '../store/store.ts';

export interface OriginsDeps {
  readonly store: Store;
  readonly clock: Clock;
}

/** Whose an encounter is: a client's of the HIS API by its name, or the outside HIS's (null). */
export type Origin = string | null;

/**
 * Says from where an encounter comes that is about to be prepared, durably: it decides whether the outside HIS is asked
 * to hold it and told of it, or the client's own list of notices is. It changes only while nothing of the encounter is
 * under way or untold: `BILL_BUSY` else, `HIS_NOTHING_UNPAID` where a client's own encounter is paid, `SETTLEMENT_OPEN`
 * where its outcome is not decided.
 */
export function claimOrigin({ store, clock }: OriginsDeps, encounterId: string, origin: Origin): FailureCode | null {
  return store.transaction(() => {
    const now = store.clientBills.get(encounterId);
    if ((now?.client ?? null) === origin) return null;
    if (isBlocked(store, encounterId)) return 'SETTLEMENT_OPEN';
    if (now !== null && now.settledBy !== null) return 'HIS_NOTHING_UNPAID';
    const underWay = store.visits.unfinished().some((visit) => visit.encounterId === encounterId);
    if (underWay || store.outbox.pending('his', encounterId) > 0) return 'BILL_BUSY';
    if (origin === null) store.clientBills.drop(encounterId);
    else store.clientBills.put(encounterId, origin, clock.now());
    return null;
  });
}
