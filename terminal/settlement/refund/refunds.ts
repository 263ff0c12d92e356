import type { RefundRow, RefundUntil } from '../../store/refunds.ts';
import type { SettlementRow } from '../../store/settlements.ts';
import type { CoreDeps } from '../deps.ts';
import type { BeginRefund, RefundOrder } from '../facts.ts';
import type { RefundPursuit } from './pursuit.ts';
import { isUnderWay } from './reducer.ts';
import type { ApplyRefund } from './transition.ts';

/** A stay is there whether it is settled or not: of it no more than the settlement is undone, unless somebody says so. */
export function createBeginRefund({ store, clock }: CoreDeps, apply: ApplyRefund): BeginRefund {
  const untilOf = ({ visitId }: SettlementRow, { until = 'settlement' }: RefundOrder): RefundUntil =>
    store.visits.get(visitId)?.form === 'inpatient' ? until : 'admission';
  return (settlement, order) => {
    const { id, encounterId } = settlement;
    const { setlId, cause, by, second } = order;
    if (setlId === null) throw new Error('refund: the settlement has no number at the centre');
    const until = untilOf(settlement, order);
    const former = store.refunds.ofSettlement(id);
    if (former === null) {
      store.refunds.insert({ settlementId: id, encounterId, setlId, cause, by, second, until, nowMs: clock.now() });
    } else if (former.state === 'kept') {
      apply(former.id, 'resolvedRefund', { order: { setlId, cause, by, second, until } });
    }
  };
}

export interface Refunds {
  /** Takes up every refund that is under way and that nobody follows yet. */
  wake(): void;
}

export function createRefunds(
  { store }: Pick<CoreDeps, 'store'>,
  pursuit: Pick<RefundPursuit, 'follow'>,
  /** Runs work in the background, again and again while the database fails. */
  insist: (work: () => Promise<void>) => void,
): Refunds {
  const followed = new Set<number>();
  const follow = (id: number): void => {
    followed.add(id);
    insist(async () => {
      const row: RefundRow | null = store.refunds.get(id);
      if (row !== null) await pursuit.follow(row);
      followed.delete(id);
    });
  };
  return {
    wake() {
      for (const { id, state } of store.refunds.open()) if (isUnderWay(state) && !followed.has(id)) follow(id);
    },
  };
}
