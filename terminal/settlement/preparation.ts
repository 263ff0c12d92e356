import type { HisEncounter } from '../../common/contracts/his/his.ts';
import { unwrapPii } from '../../common/kernel/pii.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Failure, LineRuling, PrepareStep } from '../ports.ts';
import type { PreSettled } from '../store/figures.ts';
import type { VisitRow } from '../store/visits.ts';
import { type CentreCalls, inputFailure, stepFailure } from './centre-calls.ts';
import { type CoreDeps, failure } from './deps.ts';
import type { Holding } from './hold.ts';
import { cancelFeesInput, diagnosisInput, feesInput, registerInput } from './inputs.ts';
import { type Bill, billOf } from './judge.ts';
import type { PreSettle } from './pre-settle.ts';
import type { Prepare } from './prepare-input.ts';
import { rulingOf } from './terms.ts';
import { about, type FindVisit } from './undo.ts';

type Step<T> = Promise<Result<T, Failure>>;

/** Lines per 2204 that every province takes (domain-facts B6.1). */
const LINES_PER_CALL = 100;

export interface PreparationParts {
  readonly calls: CentreCalls;
  readonly holding: Holding;
  readonly findVisit: FindVisit;
  readonly preSettle: PreSettle;
}

/** The steps of a visit: hold → 2201 → 2203 → 2204 → 2206. */
export function createPreparation(deps: CoreDeps, parts: PreparationParts): Prepare {
  const { store, clock, settings } = deps;
  const { calls, holding, findVisit, preSettle } = parts;

  const fresh = (visit: VisitRow): VisitRow => {
    const row = store.visits.get(visit.id);
    if (row === null) throw new Error('settlement: a visit went missing');
    return row;
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

  return async (input, open) => {
    const bill = billOf(input.encounter);
    if (!bill.ok) return err(failure(bill.error));
    const step = (name: PrepareStep): void => input.onStep(name);
    step('hold');
    const visit = open ?? holding.begin(input);
    const held = await holding.hold(visit);
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
}
