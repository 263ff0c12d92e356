import { useEffect, useState } from 'react';
import { useKiosk } from './context.tsx';

/** Local time since the snapshot on the glass was received, ms, counted in whole `stepMs`. */
export function useSinceReceived(stepMs = 250): number {
  const { receivedAt } = useKiosk();
  const [now, setNow] = useState(receivedAt);
  useEffect(() => {
    const tick = (): void => setNow(performance.now());
    tick();
    const timer = setInterval(tick, stepMs);
    return () => clearInterval(timer);
  }, [stepMs]);
  return Math.max(0, now - receivedAt);
}

/** Seconds shown on a screen that waits: null until 3 s have passed (a short wait needs no clock). */
export function useWaitSeconds(sinceMs: number): number | null {
  const seconds = Math.floor((sinceMs + useSinceReceived()) / 1000);
  return seconds >= 3 ? seconds : null;
}
