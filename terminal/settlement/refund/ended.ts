import type { Clock } from '../../../common/kernel/ports.ts';
import type { RefundRow, RefundState } from '../../store/refunds.ts';
import type { Watchers } from '../watchers.ts';

/** States in which there is nothing more to wait for. */
export const ENDS: readonly RefundState[] = ['done', 'kept', 'stopped'];

/** Waits until the refund of a settlement has ended, at most `limitMs`. Who waits looks for himself first. */
export type RefundEnded = (settlementId: number, limitMs: number) => Promise<void>;

export function createRefundEnded(clock: Clock, moves: Watchers<RefundRow>): RefundEnded {
  return (settlementId, limitMs) =>
    new Promise((resolve) => {
      const end = (): void => {
        cancel();
        unwatch();
        resolve();
      };
      const cancel = clock.after(limitMs, end);
      const unwatch = moves.watch((moved) => {
        if (moved.settlementId === settlementId && ENDS.includes(moved.state)) end();
      });
    });
}
