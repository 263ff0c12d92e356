import type { Success } from '../services/perform.ts';
import { type Audience, createAudience } from '../settlement/audience.ts';
import type { RunningCore } from './core.ts';

/**
 * What screens and sessions say of a success, for whatever core there is: the process knows it at once, and where no core
 * is there to write it down, the next one learns it from the process.
 */
export function createSuccess(
  core: () => Pick<RunningCore, 'success'> | null,
): Success & { readonly audience: Audience } {
  const audience = createAudience();
  return {
    audience,
    seen(messageId) {
      audience.saw(messageId);
      core()?.success.seen(messageId);
    },
    left(messageId) {
      audience.goes(messageId);
      core()?.success.left(messageId);
    },
  };
}
