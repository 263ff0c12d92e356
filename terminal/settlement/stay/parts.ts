import type { CentreCalls } from '../centre-calls.ts';
import type { CoreDeps } from '../deps.ts';
import type { Fence } from '../fence.ts';
import type { Holding } from '../hold.ts';
import type { PreSettle } from '../pre-settle.ts';
import { createVoidAdmission } from './admission-fence.ts';
import { createApplyStay } from './apply.ts';
import { createStayFees } from './fees.ts';
import { createLookForStay } from './look.ts';
import { createStayPreSettle } from './pre-settle.ts';
import { createStayPreparation } from './preparation.ts';
import { createStaySteps } from './steps.ts';
import { createUnwindStay } from './unwind.ts';
import { createWriteForStay } from './write.ts';

/** What the core has for stays, put together. */
export function createStayParts(
  deps: CoreDeps,
  parts: { calls: CentreCalls; fence: Fence; holding: Holding; preSettle: PreSettle },
) {
  const { calls, fence, holding } = parts;
  const apply = createApplyStay(deps);
  const voidAdmission = createVoidAdmission(deps, { calls, apply, fence });
  const write = createWriteForStay(deps, calls);
  const steps = createStaySteps(deps, { calls, write, apply, look: createLookForStay(deps, calls), voidAdmission });
  const fees = createStayFees(deps, calls, write);
  const preSettle = createStayPreSettle(deps, parts.preSettle);
  return {
    steps,
    fees,
    preSettle,
    prepare: createStayPreparation(deps, { holding, steps, fees, apply, preSettle }),
    unwind: createUnwindStay(deps, { calls, steps, fees }),
  };
}
