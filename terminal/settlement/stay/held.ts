import type { FailureCode } from '../../../common/contracts/failures.ts';
import type { Store } from '../../store/store.ts';
import { isBlocked } from '../intent.ts';

/**
 * Why nothing may be changed about a stay, or null: its settlement stands (STAY_SETTLED), or one has no known outcome, is
 * being given back, or waits for people (SETTLEMENT_OPEN).
 */
export function whyHeld(
  store: Pick<Store, 'settlements' | 'refunds' | 'worklist'>,
  encounterId: string,
): FailureCode | null {
  const stands = store.settlements.ofEncounter(encounterId).some(({ id, state }) => {
    const refund = store.refunds.ofSettlement(id)?.state;
    return state === 'settled' && (refund === undefined || refund === 'kept');
  });
  if (stands) return 'STAY_SETTLED';
  return isBlocked(store, encounterId) ? 'SETTLEMENT_OPEN' : null;
}
