import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Origin } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { isBlocked } from './intent.ts';
import { isPaidFor } from './paid.ts';

/**
 * Whether a refusal is the core's to give: what is paid by the journal may have been given back elsewhere, and before the
 * core says so it asks the centre (`refund/elsewhere.ts`).
 */
export const isAskedFirst = (why: FailureCode | null): boolean => why === 'HIS_NOTHING_UNPAID';

/**
 * Why an encounter may not be prepared for this origin now, or null. Nothing is written down here: an encounter is a
 * client's by its preparations, its stays and its registrations, each of which has its origin, so that who only tried leaves no trace. It goes
 * from one origin to another while nothing of it is under way or untold. `BILL_NONE`: another's stay or registration, which
 * is not there for anybody else · `SETTLEMENT_OPEN`: the outcome of a settlement is not decided · `HIS_NOTHING_UNPAID`: it is paid ·
 * `BILL_BUSY`: another's preparation is not over, or its end is not told yet.
 */
export function whyNotFor(store: Store, encounterId: string, origin: Origin): FailureCode | null {
  const stay = store.stays.open(encounterId);
  if (stay !== null && stay.origin !== origin) return 'BILL_NONE';
  const registration = store.registrations.open(encounterId);
  if (registration !== null && registration.origin !== origin) return 'BILL_NONE';
  if (isBlocked(store, encounterId)) return 'SETTLEMENT_OPEN';
  if (isPaidFor(store, encounterId, origin)) return 'HIS_NOTHING_UNPAID';
  const newest = store.visits.newest(encounterId);
  if (newest === null || newest.origin === origin) return null;
  const underWay = store.visits.unfinished().some((visit) => visit.encounterId === encounterId);
  return underWay || store.outbox.pending('his', encounterId) > 0 ? 'BILL_BUSY' : null;
}
