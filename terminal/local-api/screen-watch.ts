import type { Clock } from '../../common/kernel/ports.ts';
import type { SessionRunner } from '../services/session-runner.ts';
import { createScreenProof, type ScreenProof } from './screen-proof.ts';
import { createSuccessShown } from './success-shown.ts';

/**
 * What the screens say of themselves, compared with what they were sent: that they draw, and (`shown`) that a success
 * was on the glass.
 */
export function watchScreens(
  clock: Clock,
  runner: Pick<SessionRunner, 'snapshot' | 'onSnapshot'>,
  shown: (messageId: string) => void,
): Pick<ScreenProof, 'rendered' | 'agoMs'> {
  const proof = createScreenProof(clock);
  const success = createSuccessShown(shown);
  proof.sent(runner.snapshot().version);
  runner.onSnapshot((snapshot) => {
    proof.sent(snapshot.version);
    success.sent(snapshot);
  });
  return {
    rendered(seen) {
      proof.rendered(seen);
      success.rendered(seen);
    },
    agoMs: proof.agoMs,
  };
}
