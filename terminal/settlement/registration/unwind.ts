import type { Failure } from '../../ports.ts';
import type { VisitRow } from '../../store/visits.ts';
import type { CentreCalls } from '../centre-calls.ts';
import type { CoreDeps } from '../deps.ts';
import { standing } from '../paid.ts';
import { isRegistered } from './as-billed.ts';
import type { RegistrationFees } from './fees.ts';
import type { RegistrationSteps } from './steps.ts';

export interface UnwindRegistrationParts {
  readonly calls: CentreCalls;
  readonly steps: RegistrationSteps;
  readonly fees: RegistrationFees;
}

/**
 * Undoes the registration of a visit whose settlement was given back: 2205, 2202; one attempt, true where nothing is left
 * to do. A refusal is the centre's last word and ends it too. A visit that another settlement goes by keeps its
 * registration.
 */
export function createUnwindRegistration(
  { store, audit }: CoreDeps,
  { calls, steps, fees }: UnwindRegistrationParts,
): (visit: VisitRow) => Promise<boolean> {
  /** Whether nothing more can be done, after a step that did not succeed. */
  const isLast = (visit: VisitRow, infno: string, { code }: Failure): boolean => {
    if (code !== 'CENTRE_REFUSED') return false;
    audit('centre.refused', { infno, visit: visit.id });
    return true;
  };

  return async (visit) => {
    const { registrationId, encounterId } = visit;
    const row = registrationId === null ? null : store.registrations.get(registrationId);
    if (row === null || row.state === 'cancelled') return true;
    if (standing(store, encounterId).length > 0 || store.settlements.live(encounterId) !== null) return true;
    if (!(await calls.signIn()).ok) return false;
    const now = await steps.known(row);
    if (!now.ok) return false;
    if (!isRegistered(now.value)) return true;
    const cleared = await fees.clear(now.value);
    if (!cleared.ok && !isLast(visit, '2205', cleared.error)) return false;
    const cancelled = await steps.cancel(now.value);
    return cancelled.ok || isLast(visit, '2202', cancelled.error);
  };
}
