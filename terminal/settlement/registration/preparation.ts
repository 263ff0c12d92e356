import { hisRegistrationSchema } from '../../../common/contracts/his/registration.ts';
import { err, type Result } from '../../../common/kernel/result.ts';
import type { Failure } from '../../ports.ts';
import type { VisitRow } from '../../store/visits.ts';
import { type CoreDeps, failure } from '../deps.ts';
import type { Holding } from '../hold.ts';
import { billOf } from '../judge.ts';
import type { PreSettle } from '../pre-settle.ts';
import type { Prepare } from '../prepare-input.ts';
import { diagnosedOf } from './as-billed.ts';
import type { RegistrationFees } from './fees.ts';
import type { RegistrationSteps } from './steps.ts';

export interface RegisteredPreparationParts {
  readonly holding: Holding;
  readonly steps: RegistrationSteps;
  readonly fees: RegistrationFees;
  readonly preSettle: PreSettle;
}

/**
 * Prepares the bill of a visit that was registered by a verb of its own: hold, then whatever of diagnoses (2203) and fee
 * lines (2204) the centre does not have yet, then 2206. What it leaves stays with the registration.
 */
export function createRegisteredPreparation(
  { store, clock }: CoreDeps,
  { holding, steps, fees, preSettle }: RegisteredPreparationParts,
): Prepare {
  const fresh = (visit: VisitRow): VisitRow => {
    const row = store.visits.get(visit.id);
    if (row === null) throw new Error('settlement: a visit went missing');
    return row;
  };

  const run: (input: Parameters<Prepare>[0], visit: VisitRow) => ReturnType<Prepare> = async (input, visit) => {
    const { encounter, onStep, useAccount } = input;
    onStep('register');
    const registered = await steps.register({ ...input, encounter: hisRegistrationSchema.parse(encounter) });
    if (!registered.ok) return registered;
    const { id, mdtrtId } = registered.value;
    store.transaction(() => store.visits.setRegistration(visit.id, id, mdtrtId, clock.now()));
    onStep('diagnosis');
    const described = await steps.describe(registered.value, diagnosedOf(encounter));
    if (!described.ok) return described;
    onStep('fees');
    const there = await fees.sync(described.value, encounter.lines);
    if (!there.ok) return there;
    const { batch, rulings } = there.value;
    store.transaction(() => store.visits.setUploading(visit.id, encounter, batch, clock.now()));
    onStep('preSettle');
    return preSettle(fresh(visit), rulings, useAccount);
  };

  return async (input, open) => {
    const bill = billOf(input.encounter);
    if (!bill.ok) return err(failure(bill.error));
    input.onStep('hold');
    const visit = open ?? holding.begin(input);
    const held: Result<void, Failure> = await holding.hold(visit);
    return held.ok ? run(input, fresh(visit)) : held;
  };
}

/**
 * 2206 of a registered visit, and what it shows of the lines. A 2204 whose answer was lost may take effect after the 2205
 * that was to clear it: then the centre has lines twice, and nothing but the sum says so. So a sum that is not ours, or a
 * refusal, makes the lines doubtful, and the next preparation clears them and uploads them anew.
 */
export function createRegisteredPreSettle({ store, clock }: CoreDeps, preSettle: PreSettle): PreSettle {
  return async (visit, levels, useAccount) => {
    const done = await preSettle(visit, levels, useAccount);
    const { registrationId: id } = visit;
    if (id === null || done.ok) return done;
    const isAgainstLines = done.error.code === 'CENTRE_MONEY_MISMATCH' || done.error.code === 'CENTRE_REFUSED';
    if (isAgainstLines && visit.phase === 'uploading')
      store.transaction(() => store.registrations.change(id, { feesDoubtful: true }, clock.now()));
    return done;
  };
}
