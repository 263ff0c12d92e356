import type { Clock } from '../../common/kernel/ports.ts';
import type { PrintJobsCore } from '../settlement/print-jobs.ts';
import type { Store } from '../store/store.ts';
import type { CollectionNotices } from './notices.ts';

export interface LeftOpenDeps {
  readonly store: Pick<Store, 'transaction' | 'collections'>;
  readonly notices: Pick<CollectionNotices, 'unknown'>;
  /** Calls somebody about a slip that was never begun; null where there is no printer. */
  readonly slips: Pick<PrintJobsCore, 'owed'> | null;
  readonly clock: Clock;
}

/**
 * At a start without an external cashier in the profile: keys that were asked for while there was one are open, there is
 * nobody whom they could be asked of, and money may have been taken under them. Somebody is called for each, once; should
 * the profile name its cashier again, they are ended as ever (`collections.ts`). Returns how many there are.
 */
export function callForLeftOpen({ store, notices, slips, clock }: LeftOpenDeps): number {
  const open = store.collections.open();
  for (const { id, settlementId, amount, state } of open) {
    store.transaction(() => {
      store.collections.closing(id, clock.now());
      notices.unknown(settlementId, amount, 'gone');
      if (state === 'asked') slips?.owed(settlementId);
    });
  }
  return open.length;
}
