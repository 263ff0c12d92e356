import { err, ok, type Result } from '../../../common/kernel/result.ts';
import type { Failure } from '../../ports.ts';
import type { StayState } from '../../store/stays.ts';
import type { CentreCalls } from '../centre-calls.ts';
import { type CoreDeps, failure } from '../deps.ts';
import type { Serial } from '../life.ts';
import type { LookElsewhere } from '../refund/elsewhere.ts';
import type { StayFees } from './fees.ts';
import { whyHeld } from './held.ts';
import type { Registered } from './inputs.ts';
import type { Stay, Stays } from './port.ts';
import type { StaySteps } from './steps.ts';

export interface StaysParts {
  readonly calls: CentreCalls;
  readonly steps: StaySteps;
  readonly fees: StayFees;
  /** One at a time for each encounter, its preparation and settlement included. */
  readonly serial: Serial;
  readonly lookElsewhere: Pick<LookElsewhere, 'toChange'>;
  readonly guarded: <T>(work: () => Promise<Result<T, Failure>>) => Promise<Result<T, Failure>>;
}

const shown = ({ id, encounterId, mdtrtId }: Registered): Stay => ({ id, encounterId, mdtrtId });

/** The verbs of a stay, for the desk and for the hospital's own system. */
export function createStays({ store }: CoreDeps, parts: StaysParts): Stays {
  const { calls, steps, fees, serial, guarded, lookElsewhere } = parts;

  const inTurn = <T>(encounterId: string, work: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> =>
    serial(encounterId, () =>
      guarded(async () => {
        const why = whyHeld(store, encounterId);
        if (why !== null) return err(failure(why));
        const signed = await calls.signIn();
        return signed.ok ? work() : signed;
      }),
    );
  const alone = <T>(encounterId: string, work: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> =>
    guarded(() => {
      const done = () => inTurn(encounterId, work);
      return lookElsewhere.toChange(encounterId)?.then(done) ?? done();
    });

  /** The stay as it is now, its last step known; BILL_NONE where there is none, or no longer. */
  const known = async ({ id }: Stay): Promise<Result<Registered & { readonly state: StayState }, Failure>> => {
    const row = store.stays.get(id);
    if (row === null || row.state === 'cancelled') return err(failure('BILL_NONE'));
    const now = await steps.known(row);
    if (!now.ok) return now;
    const { mdtrtId } = now.value;
    if (mdtrtId === null || now.value.state === 'cancelled') return err(failure('BILL_NONE'));
    return ok({ ...now.value, mdtrtId });
  };

  /** A step of a person who is in hospital. */
  const inHospital = (stay: Stay, work: (row: Registered) => Promise<Result<Stay, Failure>>) =>
    alone(stay.encounterId, async () => {
      const row = await known(stay);
      if (!row.ok) return row;
      return row.value.state === 'admitted' ? work(row.value) : err(failure('STAY_DISCHARGED'));
    });

  const stayOf = async (moved: Promise<Result<Registered, Failure>>): Promise<Result<Stay, Failure>> => {
    const row = await moved;
    return row.ok ? ok(shown(row.value)) : row;
  };

  return {
    admit: (input) => alone(input.encounter.encounterId, () => stayOf(steps.admit(input))),
    change: (stay, encounter) => inHospital(stay, (row) => stayOf(steps.change(row, encounter))),
    addFees: (stay, lines) =>
      inHospital(stay, async (row) => {
        const added = await fees.add(row, lines);
        return added.ok ? ok(stay) : added;
      }),
    clearFees: (stay) =>
      inHospital(stay, async (row) => {
        const cleared = await fees.clear(row);
        return cleared.ok ? ok(stay) : cleared;
      }),
    discharge: (stay, encounter) =>
      alone(stay.encounterId, async () => {
        const row = await known(stay);
        if (!row.ok) return row;
        if (row.value.state !== 'discharged') return stayOf(steps.discharge(row.value, encounter));
        const told = JSON.stringify(row.value.encounter.stay?.discharge);
        const isSame = told === JSON.stringify(encounter.stay?.discharge);
        return isSame ? ok(stay) : err(failure('STAY_DISCHARGED'));
      }),
    undoDischarge: (stay) =>
      alone(stay.encounterId, async () => {
        const row = await known(stay);
        if (!row.ok) return row;
        return row.value.state === 'admitted' ? ok(stay) : stayOf(steps.undoDischarge(row.value));
      }),
    cancel: (stay) =>
      alone(stay.encounterId, async () => {
        if (store.stays.get(stay.id)?.state === 'cancelled') return ok(undefined);
        const row = await known(stay);
        if (!row.ok) return store.stays.get(stay.id)?.state === 'cancelled' ? ok(undefined) : row;
        if (row.value.state !== 'admitted') return err(failure('STAY_DISCHARGED'));
        const cleared = fees.isInStep(row.value, []) ? ok(undefined) : await fees.clear(row.value);
        return cleared.ok ? steps.cancel(row.value) : cleared;
      }),
  };
}
