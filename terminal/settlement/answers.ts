import type { FailureCode } from '../../common/contracts/failures.ts';
import { resolutionsOf, type WorklistResolution, type WorklistRow } from '../../common/contracts/worklist.ts';
import type { SettlementRow } from '../store/settlements.ts';
import type { Store } from '../store/store.ts';
import { isForeign, isGiven, isRefundGone, isSecond, saysGone, saysPaid } from './matter.ts';

export type Answer = Exclude<WorklistResolution, 'ended'>;
type Books = Pick<Store, 'settlements' | 'refunds'>;

/** Another settlement of the encounter that stands or may stand. */
export function hasOther({ settlements, refunds }: Books, row: SettlementRow): boolean {
  if (settlements.live(row.encounterId) !== null) return true;
  return settlements.ofEncounter(row.encounterId).some((other) => {
    const given = refunds.ofSettlement(other.id)?.state;
    return other.id !== row.id && other.state === 'settled' && given !== 'refunded' && given !== 'done';
  });
}

/** Settled here and taken back: the HIS, which knows that, takes one message id for paid only once. */
export function mayCountAgain(store: Books, row: SettlementRow): boolean {
  return row.state !== 'reversed' || (row.setlId === null && !hasOther(store, row));
}

/** The books differ in a settlement that we have as settled: it stands, and nothing moves. */
export function isKept(work: WorklistRow, { state }: SettlementRow, answer: Answer): boolean {
  return answer === 'stands' && state === 'settled' && work.kind === 'difference';
}

/** Seen, and nothing moves: not where somebody must say what is so with the money, which takes two people. */
function mayBeNoted(store: Books, work: WorklistRow, row: SettlementRow): boolean {
  if (saysPaid(work) || isRefundGone(store, work, row)) return false;
  return row.state !== 'settled' || !saysGone(work, row) || isGiven(store, row.id);
}

function mayBeVoid(store: Books, work: WorklistRow, row: SettlementRow): boolean {
  const { state } = row;
  if (isForeign(work, row) || isRefundGone(store, work, row)) return true;
  if (state === 'unknown' || state === 'fencing' || state === 'reversed' || isSecond(work, row)) return true;
  if (state === 'settled') return saysGone(work, row) && !isGiven(store, row.id);
  return work.kind === 'difference' && (state === 'refused' || state === 'notSent');
}

/**
 * Whether the answer may be given to this row at all, as its settlement stands in the journal now: before the centre is
 * asked, and apart from a 2601 that may be under way. `settlement`: null where the row is about none.
 */
export function isPossible(store: Books, work: WorklistRow, settlement: SettlementRow | null, answer: Answer): boolean {
  if (!resolutionsOf[work.kind].includes(answer)) return false;
  if (settlement === null) return answer !== 'refund';
  if (answer === 'noted') return mayBeNoted(store, work, settlement);
  // What becomes of a refund is decided by its own rules.
  if (work.kind === 'refund-stuck') return true;
  if (answer === 'void') return mayBeVoid(store, work, settlement);
  // It went back by our books: it counts no more, and it cannot go back twice.
  if (isRefundGone(store, work, settlement)) return false;
  const second = isSecond(work, settlement);
  if (isKept(work, settlement, answer)) return !second;
  if (second || isGiven(store, settlement.id)) return false;
  const { state } = settlement;
  return state === 'reversed' || state === (answer === 'refund' ? 'settled' : 'unknown');
}

/**
 * Why the answer would be refused whatever the centre shows, or null: WORKLIST_NOT_FOUND, WORKLIST_NOT_ALLOWED, and
 * WORKLIST_FENCE_OPEN while a 2601 goes its rounds. So nobody has to prove herself for it first; the ruling itself
 * (`resolve.ts`) looks again.
 */
export function whyNot(store: Books, work: WorklistRow | null, answer: Answer): FailureCode | null {
  if (work === null || work.resolution !== null) return 'WORKLIST_NOT_FOUND';
  const settlement = work.settlementId === null ? null : store.settlements.get(work.settlementId);
  const moves = answer === 'stands' || answer === 'refund';
  if (moves && settlement?.state === 'fencing' && resolutionsOf[work.kind].includes(answer))
    return 'WORKLIST_FENCE_OPEN';
  if (!isPossible(store, work, settlement, answer)) return 'WORKLIST_NOT_ALLOWED';
  if (answer !== 'stands' || settlement === null || work.kind === 'refund-stuck') return null;
  return mayCountAgain(store, settlement) ? null : 'WORKLIST_NOT_ALLOWED';
}

/** What may be answered to the row as things stand: for the staff's page and the command line alike. */
export function answersOf(store: Books, work: WorklistRow): readonly Answer[] {
  return resolutionsOf[work.kind].filter((answer) => whyNot(store, work, answer) === null);
}
