import { fen } from '../../common/kernel/money.ts';
import { isBlocked } from '../settlement/intent.ts';
import { isGiven } from '../settlement/matter.ts';
import { resultOf } from '../settlement/results.ts';
import type { RefundRow } from '../store/refunds.ts';
import type { SettlementRow } from '../store/settlements.ts';
import type { Store } from '../store/store.ts';
import { settledBill } from './answers.ts';
import type { BillState, RefundedBill, Standing } from './port.ts';

export type StandingStore = Pick<Store, 'settlements' | 'refunds' | 'visits' | 'worklist'>;

/** Whether a person has to say something about money of this encounter. */
export function waitsForPeople(store: StandingStore, encounterId: string): boolean {
  return store.worklist.ofEncounter(encounterId).some(({ kind }) => kind !== 'print-unknown');
}

/** A refund that the centre has done, with what is returned in cash. */
export function refundedBill(settlement: SettlementRow, refund: RefundRow | null): RefundedBill | null {
  if (refund === null || refund.refundedAt === null) return null;
  const { encounterId, messageId, splitSettled, splitShown } = settlement;
  const cashReturned = fen((splitSettled ?? splitShown).cash);
  return { encounterId, messageId, refundedAt: refund.refundedAt, cashReturned };
}

function stateOf(store: StandingStore, encounterId: string, row: SettlementRow | null): BillState {
  const refund = row === null ? null : store.refunds.ofSettlement(row.id);
  if (row !== null && row.state === 'intended') return 'settling';
  if (row !== null && (row.state === 'unknown' || row.state === 'fencing')) {
    return waitsForPeople(store, encounterId) ? 'people' : 'unknown';
  }
  if (refund?.state === 'stopped') return 'people';
  if (store.visits.open(encounterId) !== null) return 'prepared';
  if (row === null) return 'none';
  if (refund?.state === 'refunded' || refund?.state === 'done') return 'refunded';
  if (isGiven(store, row.id)) return 'refunding';
  if (row.state === 'settled') return 'settled';
  return isBlocked(store, encounterId) ? 'people' : 'none';
}

/** Where an encounter stands, by the journal alone. */
export function standingOf(store: StandingStore, encounterId: string): Standing {
  const row = store.settlements.newestOfEncounter(encounterId);
  const visit = row === null ? null : store.visits.get(row.visitId);
  const result = row === null || visit === null ? null : resultOf(row, visit);
  return {
    encounterId,
    state: stateOf(store, encounterId, row),
    messageId: row?.messageId ?? null,
    settled: result?.kind === 'settled' ? settledBill(result.settled) : null,
    refunded: row === null ? null : refundedBill(row, store.refunds.ofSettlement(row.id)),
  };
}
