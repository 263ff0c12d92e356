import { err, ok, type Result } from '../../../common/kernel/result.ts';
import type { Failure } from '../../ports.ts';
import type { VisitRow } from '../../store/visits.ts';
import { type CoreDeps, failure } from '../deps.ts';
import type { Holding } from '../hold.ts';
import { billOf } from '../judge.ts';
import type { PreSettle } from '../pre-settle.ts';
import type { Prepare } from '../prepare-input.ts';
import type { ApplyStay } from './apply.ts';
import { isAsBilled, isTold } from './as-billed.ts';
import type { StayFees } from './fees.ts';
import { isStay, type Registered, type StayEncounter } from './inputs.ts';
import type { StaySteps } from './steps.ts';

export interface StayPreparationParts {
  readonly holding: Holding;
  readonly steps: StaySteps;
  readonly fees: StayFees;
  readonly apply: ApplyStay;
  readonly preSettle: PreSettle;
}

/**
 * Prepares the bill of a stay: hold, then whatever of admission (2401, 2403), fee lines (2301) and discharge (2402) the
 * centre does not have yet, then 2303. A stay that was settled and given back is billed anew in the same way: lines that
 * are no longer asked for are taken back, for which a person who was discharged returns (2405) for that moment.
 */
export function createStayPreparation(deps: CoreDeps, parts: StayPreparationParts): Prepare {
  const { store, clock, settings } = deps;
  const { holding, steps, fees, apply, preSettle } = parts;

  const fresh = (visit: VisitRow): VisitRow => {
    const row = store.visits.get(visit.id);
    if (row === null) throw new Error('settlement: a visit went missing');
    return row;
  };

  /**
   * What there is after a 2405 that was refused, as of a person who was admitted anew. Where only the lines are doubtful,
   * 2303 decides: a sum that is ours ends the doubt, any other is never settled, and without it no 2304 is made.
   */
  const stillOut = (row: Registered, encounter: StayEncounter, said: Failure): Result<Registered, Failure> => {
    const now = said.code === 'CENTRE_REFUSED' ? store.stays.get(row.id) : null;
    return now !== null && isTold(store, now, encounter) ? ok({ ...now, mdtrtId: row.mdtrtId }) : err(said);
  };

  /** The person in hospital, as the hospital now says it; or discharged, where nothing more can or need be told. */
  const admitted = async (
    input: Parameters<Prepare>[0],
    encounter: StayEncounter,
  ): Promise<Result<Registered, Failure>> => {
    const admission = await steps.admit(input);
    if (!admission.ok || isAsBilled(store, admission.value, encounter)) return admission;
    if (admission.value.state !== 'discharged') return steps.change(admission.value, encounter);
    const back = await steps.undoDischarge(admission.value);
    return back.ok ? steps.change(back.value, encounter) : stillOut(admission.value, encounter, back.error);
  };

  /** Lines and discharge; the rulings on the lines. */
  const complete = async (row: Registered, encounter: StayEncounter): ReturnType<StayFees['sync']> => {
    if (row.state === 'discharged') return ok(fees.rulings(row));
    const levels = await fees.sync(row, encounter.lines);
    if (!levels.ok) return levels;
    const out = await steps.discharge(row, encounter);
    return out.ok ? levels : out;
  };

  const setUploading = (visit: VisitRow, row: Registered, encounter: StayEncounter): void =>
    store.transaction(() => {
      const { institutionCode, terminalSlot, messageIdPattern } = settings.site;
      const batch = store.messages.nextId(institutionCode, terminalSlot, clock.now(), messageIdPattern);
      store.visits.setStay(visit.id, row.id, row.mdtrtId, clock.now());
      store.visits.setUploading(visit.id, encounter, batch, clock.now());
    });

  const run = async (input: Parameters<Prepare>[0], encounter: StayEncounter, visit: VisitRow) => {
    input.onStep('register');
    const stay = await admitted(input, encounter);
    if (!stay.ok) return stay;
    setUploading(visit, stay.value, encounter);
    input.onStep('fees');
    const levels = await complete(stay.value, encounter);
    if (!levels.ok) return levels;
    input.onStep('preSettle');
    return preSettle(fresh(visit), levels.value, input.useAccount);
  };

  return async (input, open) => {
    const { encounter } = input;
    const bill = billOf(encounter);
    if (!bill.ok) return err(failure(bill.error));
    if (!isStay(encounter) || encounter.stay.discharge === null) return err(failure('STAY_NOT_DISCHARGED'));
    if (encounter.lines.length === 0) return err(failure('HIS_NOTHING_UNPAID'));
    input.onStep('hold');
    const visit = open ?? holding.begin(input);
    const held = await holding.hold(visit);
    if (!held.ok) return held;
    const prepared = await run(input, encounter, fresh(visit));
    // A refusal may come of a stay that is not as it was taken for: the next attempt asks the centre first.
    const stay = prepared.ok || prepared.error.code !== 'CENTRE_REFUSED' ? null : store.stays.open(visit.encounterId);
    if (stay !== null) apply(stay.id, 'doubted');
    return prepared;
  };
}
