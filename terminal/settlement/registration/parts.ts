import type { CentreCalls } from '../centre-calls.ts';
import type { CoreDeps } from '../deps.ts';
import type { Holding } from '../hold.ts';
import type { PreSettle } from '../pre-settle.ts';
import { createApplyRegistration } from './apply.ts';
import { createRegistrationFees } from './fees.ts';
import { createLookForRegistration } from './look.ts';
import { createRegisteredPreparation, createRegisteredPreSettle } from './preparation.ts';
import { createRegistrationSteps } from './steps.ts';
import { createUnwindRegistration } from './unwind.ts';
import { createWriteForRegistration } from './write.ts';

/** What the core has for visits that were registered by a verb of their own, put together. */
export function createRegistrationParts(
  deps: CoreDeps,
  parts: { calls: CentreCalls; holding: Holding; preSettle: PreSettle },
) {
  const { calls, holding } = parts;
  const write = createWriteForRegistration(deps, calls);
  const apply = createApplyRegistration(deps);
  const steps = createRegistrationSteps(deps, { calls, write, apply, look: createLookForRegistration(deps, calls) });
  const fees = createRegistrationFees(deps, calls, write);
  const preSettle = createRegisteredPreSettle(deps, parts.preSettle);
  return {
    steps,
    fees,
    preSettle,
    prepare: createRegisteredPreparation(deps, { holding, steps, fees, preSettle }),
    unwind: createUnwindRegistration(deps, { calls, steps, fees }),
  };
}
