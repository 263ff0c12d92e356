import type { CentreInput, CentreOutput } from '../../common/contracts/centre/transactions.ts';
import { formatDate } from '../../common/kernel/dates.ts';
import { addFen, type Fen, ZERO_FEN } from '../../common/kernel/money.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { CentreOutcome, InvalidInput } from '../gateways/centre/port.ts';
import type { Failure } from '../ports.ts';
import { CLOCKS_APART_MS, type JournalOrigin } from '../store/origin.ts';
import type { Worklist } from '../worklist/worklist.ts';
import { type CentreCalls, inputFailure, stepFailure } from './centre-calls.ts';
import { type CoreDeps, failure } from './deps.ts';
import type { PrepareInput } from './prepare-input.ts';

/** Asks the centre whether an encounter was settled by a journal that this terminal no longer has. */
export type AskPredecessor = (input: PrepareInput) => Promise<Result<void, Failure>>;

/** A settlement that stands at the centre for the encounter, or may stand: then nobody knows its number and sum. */
interface Standing {
  readonly setlId: string | null;
  readonly mdtrtId: string;
  readonly total: Fen | null;
}

/** Of a day on which only this journal can have worked, whatever the two clocks said. */
const isAfter = (visitedAt: string, { adoptedAt }: JournalOrigin): boolean =>
  visitedAt.slice(0, 10) > formatDate(adoptedAt + CLOCKS_APART_MS);

type Asked<I extends '5201' | '5203'> = Result<CentreOutcome<CentreOutput<I>>, InvalidInput>;

/**
 * A journal that follows a lost one knows nothing of what that one left open (risks I14), so the centre is asked before
 * anything is prepared for an encounter from before: its registrations (5201), and what is settled under each (5203).
 * One that stands goes to the work-list and is not settled again; a centre that does not answer leaves it unsettled.
 * A refusal is believed as "nothing found" only when it is repeated after a fresh sign-in. A centre whose 5203 wants a
 * setl_id cannot say that there is none, so there a registration that this journal does not know is enough.
 * An UNKNOWN of the lost journal is fenced off besides by the HIS, whose hold bears that journal's name. Of a visit that a
 * client of the HIS API brings no HIS outside has a hold, and "not found" alone never permits a second settlement: there
 * too such a registration is enough; and, where the profile has that API, for kiosk and desk as well, since a client may have
 * brought what the outside HIS now gives to them. (A stay is settled under the one number that it has.)
 */
export function createAskPredecessor(
  deps: CoreDeps,
  calls: CentreCalls,
  worklist: Pick<Worklist, 'open'>,
): AskPredecessor {
  const { store, clock } = deps;
  const { hasHisApi, centre } = deps.settings;
  const { settlementQueryNeedsSetlId } = centre;

  /** A stale sign-in is refused too. */
  const askTwice = async <I extends '5201' | '5203'>(
    infno: I,
    about: { readonly visitId: null; readonly insuplcAdmdvs: string },
    input: CentreInput<I>,
  ): Promise<Result<Asked<I>, Failure>> => {
    const first = await calls.ask(infno, about, input);
    if (!first.ok || first.value.kind !== 'refused') return ok(first);
    calls.forgetSignIn();
    const signed = await calls.signIn();
    return signed.ok ? ok(await calls.ask(infno, about, input)) : signed;
  };

  const standingOf = async (input: PrepareInput): Promise<Result<readonly Standing[], Failure>> => {
    const { encounter, insured, origin = null } = input;
    const { psnNo } = insured;
    const isUnheld = (hasHisApi || origin !== null) && encounter.stay === undefined;
    const about = { visitId: null, insuplcAdmdvs: insured.insurances[0].insuplcAdmdvs };
    const days = {
      begntime: `${encounter.visitedAt.slice(0, 10)} 00:00:00`,
      endtime: `${formatDate(clock.now())} 23:59:59`,
    };
    const registered = await askTwice('5201', about, {
      data: { psn_no: psnNo, med_type: encounter.medicalType, ...days },
    });
    if (!registered.ok) return registered;
    const visits = registered.value;
    if (!visits.ok) return err(inputFailure('HIS_BAD_ANSWER', visits.error));
    // A centre that answers "nothing found" with a refusal says the same as one with an empty list.
    if (visits.value.kind === 'refused') return ok([]);
    if (visits.value.kind !== 'ok') return err(stepFailure(visits.value));
    const standing: Standing[] = [];
    const { encounterId } = encounter;
    const ours = new Set([
      ...store.visits.formerMdtrtIds(encounterId, 0),
      ...store.registrations.mdtrtIds(encounterId),
    ]);
    for (const visit of visits.value.output.data) {
      if (visit.ipt_otp_no !== encounter.encounterId) continue;
      const mdtrtId = visit.mdtrt_id;
      if (settlementQueryNeedsSetlId) {
        if (!ours.has(mdtrtId)) standing.push({ setlId: null, mdtrtId, total: null });
        continue;
      }
      const settled = await askTwice('5203', about, { data: { psn_no: psnNo, mdtrt_id: mdtrtId } });
      if (!settled.ok) return settled;
      const found = settled.value;
      if (!found.ok) return err(inputFailure('CENTRE_BAD_ANSWER', found.error));
      if (found.value.kind !== 'ok' && found.value.kind !== 'refused') return err(stepFailure(found.value));
      const rows = found.value.kind === 'ok' ? found.value.output.setlinfo : [];
      const known = rows.filter((row) => row.mdtrt_id === mdtrtId);
      const stands = known.filter((row) => row.refd_setl_flag !== '1');
      for (const row of stands) standing.push({ setlId: row.setl_id, mdtrtId, total: row.medfee_sumamt });
      if (known.length === 0 && isUnheld && !ours.has(mdtrtId)) standing.push({ setlId: null, mdtrtId, total: null });
    }
    return ok(standing);
  };

  return async (input) => {
    const origin = store.origin.get();
    const { encounterId, visitedAt } = input.encounter;
    if (origin === null || isAfter(visitedAt, origin)) return ok(undefined);
    const standing = await standingOf(input);
    if (!standing.ok) return standing;
    const [first] = standing.value;
    if (first === undefined) return ok(undefined);
    const totals = standing.value.map((one) => one.total).filter((one) => one !== null);
    store.transaction(() => {
      worklist.open({
        kind: 'difference',
        subject: `lost-journal ${encounterId}`,
        encounterId,
        settlementId: null,
        amountFen: totals.length === 0 ? null : addFen(ZERO_FEN, ...totals),
        detail: { setlId: first.setlId, mdtrtId: first.mdtrtId, rows: standing.value.length },
      });
    });
    deps.outbox.kick();
    return err(failure('SETTLEMENT_OPEN'));
  };
}
