import type { StatementSums } from '../../common/contracts/reconcile.ts';
import { findSettlementInput } from '../settlement/inputs.ts';
import { settlementTime } from '../settlement/judge.ts';
import { isOf, visitOf } from '../settlement/sighting.ts';
import { about as addressed } from '../settlement/undo.ts';
import type { KnownSettlement } from '../store/reconcile-found.ts';
import type { RunRow } from '../store/reconcile-rows.ts';
import type { ReconcileDeps } from './deps.ts';
import type { ResultLine } from './result-file.ts';
import { isNothing, subSums } from './sums.ts';

/** The centre's number of a refund whose answer was lost: 5203 says that a settlement is given back, never under which number. */
export interface RefundNumber {
  readonly settlementId: number;
  readonly refundSetlId: string;
  /** On the day in whose books it stands. */
  readonly refundedAt: string;
}

type Refund = NonNullable<KnownSettlement['refund']>;

/** Whether this row of the day's books can only be the refund that the journal knows without its number. */
function isRefundOf(line: ResultLine, about: KnownSettlement, refund: Refund, ours: StatementSums | null): boolean {
  if (!line.refund || refund.setlId !== null || about.state !== 'settled' || line.mdtrtId === '') return false;
  // A centre that books a refund under the settlement's own number has no other to be learned.
  if (line.setlId === about.setlId || line.setlId === refund.of || ours === null) return false;
  const named = line.messageId === about.messageId || line.messageId === refund.messageId;
  if (line.amounts === null) return named;
  return isNothing(subSums({ count: 1, ...line.amounts }, ours));
}

/**
 * What a row of the day's books tells of such a number; null where it tells nothing. Where the journal has it on another
 * day, because it was found after midnight, 5203 is asked for the refund's own time, and without one nothing is learned.
 */
export async function numberShown(
  deps: ReconcileDeps,
  run: Pick<RunRow, 'day'>,
  line: ResultLine,
  { about, ours }: { readonly about: KnownSettlement | null; readonly ours: StatementSums | null },
  mayAsk: () => boolean,
): Promise<RefundNumber | null> {
  const refund = about?.refund ?? null;
  if (about === null || refund === null || !isRefundOf(line, about, refund, ours)) return null;
  const of = { settlementId: about.id, refundSetlId: line.setlId };
  if (refund.at?.startsWith(run.day) === true) return { ...of, refundedAt: refund.at };
  if (!mayAsk()) return null;
  const visit = visitOf(deps, about.visitId);
  const answer = await deps.calls.ask('5203', addressed(visit), findSettlementInput(visit, visit.mdtrtId, line.setlId));
  if (!answer.ok || answer.value.kind !== 'ok') return null;
  const own = answer.value.output.setlinfo.find((one) => one.setl_id === line.setlId && isOf(one, visit));
  const refundedAt = own === undefined ? '' : settlementTime(own.setl_time, deps.clock.now());
  return refundedAt.startsWith(run.day) ? { ...of, refundedAt } : null;
}

/** Keeps it, within the caller's transaction; what the journal knows by then stays. The next comparison counts it. */
export function keepNumber(
  { store, clock, audit }: ReconcileDeps,
  { day }: Pick<RunRow, 'day'>,
  known: RefundNumber,
): void {
  const { settlementId, refundSetlId, refundedAt } = known;
  const refund = store.refunds.ofSettlement(settlementId);
  const taken = store.reconcile.bySetlId(refundSetlId) !== null;
  if (refund === null || refund.refundedAt === null || refund.refundSetlId !== null || taken) return;
  const { foundBy } = refund;
  store.refunds.change(refund.id, { refunded: { refundSetlId, refundedAt, foundBy: foundBy ?? '5203' } }, clock.now());
  audit('reconcile.refund-number', { day, messageId: refund.messageId, setlId: refundSetlId });
}
