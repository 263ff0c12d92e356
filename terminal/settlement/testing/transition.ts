import type { SettlementChange } from '../../store/settlements.ts';
import type { Facts, RefundOrder } from '../facts.ts';
import type { SettlementEvent } from '../reducer.ts';
import { createApply } from '../transition.ts';
import { settlementKit, WAITS } from './settlement.ts';

/** A settlement, and what its moves do. */
export function make(change: SettlementChange = {}, attended = true) {
  const kit = settlementKit();
  const refunds: RefundOrder[] = [];
  const flagged: number[] = [];
  const { deps, calls, notices, staff } = kit;
  const apply = createApply(deps, {
    calls,
    notices,
    staff,
    waits: WAITS,
    attended: () => attended,
    beginRefund: (_row, order) => void refunds.push(order),
    unseen: { flag: ({ id }) => void flagged.push(id) },
  });
  kit.intend(change);
  const move = (event: SettlementEvent, facts?: Facts) => apply(1, event, facts);
  const verifyAt = () => kit.store.settlements.toVerify()[0]?.at ?? null;
  return { ...kit, refunds, flagged, apply, move, verifyAt };
}
export const fence = (s: ReturnType<typeof make>) => s.store.messages.get(s.row().fenceMessageRow ?? 0);
