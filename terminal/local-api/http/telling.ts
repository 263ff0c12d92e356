import type { Clock } from '../../../common/kernel/ports.ts';
import { CLIENT_PATIENCE_MS } from '../../billing/patience.ts';
import type { Success } from '../../services/core.ts';

/**
 * Whether a client was told of a success: its answer went out, or it acknowledged the notice. A client that has gone in
 * between is waited for; then the success is on the work-list, as where a screen could not show it.
 */
export interface Telling {
  /** The answer of this settlement was written whole, or was not. */
  answered(messageId: string, delivered: boolean): void;
  /** The client has it on its own record. */
  acknowledged(messageId: string): void;
}

export function createTelling(clock: Clock, success: Success): Telling {
  const waiting = new Map<string, () => void>();
  const told = (messageId: string): void => {
    waiting.get(messageId)?.();
    waiting.delete(messageId);
    success.seen(messageId);
    success.left(messageId);
  };
  return {
    answered(messageId, delivered) {
      if (delivered) return told(messageId);
      if (waiting.has(messageId)) return;
      const cancel = clock.after(CLIENT_PATIENCE_MS, () => {
        waiting.delete(messageId);
        success.left(messageId);
      });
      waiting.set(messageId, cancel);
    },
    acknowledged: told,
  };
}
