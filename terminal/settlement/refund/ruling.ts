import type { FailureCode } from '../../../common/contracts/failures.ts';
import type { WorklistResolution } from '../../../common/contracts/worklist.ts';
import { err, ok, type Result } from '../../../common/kernel/result.ts';
import type { RefundRow } from '../../store/refunds.ts';
import type { SettlementRow } from '../../store/settlements.ts';
import type { Store } from '../../store/store.ts';
import type { RefundPursuit } from './pursuit.ts';
import type { RefundEvent } from './reducer.ts';
import type { ApplyRefund } from './transition.ts';

type Looked = Awaited<ReturnType<RefundPursuit['look']>>;

/**
 * What two people may decide of a refund that does not come to its end, where nothing of it is under way: try again
 * (`refund`), give it up (`stands`: 5203 shows the settlement, not refunded), or take it as given back (`void`: 5203 shows
 * it refunded, or no such row). `rule` closes the work-list row and makes the move as one transaction.
 */
export type RefundRuling = (
  settlement: SettlementRow,
  resolution: WorklistResolution,
  rule: (move: () => boolean) => boolean,
) => Promise<FailureCode | null>;

export function createRefundRuling(
  { store }: { readonly store: Store },
  parts: {
    readonly pursuit: Pick<RefundPursuit, 'look'>;
    readonly apply: ApplyRefund;
    readonly wake: () => void;
    readonly now: () => string;
  },
): RefundRuling {
  const { pursuit, apply } = parts;

  const event = (resolution: WorklistResolution, looked: Looked['event']): Result<RefundEvent, FailureCode> => {
    if (resolution === 'refund') return ok('resolvedRefund');
    if (looked === 'queryFailed') return err('WORKLIST_UNANSWERED');
    const standing = looked === 'queryStanding';
    if (standing !== (resolution === 'stands')) return err('WORKLIST_NOT_PROVEN');
    return ok(standing ? 'resolvedStands' : 'resolvedVoid');
  };

  return async (settlement, resolution, rule) => {
    const refund: RefundRow | null = store.refunds.ofSettlement(settlement.id);
    if (refund === null) return 'WORKLIST_NOT_ALLOWED';
    const looked = await pursuit.look(refund);
    const next = event(resolution, looked.event);
    if (!next.ok) return next.error;
    const refunded = looked.facts.refunded ?? { refundSetlId: null, refundedAt: parts.now(), foundBy: '5203' as const };
    const ruled = rule(() => {
      const before = store.refunds.get(refund.id)?.state;
      return apply(refund.id, next.value, { refunded }).state !== before;
    });
    if (!ruled) return 'WORKLIST_NOT_ALLOWED';
    parts.wake();
    return null;
  };
}
