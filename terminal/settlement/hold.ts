import { formatDateTime } from '../../common/kernel/dates.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { CallFailure } from '../gateways/json-call.ts';
import type { Failure } from '../ports.ts';
import type { VisitRow } from '../store/visits.ts';
import { type CoreDeps, failure } from './deps.ts';
import type { Notices } from './notices.ts';
import type { PrepareInput } from './prepare-input.ts';

/** How every preparation begins, of a visit and of a stay's bill: a row of the journal, and the hospital's hold. */
export interface Holding {
  begin(input: PrepareInput): VisitRow;
  /** Takes the encounter at the HIS for this preparation; the same again where it has it already. */
  hold(visit: VisitRow): Promise<Result<void, Failure>>;
}

export function createHolding(deps: CoreDeps, notices: Notices): Holding {
  const { store, clock, audit, his, timing, settings } = deps;

  const begin: Holding['begin'] = ({ holder, insured, encounter, origin = null }) => {
    const [insurance] = insured.insurances;
    return store.transaction(() =>
      store.visits.insert({
        encounter,
        person: holder,
        psnNo: insured.psnNo,
        insutype: insurance.insutype,
        insuplcAdmdvs: insurance.insuplcAdmdvs,
        terminal: settings.site.terminalLabel,
        begunAt: formatDateTime(clock.now()),
        nowMs: clock.now(),
        origin,
      }),
    );
  };

  const hold: Holding['hold'] = async (visit) => {
    const begun = clock.monotonic();
    const answer = await his.hold({ encounterId: visit.encounterId, holder: visit.holder });
    const wall = clock.monotonic() - begun;
    const theirs = answer.ok ? (answer.value.timing.serverMs ?? answer.value.timing.wallMs) : wall;
    timing('his.hold', wall, Math.max(0, wall - theirs));
    if (answer.ok && answer.value.reply.result === 'held') {
      store.transaction(() => {
        if (visit.phase === 'opened') store.visits.setPhase(visit.id, 'held', clock.now());
        audit('his.held', { encounterId: visit.encounterId, visit: visit.id });
      });
      return ok(undefined);
    }
    if (!answer.ok) {
      // It may be held all the same, so it is given back, durably.
      if (visit.phase === 'opened') giveBack(visit, answer.error.kind === 'unknown');
      return err(holdFailure(answer.error));
    }
    if (visit.phase === 'opened') giveBack(visit, false);
    return err(failure(answer.value.reply.result === 'heldElsewhere' ? 'HIS_HELD_ELSEWHERE' : 'HIS_NOTHING_UNPAID'));
  };

  const giveBack = (visit: VisitRow, tell: boolean): void => {
    store.transaction(() => {
      store.visits.setPhase(visit.id, 'ended', clock.now());
      if (tell) notices.released(visit, 'cancelled');
    });
    deps.outbox.kick();
  };

  return { begin, hold };
}

function holdFailure(cause: CallFailure): Failure {
  const wrong = cause.kind === 'refused' || (cause.kind === 'unknown' && cause.reason === 'badAnswer');
  return failure(wrong ? 'HIS_BAD_ANSWER' : 'HIS_UNREACHABLE');
}
