import type { FailureCode } from '../../../common/contracts/failures.ts';
import type { Store } from '../../store/store.ts';
import { isBlocked } from '../intent.ts';
import { standing } from '../paid.ts';

type Books = Pick<Store, 'settlements' | 'refunds' | 'worklist'>;

/**
 * Why nobody may change anything about a stay, or null: its settlement stands (STAY_SETTLED), or one has no known outcome,
 * is being given back, or waits for people (SETTLEMENT_OPEN).
 */
export function whyHeld(store: Books, encounterId: string): FailureCode | null {
  if (standing(store, encounterId).length > 0) return 'STAY_SETTLED';
  return isBlocked(store, encounterId) ? 'SETTLEMENT_OPEN' : null;
}

/**
 * The same of a message that is about to be written. Once the money is back, the refund itself undoes what it was told to:
 * until that is over nothing can be settled, so it has the stay to itself.
 */
export function whyNotWritten(store: Books, encounterId: string): FailureCode | null {
  const why = whyHeld(store, encounterId);
  const isBeingUndone = store.refunds.openOfEncounter(encounterId).some(({ state }) => state === 'refunded');
  return why === 'SETTLEMENT_OPEN' && isBeingUndone && store.settlements.live(encounterId) === null ? null : why;
}
