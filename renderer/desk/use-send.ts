import { useCallback, useEffect, useRef, useState } from 'react';
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
): { send: (intent: DeskIntent) => void; waiting: boolean; busy: () => boolean } {
  const [pressedAt, setPressedAt] = useState<number | null>(null);
  const pressed = useRef<number | null>(null);
  const current = useRef(version);
  current.current = version;
  const become = useCallback((at: number | null): void => {
    pressed.current = at;
    setPressedAt(at);
  }, []);
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
  const waiting = pressedAt === version;
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => become(null), WAIT_LIMIT_MS);
    return () => clearTimeout(timer);
  }, [waiting, become]);
  const busy = useCallback(() => pressed.current === current.current, []);
  return { send, waiting, busy };
}
