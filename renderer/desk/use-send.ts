import { useCallback, useEffect, useRef } from 'react';
import type { DeskIntent } from '../../common/contracts/desk/intents.ts';
import type { DeskClient } from './link/desk-client.ts';

/** A key that got no snapshot within this time may be pressed again, ms. */
const WAIT_LIMIT_MS = 5000;

/**
 * Sends an intent with its snapshot's version; keys wait until the next snapshot, or until it is refused. `busy` says so
 * at once, before anything is drawn: a second stroke in the same frame is none.
 */
export function useSend(
  version: number,
  client: Pick<DeskClient, 'intent'>,
): { send: (intent: DeskIntent) => void; busy: () => boolean } {
  const pressed = useRef<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const current = useRef(version);
  current.current = version;
  // No state: nothing that is drawn depends on it, and a key that waits must not have the screen drawn anew.
  const become = useCallback((at: number | null): void => {
    pressed.current = at;
    clearTimeout(timer.current);
    if (at !== null) timer.current = setTimeout(() => become(null), WAIT_LIMIT_MS);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  const send = useCallback(
    (intent: DeskIntent): void => {
      const at = current.current;
      if (pressed.current === at) return;
      become(at);
      void client.intent(at, intent).then((accepted) => {
        if (!accepted && pressed.current === at) become(null);
      });
    },
    [client, become],
  );
  const busy = useCallback(() => pressed.current === current.current, []);
  return { send, busy };
}
