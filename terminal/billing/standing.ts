import type { WorklistKind } from '../../common/contracts/worklist.ts';
import { fen } from '../../common/kernel/money.ts';
import type { Origin } from '../ports.ts';
import { isBlocked } from '../settlement/intent.ts';
import { isGiven } from '../settlement/matter.ts';
import { originOf } from '../settlement/paid.ts';
import { resultOf } from '../settlement/results.ts';
import type { RefundRow } from '../store/refunds.ts';
import type { SettlementRow } from '../store/settlements.ts';
import type { Store } from '../store/store.ts';
import { settledBill } from './answers.ts';
import type { BillState, RefundedBill, Standing } from './port.ts';

export type StandingStore = Pick<Store, 'settlements' | 'refunds' | 'visits' | 'worklist'>;

/** A slip that may be out, a notice that nobody has read: of neither does it hang how money of the encounter ends. */
const ABOUT_PAPER: readonly WorklistKind[] = ['print-unknown', 'refund-unread'];

/** Whether a person has to say something about money of this encounter. */
export function waitsForPeople(store: StandingStore, encounterId: string): boolean {
  return store.worklist.ofEncounter(encounterId).some(({ kind }) => !ABOUT_PAPER.includes(kind));
}

/** A refund that the centre has done, with what is returned in cash. */
export function refundedBill(settlement: SettlementRow, refund: RefundRow | null): RefundedBill | null {
  if (refund === null || refund.refundedAt === null) return null;
  const { encounterId, messageId, splitSettled, splitShown } = settlement;
  const cashReturned = fen((splitSettled ?? splitShown).cash);
  return { encounterId, messageId, refundedAt: refund.refundedAt, cashReturned };
}

/** Whether this origin ever prepared the encounter here, or has had a stay or a registration of it. */
export function isOf(
  { visits, stays, registrations }: Pick<Store, 'visits' | 'stays' | 'registrations'>,
  encounterId: string,
  origin: Origin,
): boolean {
  return [visits, stays, registrations].some((rows) => rows.isOf(encounterId, origin));
}

/** `open`: it is being prepared, or is prepared. */
function stateOf(store: StandingStore, encounterId: string, row: SettlementRow | null, open: boolean): BillState {
  const refund = row === null ? null : store.refunds.ofSettlement(row.id);
  if (row !== null && row.state === 'intended') return 'settling';
  if (row !== null && (row.state === 'unknown' || row.state === 'fencing')) {
    return waitsForPeople(store, encounterId) ? 'people' : 'unknown';
  }
  if (refund?.state === 'stopped') return 'people';
  if (open) return 'prepared';
  if (row === null) return 'none';
  if (refund?.state === 'refunded' || refund?.state === 'done') return 'refunded';
  if (isGiven(store, row.id)) return 'refunding';
  if (row.state === 'settled') return 'settled';
  return isBlocked(store, encounterId) ? 'people' : 'none';
}

/** Where an encounter stands, by the journal alone; of one origin, by what that one brought. */
export function standingOf(store: StandingStore, encounterId: string, origin?: Origin): Standing {
  const settled = store.settlements.ofEncounter(encounterId);
  const row = settled.find((one) => origin === undefined || originOf(store, one) === origin) ?? null;
  const open = store.visits.open(encounterId);
  const isOpen = open !== null && (origin === undefined || open.origin === origin);
  const visit = row === null ? null : store.visits.get(row.visitId);
  const result = row === null || visit === null ? null : resultOf(row, visit);
  return {
    encounterId,
    state: stateOf(store, encounterId, row, isOpen),
    messageId: row?.messageId ?? null,
    settled: result?.kind === 'settled' ? settledBill(result.settled) : null,
    refunded: row === null ? null : refundedBill(row, store.refunds.ofSettlement(row.id)),
  };
}
