import type { FailureCode } from '../../common/contracts/failures.ts';
import type { StaffActAsked } from '../../common/contracts/staff.ts';
import { formatDate, isIsoDate } from '../../common/kernel/dates.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import { copyable } from '../services/copy-receipt.ts';
import { whyNot } from '../settlement/answers.ts';
import type { Store } from '../store/store.ts';

export interface RefusalParts {
  readonly clock: Clock;
  readonly store: () => Pick<Store, 'worklist' | 'settlements' | 'refunds' | 'visits'> | null;
  readonly fault: () => FailureCode | null;
}

/**
 * Why a staff act would come to nothing whoever proves herself, or null: no such row, an answer that its row does not
 * take, a number of which there is no receipt, a day that has not come, no journal. What each act looks up again when it
 * is done is its own; here it spares people the way to the terminal.
 */
export function createRefusal({ clock, store, fault }: RefusalParts) {
  return (act: StaffActAsked, day: string | null): FailureCode | null => {
    switch (act.act) {
      case 'worklistList':
      case 'worklistResolve':
      case 'receiptCopy':
      case 'page': {
        const open = store();
        if (open === null) return fault() ?? 'STORE_LOCKED';
        if (act.act === 'worklistResolve') return whyNot(open, open.worklist.get(act.id), act.resolution);
        return act.act !== 'receiptCopy' || copyable(open, act.settlement) !== null ? null : 'RECEIPT_NONE';
      }
      case 'reconcile':
        return day === null || (isIsoDate(day) && day <= formatDate(clock.now())) ? null : 'RECONCILE_DAY';
      default:
        return null;
    }
  };
}
