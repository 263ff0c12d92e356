import { err, ok, type Result } from '../../../common/kernel/result.ts';
import type { Failure } from '../../ports.ts';
import type { VisitRow } from '../../store/visits.ts';
import type { CentreCalls } from '../centre-calls.ts';
import { type CoreDeps, failure } from '../deps.ts';
import type { Serial } from '../life.ts';
import { isRegistered, linesThere, type Registered } from './as-billed.ts';
import type { RegistrationFees } from './fees.ts';
import { whyHeld } from './held.ts';
import type { Registration, Registrations } from './port.ts';
import type { RegistrationSteps } from './steps.ts';

export interface RegistrationsParts {
  readonly calls: CentreCalls;
  readonly steps: RegistrationSteps;
  readonly fees: RegistrationFees;
  /** What a preparation without one has left at the centre. */
  readonly undo: (visit: VisitRow) => Promise<boolean>;
  /** One at a time for each encounter, its preparation and settlement included. */
  readonly serial: Serial;
  readonly guarded: <T>(work: () => Promise<Result<T, Failure>>) => Promise<Result<T, Failure>>;
}

type Step<T> = Promise<Result<T, Failure>>;

const shown = ({ id, encounterId, mdtrtId }: Registered): Registration => ({ id, encounterId, mdtrtId });

/** The verbs of a registered visit, for the hospital's own system. */
export function createRegistrations({ store }: CoreDeps, parts: RegistrationsParts): Registrations {
  const { calls, steps, fees, undo, serial, guarded } = parts;

  const alone = <T>(encounterId: string, work: () => Step<T>): Step<T> =>
    serial(encounterId, () =>
      guarded(async () => {
        const why = whyHeld(store, encounterId);
        if (why !== null) return err(failure(why));
        const signed = await calls.signIn();
        return signed.ok ? work() : signed;
      }),
    );

  /** A step of a visit whose last one is known; BILL_NONE where there is none, or no longer. */
  const registered = (
    { id, encounterId }: Registration,
    work: (row: Registered) => Step<unknown>,
  ): Step<Registration> =>
    alone(encounterId, async () => {
      const row = store.registrations.get(id);
      if (row === null || row.state === 'cancelled') return err(failure('BILL_NONE'));
      const now = await steps.known(row);
      if (!now.ok) return now;
      if (!isRegistered(now.value)) return err(failure('BILL_NONE'));
      const done = await work(now.value);
      return done.ok ? ok(shown(now.value)) : done;
    });

  /** Whether nothing of an earlier preparation is left that has a registration of its own. */
  const isFree = async (encounterId: string): Step<void> => {
    if (store.registrations.open(encounterId) !== null) return ok(undefined);
    if (store.visits.open(encounterId) !== null || store.stays.open(encounterId) !== null)
      return err(failure('BILL_BUSY'));
    const left = store.visits.unfinished().filter((visit) => visit.encounterId === encounterId);
    for (const visit of left) if (!(await undo(visit))) return err(failure('CENTRE_UNREACHABLE'));
    return ok(undefined);
  };

  return {
    register: (input) =>
      alone(input.encounter.encounterId, async () => {
        const free = await isFree(input.encounter.encounterId);
        if (!free.ok) return free;
        const row = await steps.register(input);
        return row.ok ? ok(shown(row.value)) : row;
      }),
    describe: (registration, diagnosed) => registered(registration, (row) => steps.describe(row, diagnosed)),
    addFees: (registration, lines) => registered(registration, (row) => fees.add(row, lines)),
    clearFees: (registration) => registered(registration, (row) => fees.clear(row)),
    cancel: ({ id, encounterId }) =>
      alone(encounterId, async () => {
        const row = store.registrations.get(id);
        if (row === null || row.state === 'cancelled') return ok(undefined);
        if (store.visits.open(encounterId) !== null) return err(failure('BILL_BUSY'));
        const now = await steps.known(row);
        if (!now.ok) return now;
        if (!isRegistered(now.value)) return ok(undefined);
        const isBare = !now.value.feesDoubtful && linesThere(store, now.value).size === 0;
        const cleared = isBare ? ok(undefined) : await fees.clear(now.value);
        // Refused, there may be nothing to clear any more: 2202 and, where that is refused too, 5201 say so.
        const mayGoOn = cleared.ok || cleared.error.code === 'CENTRE_REFUSED';
        return mayGoOn ? steps.cancel(now.value) : cleared;
      }),
  };
}
