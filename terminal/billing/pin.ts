import type { PinVerifyResult } from '../../common/contracts/devices/pin-pad.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Failure } from '../ports.ts';
import { failed, pinFailure } from './answers.ts';
import type { Holder } from './custody.ts';
import type { BillingDeps } from './deps.ts';
import type { Pad } from './pad.ts';
import { generationOf, type Person } from './persons.ts';

export interface PinForParts {
  readonly deps: Pick<BillingDeps, 'clock' | 'devices' | 'audit'>;
  readonly pad: Pad;
  readonly holder: Holder;
}

/** The PIN of the person at the desk: typed on the terminal's pad, checked by her card, good for one payment. */
export function createPinFor({ deps, pad, holder }: PinForParts) {
  const enter = async (who: Person): Promise<Result<PinVerifyResult, Failure>> => {
    const generation = await generationOf(deps, who);
    if (generation === null) return err(failed('PERSON_GONE'));
    const entered = await pad.enter(generation, holder);
    if (!entered.ok) return err(failed(entered.error));
    who.pinGiven = entered.value.kind === 'verified';
    const why = pinFailure(entered.value);
    if (why === null) deps.audit('pin.verified', { by: holder });
    else if (why === 'PIN_CANCELLED' || why === 'PIN_TIMEOUT') deps.audit('pin.cancelled', { by: holder, code: why });
    else deps.audit('pin.refused', { by: holder, code: why });
    return ok(entered.value);
  };
  return {
    enter,
    /** The same on the way to a payment: why nothing may be paid, or null. */
    async give(who: Person): Promise<FailureCode | null> {
      const entered = await enter(who);
      return entered.ok ? pinFailure(entered.value) : entered.error.code;
    },
  };
}
