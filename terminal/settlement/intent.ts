import { newCheckCode } from '../../common/kernel/check-code.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Failure, Prepared } from '../ports.ts';
import { preSettledSchema } from '../store/figures.ts';
import { storeFailure } from '../store/open.ts';
import type { SettlementRow } from '../store/settlements.ts';
import type { Store } from '../store/store.ts';
import type { VisitRow } from '../store/visits.ts';
import { type CentreCalls, inputFailure, type Written } from './centre-calls.ts';
import { type CoreDeps, failure } from './deps.ts';
import { numbersOf, type SettleNo } from './form.ts';
import { settleInputOf } from './form-inputs.ts';
import { splitsDiffer } from './judge.ts';
import { isRefundGone, saysPaid } from './matter.ts';
import { isPaidFor } from './paid.ts';
import { isUndecided } from './refund/reducer.ts';
import { isAsBilled as isAsRegistered } from './registration/as-billed.ts';
import { isAsBilled } from './stay/as-billed.ts';
import { about } from './undo.ts';

/** Free space below which nothing is begun: the disk must hold the answer before the question is sent (risks I13). */
const RESERVE_BYTES = 16 * 1024 * 1024;

export interface Intent {
  readonly row: SettlementRow;
  readonly written: Written<SettleNo>;
}

/**
 * What stands in the way of another settlement of this encounter: one that is open or untold to the HIS, one that came
 * late or that only the centre has and that no person has decided, one whose refund is not decided, is not over, or is
 * missing from the centre's books.
 */
export function isBlocked(
  { settlements, refunds, worklist }: Pick<Store, 'settlements' | 'refunds' | 'worklist'>,
  encounterId: string,
): boolean {
  if (settlements.live(encounterId) !== null) return true;
  if (refunds.openOfEncounter(encounterId).some((refund) => isUndecided(refund.state))) return true;
  return worklist.ofEncounter(encounterId).some((work) => {
    const settlement = work.settlementId === null ? null : settlements.get(work.settlementId);
    return saysPaid(work) || (settlement !== null && isRefundGone({ refunds }, work, settlement));
  });
}

/**
 * Whether the centre has what the bill says, as far as anybody knows: of a stay its lines and its discharge, of a visit
 * that was registered by a verb of its own its lines and its diagnoses.
 */
function isSettleable(store: Pick<Store, 'stays' | 'registrations'>, visit: VisitRow): boolean {
  const { form, stayId, registrationId, encounter } = visit;
  if (form === 'outpatient') {
    const registration = registrationId === null ? null : store.registrations.get(registrationId);
    return registration === null || isAsRegistered(store, registration, encounter);
  }
  const stay = stayId === null ? null : store.stays.get(stayId);
  return stay !== null && isAsBilled(store, stay, encounter);
}

/** Makes the intent: message id, exact bytes, settlement row and audit row in one transaction. Only after it may a byte leave. */
export function createIntent({ store, clock, random, audit }: CoreDeps, calls: CentreCalls) {
  const write = (prepared: Prepared): Result<Intent, Failure> => {
    const visit = store.visits.get(prepared.id);
    const shown = visit?.preSettled ?? null;
    // The person has confirmed exactly what 2206 answered last, for a preparation that is still ours.
    const current =
      visit?.phase === 'ready' &&
      shown?.useAccount === prepared.useAccount &&
      !splitsDiffer(preSettledSchema.shape.split.parse(prepared.split), shown.split);
    if (!visit || !shown || visit.mdtrtId === null || !current) return err(failure('SETTLEMENT_OPEN'));
    if (isBlocked(store, visit.encounterId) || !isSettleable(store, visit)) return err(failure('SETTLEMENT_OPEN'));
    // Whatever has settled it since it was prepared: people may have said that an older one stands.
    if (isPaidFor(store, visit.encounterId, visit.origin)) return err(failure('SETTLEMENT_OPEN'));
    const settle = numbersOf[visit.form].settle;
    const written = calls.write(settle, about(visit), settleInputOf(visit, visit.mdtrtId, shown));
    if (!written.ok) return err(inputFailure('HIS_BAD_ANSWER', written.error));
    const id = store.settlements.insert({
      visitId: visit.id,
      encounterId: visit.encounterId,
      messageRow: written.value.row,
      previousId: store.settlements.newestOfEncounter(visit.encounterId)?.id ?? null,
      useAccount: shown.useAccount,
      splitShown: shown.split,
      levels: new Map(Object.entries(shown.levels)),
      checkCode: newCheckCode(random),
      nowMs: clock.now(),
    });
    const row = store.settlements.get(id);
    if (row === null) throw new Error('settlement: the intent just made is not there');
    const { messageId, encounterId, previousId } = row;
    audit('settlement.intent', { messageId, encounterId, previous: previousId, to: row.state });
    return ok({ row, written: written.value });
  };

  return (prepared: Prepared): Result<Intent, Failure> => {
    try {
      if (store.freeBytes() < RESERVE_BYTES) return err(failure('STORE_FULL'));
      return store.transaction(() => write(prepared));
    } catch (cause) {
      const code = storeFailure(cause);
      if (code === null) throw cause;
      return err(failure(code));
    }
  };
}
