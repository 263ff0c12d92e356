import type { CentreOutput } from '../../common/contracts/centre/transactions.ts';
import { ok, type Result } from '../../common/kernel/result.ts';
import type { Failure } from '../ports.ts';
import type { VisitRow } from '../store/visits.ts';
import { type CentreCalls, inputFailure, stepFailure } from './centre-calls.ts';
import type { CoreDeps } from './deps.ts';
import { cancelFeesInput, cancelRegistrationInput, findVisitInput } from './inputs.ts';

export type FindVisit = (visit: VisitRow) => Promise<Result<string | null, Failure>>;

/** The envelope of a message about this visit. */
export const about = (visit: VisitRow): { visitId: number; insuplcAdmdvs: string } => ({
  visitId: visit.id,
  insuplcAdmdvs: visit.insuplcAdmdvs,
});

/**
 * 5201: the mdtrt_id of a registration whose answer was lost, or null where the centre has none: not cancelled, of
 * this encounter (ipt_otp_no), and none that an earlier preparation of ours already had, or that lives on without one.
 */
export function createFindVisit({ store }: Pick<CoreDeps, 'store'>, calls: CentreCalls): FindVisit {
  return async (visit) => {
    const day = visit.begunAt.slice(0, 10);
    const input = findVisitInput(visit, `${day} 00:00:00`, `${day} 23:59:59`);
    const answer = await calls.ask('5201', about(visit), input);
    if (!answer.ok) return { ok: false, error: inputFailure('CENTRE_BAD_ANSWER', answer.error) };
    // A centre that answers "nothing found" with a refusal says the same as one with an empty list.
    if (answer.value.kind === 'refused') return ok(null);
    if (answer.value.kind !== 'ok') return { ok: false, error: stepFailure(answer.value) };
    const { encounterId, id } = visit;
    const former = [...store.visits.formerMdtrtIds(encounterId, id), ...store.registrations.mdtrtIds(encounterId)];
    const ours = (row: CentreOutput<'5201'>['data'][number]): boolean =>
      row.ipt_otp_no === encounterId && !former.includes(row.mdtrt_id);
    return ok(answer.value.output.data.findLast(ours)?.mdtrt_id ?? null);
  };
}

/**
 * Undoes at the centre what a preparation left there, in reverse order: fee lines (2205 "0000"), registration (2202). A
 * stay, and a visit that was registered by a verb of its own, is there whether its bill is settled or not: of such a
 * preparation nothing is left. One attempt; true where nothing is left to do. A refusal is the centre's last word and ends
 * it too.
 */
export function createUndo(deps: CoreDeps, calls: CentreCalls, find: FindVisit): (visit: VisitRow) => Promise<boolean> {
  const { store, clock, audit } = deps;

  const answered = async <I extends '2205' | '2202'>(
    visit: VisitRow,
    infno: I,
    run: ReturnType<typeof calls.ask<I>>,
  ) => {
    const answer = await run;
    if (!answer.ok) return true;
    if (answer.value.kind === 'refused') audit('centre.refused', { infno, visit: visit.id });
    return answer.value.kind === 'ok' || answer.value.kind === 'refused';
  };

  return async (visit) => {
    const registration = visit.form === 'inpatient' ? null : store.messages.newest(visit.id, '2201');
    if (registration !== null) {
      if (!(await calls.signIn()).ok) return false;
      let mdtrtId = visit.mdtrtId;
      if (mdtrtId === null && registration.outcome !== 'refused' && registration.outcome !== 'notSent') {
        const found = await find(visit);
        if (!found.ok) return false;
        mdtrtId = found.value;
      }
      if (mdtrtId !== null) {
        if (store.messages.newest(visit.id, '2204') !== null) {
          const input = cancelFeesInput(visit, mdtrtId);
          if (!(await answered(visit, '2205', calls.ask('2205', about(visit), input)))) return false;
        }
        const input = cancelRegistrationInput(visit, mdtrtId);
        if (!(await answered(visit, '2202', calls.ask('2202', about(visit), input)))) return false;
      }
    }
    store.transaction(() => store.visits.setPhase(visit.id, 'ended', clock.now()));
    return true;
  };
}
