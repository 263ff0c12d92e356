import { formatDate } from '../../common/kernel/dates.ts';
import { addFen, type Fen, ZERO_FEN } from '../../common/kernel/money.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Failure } from '../ports.ts';
import type { Worklist } from '../worklist/worklist.ts';
import { type CentreCalls, inputFailure, stepFailure } from './centre-calls.ts';
import { type CoreDeps, failure } from './deps.ts';
import type { PrepareInput } from './preparation.ts';

/** Asks the centre whether an encounter was settled by a journal that this terminal no longer has. */
export type AskPredecessor = (input: PrepareInput) => Promise<Result<void, Failure>>;

/** A settlement that stands at the centre for the encounter. */
interface Standing {
  readonly setlId: string;
  readonly mdtrtId: string;
  readonly total: Fen;
}

/**
 * A journal that follows a lost one knows nothing of what that one left open (risks I14), so the centre is asked before
 * anything is prepared for an encounter from before: its registrations (5201), and what is settled under each (5203).
 * One that stands goes to the work-list and is not settled again; a centre that does not answer leaves it unsettled.
 * An UNKNOWN of the lost journal is fenced off besides by the HIS, whose hold bears that journal's name.
 */
export function createAskPredecessor(
  deps: CoreDeps,
  calls: CentreCalls,
  worklist: Pick<Worklist, 'open'>,
): AskPredecessor {
  const { store, clock } = deps;

  const standingOf = async (input: PrepareInput): Promise<Result<readonly Standing[], Failure>> => {
    const { encounter, insured } = input;
    const { psnNo } = insured;
    const about = { visitId: null, insuplcAdmdvs: insured.insurances[0].insuplcAdmdvs };
    const days = {
      begntime: `${encounter.visitedAt.slice(0, 10)} 00:00:00`,
      endtime: `${formatDate(clock.now())} 23:59:59`,
    };
    const visits = await calls.ask('5201', about, {
      data: { psn_no: psnNo, med_type: encounter.medicalType, ...days },
    });
    if (!visits.ok) return err(inputFailure('HIS_BAD_ANSWER', visits.error));
    // A centre that answers "nothing found" with a refusal says the same as one with an empty list.
    if (visits.value.kind === 'refused') return ok([]);
    if (visits.value.kind !== 'ok') return err(stepFailure(visits.value));
    const standing: Standing[] = [];
    for (const visit of visits.value.output.data) {
      if (visit.ipt_otp_no !== encounter.encounterId) continue;
      const mdtrtId = visit.mdtrt_id;
      const found = await calls.ask('5203', about, { data: { psn_no: psnNo, mdtrt_id: mdtrtId } });
      if (!found.ok) return err(inputFailure('CENTRE_BAD_ANSWER', found.error));
      if (found.value.kind === 'refused') continue;
      if (found.value.kind !== 'ok') return err(stepFailure(found.value));
      for (const row of found.value.output.setlinfo) {
        if (row.mdtrt_id !== mdtrtId || row.refd_setl_flag === '1') continue;
        standing.push({ setlId: row.setl_id, mdtrtId, total: row.medfee_sumamt });
      }
    }
    return ok(standing);
  };

  return async (input) => {
    const origin = store.origin.get();
    const { encounterId, visitedAt } = input.encounter;
    if (origin === null || visitedAt.slice(0, 10) > formatDate(origin.adoptedAt)) return ok(undefined);
    const standing = await standingOf(input);
    if (!standing.ok) return standing;
    const [first] = standing.value;
    if (first === undefined) return ok(undefined);
    const total = addFen(ZERO_FEN, ...standing.value.map((one) => one.total));
    store.transaction(() => {
      worklist.open({
        kind: 'difference',
        subject: `lost-journal ${encounterId}`,
        encounterId,
        settlementId: null,
        amountFen: total,
        detail: { setlId: first.setlId, mdtrtId: first.mdtrtId, rows: standing.value.length },
      });
    });
    deps.outbox.kick();
    return err(failure('SETTLEMENT_OPEN'));
  };
}
