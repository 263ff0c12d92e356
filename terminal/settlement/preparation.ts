import type { HisEncounter } from '../../common/contracts/his/his.ts';
import { formatDateTime } from '../../common/kernel/dates.ts';
import { unwrapPii } from '../../common/kernel/pii.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { CallFailure } from '../gateways/json-call.ts';
import type { Failure, LineRuling, Prepared, PrepareStep, Settlements } from '../ports.ts';
import type { PreSettled } from '../store/figures.ts';
import type { VisitRow } from '../store/visits.ts';
import { type CentreCalls, inputFailure, stepFailure } from './centre-calls.ts';
import { type CoreDeps, failure } from './deps.ts';
import { cancelFeesInput, diagnosisInput, feesInput, preSettleInput, registerInput } from './inputs.ts';
import { type Bill, billOf, judgeFigures } from './judge.ts';
import type { Notices } from './notices.ts';
import { rulingOf, standing, termsSaid } from './terms.ts';
import { about, type FindVisit } from './undo.ts';

export type PrepareInput = Parameters<Settlements['prepare']>[0];
type Step<T> = Promise<Result<T, Failure>>;

/** Lines per 2204 that every province takes (domain-facts B6.1). */
const LINES_PER_CALL = 100;

/** The steps hold → 2201 → 2203 → 2204 → 2206; each is durable, and a later attempt goes on where one stopped. */
export interface Preparation {
  /** From the beginning or from `open`, the preparation of this encounter that an earlier attempt left. */
  run(input: PrepareInput, open: VisitRow | null): Step<Prepared>;
  /** 2206 on what is uploaded. */
  preSettle(visit: VisitRow, levels: PreSettled['levels'], useAccount: boolean): Step<Prepared>;
}

export function createPreparation(
  deps: CoreDeps,
  calls: CentreCalls,
  notices: Notices,
  findVisit: FindVisit,
): Preparation {
  const { store, clock, audit, his, timing, settings } = deps;

  const fresh = (visit: VisitRow): VisitRow => {
    const row = store.visits.get(visit.id);
    if (row === null) throw new Error('settlement: a visit went missing');
    return row;
  };

  const begin = ({ holder, insured, encounter }: PrepareInput): VisitRow => {
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
      }),
    );
  };

  const hold = async (visit: VisitRow): Step<void> => {
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

  const register = async (visit: VisitRow): Step<string> => {
    if (visit.mdtrtId !== null) return ok(visit.mdtrtId);
    if (visit.phase === 'registering') {
      const found = await takeFound(visit);
      if (!found.ok) return found;
      if (found.value !== null) return ok(found.value);
    }
    const written = store.transaction(() => {
      const message = calls.write('2201', about(visit), registerInput(visit));
      if (message.ok) store.visits.setPhase(visit.id, 'registering', clock.now());
      return message;
    });
    if (!written.ok) return err(inputFailure('HIS_BAD_ANSWER', written.error));
    const { outcome, keep } = await calls.send(written.value);
    if (outcome.kind === 'ok' && unwrapPii(outcome.output.data.psn_no) === unwrapPii(visit.psnNo)) {
      const { mdtrt_id: mdtrtId } = outcome.output.data;
      store.transaction(() => {
        keep();
        store.visits.setRegistered(visit.id, mdtrtId, clock.now());
      });
      return ok(mdtrtId);
    }
    store.transaction(() => {
      keep();
      if (outcome.kind === 'refused' || outcome.kind === 'notSent') {
        store.visits.setPhase(visit.id, 'held', clock.now());
      }
    });
    if (outcome.kind === 'ok') return err(failure('CENTRE_OTHER_PERSON'));
    if (outcome.kind !== 'unknown') return err(stepFailure(outcome));
    const found = await takeFound(visit);
    if (!found.ok) return found;
    return found.value === null ? err(stepFailure(outcome)) : ok(found.value);
  };

  /** A registration whose answer was lost: taken over where 5201 knows it. */
  const takeFound = async (visit: VisitRow): Step<string | null> => {
    const found = await findVisit(visit);
    const mdtrtId = found.ok ? found.value : null;
    if (mdtrtId !== null) store.transaction(() => store.visits.setRegistered(visit.id, mdtrtId, clock.now()));
    return found;
  };

  const describe = async (visit: VisitRow, mdtrtId: string): Step<void> => {
    if (visit.phase !== 'registered') return ok(undefined);
    const answer = await calls.ask('2203', about(visit), diagnosisInput(visit, mdtrtId));
    if (!answer.ok) return err(inputFailure('HIS_BAD_ANSWER', answer.error));
    if (answer.value.kind !== 'ok') return err(stepFailure(answer.value));
    store.transaction(() => store.visits.setPhase(visit.id, 'diagnosed', clock.now()));
    return ok(undefined);
  };

  const clearFees = async (visit: VisitRow, mdtrtId: string): Step<void> => {
    const answer = await calls.ask('2205', about(visit), cancelFeesInput(visit, mdtrtId));
    if (!answer.ok) return err(inputFailure('CENTRE_BAD_ANSWER', answer.error));
    return answer.value.kind === 'ok' ? ok(undefined) : err(stepFailure(answer.value));
  };

  /** All lines under one new batch; `again` once, after 2205, where the fate of a call is unknown. */
  const upload = async (visit: VisitRow, mdtrtId: string, bill: Bill, again: boolean): Step<PreSettled['levels']> => {
    const levels: Record<string, LineRuling> = {};
    for (let at = 0; at < visit.encounter.lines.length; at += LINES_PER_CALL) {
      const lines = visit.encounter.lines.slice(at, at + LINES_PER_CALL);
      const answer = await calls.ask('2204', about(visit), feesInput(visit, mdtrtId, lines, bill.amounts));
      if (!answer.ok) return err(inputFailure('HIS_BAD_ANSWER', answer.error));
      const outcome = answer.value;
      if (outcome.kind === 'unknown' && again) {
        const cleared = await clearFees(visit, mdtrtId);
        return cleared.ok ? upload(visit, mdtrtId, bill, false) : cleared;
      }
      if (outcome.kind !== 'ok') return err(stepFailure(outcome));
      const rows = new Map(outcome.output.result.map((row) => [row.feedetl_sn, row]));
      for (const { lineId } of lines) {
        const row = rows.get(lineId);
        const amount = bill.amounts.get(lineId);
        if (row === undefined || row.det_item_fee_sumamt !== amount) return err(failure('CENTRE_MONEY_MISMATCH'));
        levels[lineId] = rulingOf(row, amount);
      }
    }
    return ok(levels);
  };

  const uploadAll = async (visit: VisitRow, mdtrtId: string, encounter: HisEncounter, bill: Bill) => {
    if (store.messages.newest(visit.id, '2204') !== null) {
      const cleared = await clearFees(visit, mdtrtId);
      if (!cleared.ok) return cleared;
    }
    store.transaction(() => {
      const { institutionCode, terminalSlot, messageIdPattern } = settings.site;
      const batch = store.messages.nextId(institutionCode, terminalSlot, clock.now(), messageIdPattern);
      store.visits.setUploading(visit.id, encounter, batch, clock.now());
    });
    return upload(fresh(visit), mdtrtId, bill, true);
  };

  const preSettle: Preparation['preSettle'] = async (visit, levels, useAccount) => {
    const bill = billOf(visit.encounter);
    if (!bill.ok) return err(failure(bill.error));
    if (visit.mdtrtId === null) throw new Error('settlement: 2206 before 2201');
    const expected = { psnNo: visit.psnNo, mdtrtId: visit.mdtrtId, total: bill.value.total };
    const input = preSettleInput(visit, visit.mdtrtId, bill.value.total, useAccount);
    const answer = await calls.ask('2206', about(visit), input);
    if (!answer.ok) return err(inputFailure('HIS_BAD_ANSWER', answer.error));
    if (answer.value.kind !== 'ok') return err(stepFailure(answer.value));
    const figures = judgeFigures(answer.value.output.setlinfo, expected, settings.centre);
    if (!figures.ok) return err(failure(figures.error));
    const preSettled = { useAccount, levels, ...figures.value, ...termsSaid(answer.value.output) };
    store.transaction(() => store.visits.setReady(visit.id, preSettled, clock.now()));
    const shown = { ...preSettled, levels: new Map(Object.entries(levels)) };
    return ok(preparedOf({ ...visit, preSettled }, visit.mdtrtId, shown));
  };

  const run: Preparation['run'] = async (input, open) => {
    const bill = billOf(input.encounter);
    if (!bill.ok) return err(failure(bill.error));
    const step = (name: PrepareStep): void => input.onStep(name);
    step('hold');
    const visit = open ?? begin(input);
    const held = await hold(visit);
    if (!held.ok) return held;
    step('register');
    const mdtrtId = await register(fresh(visit));
    if (!mdtrtId.ok) return mdtrtId;
    step('diagnosis');
    const described = await describe(fresh(visit), mdtrtId.value);
    if (!described.ok) return described;
    step('fees');
    const levels = await uploadAll(fresh(visit), mdtrtId.value, input.encounter, bill.value);
    if (!levels.ok) return levels;
    step('preSettle');
    return preSettle(fresh(visit), levels.value, input.useAccount);
  };

  return { run, preSettle };
}

function holdFailure(cause: CallFailure): Failure {
  const wrong = cause.kind === 'refused' || (cause.kind === 'unknown' && cause.reason === 'badAnswer');
  return failure(wrong ? 'HIS_BAD_ANSWER' : 'HIS_UNREACHABLE');
}

/** The preparation as the session sees it. */
export function preparedOf(
  visit: VisitRow,
  mdtrtId: string,
  shown: Pick<Prepared, 'useAccount' | 'split' | 'levels'>,
): Prepared {
  const { id, encounter, insutype, insuplcAdmdvs: insuredAt, preSettled } = visit;
  const { useAccount, split, levels } = shown;
  const { scope = null, clearingWay = null, words = [] } = preSettled ?? {};
  const terms = { insuredAt, scope, clearingWay, words };
  return { id, encounter, mdtrtId, insutype, useAccount, split, levels: standing(levels, scope), terms };
}
