import type { RefundRow, RefundState } from '../../store/refunds.ts';
import type { CoreDeps } from '../deps.ts';
import type { Watchers } from '../watchers.ts';
import type { Work } from '../work.ts';
import { type RefundResult, refundResult } from './asked.ts';

/** `messageId`: of the settlement that is given back. */
export type OnRefundKnown = (messageId: string, result: RefundResult) => void;

/** The money is back, the settlement stands, or people decide: whoever was told "unknown" can be told more. */
const KNOWN: readonly RefundState[] = ['refunded', 'done', 'kept', 'stopped'];

/**
 * Tells how refunds end, whoever asked for them and whether anybody still waits. One may be told of more than once, with
 * the same words; a database that fails meanwhile delays it.
 */
export function createRefundKnown(
  { store }: Pick<CoreDeps, 'store'>,
  { refundMoves, insist }: { readonly refundMoves: Watchers<RefundRow>; readonly insist: Work['insist'] },
): (listener: OnRefundKnown) => void {
  return (listener) =>
    void refundMoves.watch(({ settlementId, state }) => {
      if (!KNOWN.includes(state)) return;
      insist(async () => {
        const row = store.settlements.get(settlementId);
        if (row !== null) listener(row.messageId, refundResult(store, row));
      });
    });
}
