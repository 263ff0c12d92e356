import { type ReactNode, useEffect, useState } from 'react';
import { useDesk, useSay } from '../context.tsx';

interface ElapsedProps {
  /** What the snapshot says, ms; the screen counts on from there. */
  readonly sinceMs: number;
  readonly limitMs?: number | null;
}

/** Real seconds, never a spinner (LOOK, motion). */
export function Elapsed({ sinceMs, limitMs = null }: ElapsedProps): ReactNode {
  const say = useSay();
  const { receivedAt } = useDesk();
  const [seconds, setSeconds] = useState(Math.floor(sinceMs / 1000));
  useEffect(() => {
    const tick = (): void => setSeconds(Math.floor((sinceMs + Math.max(0, performance.now() - receivedAt)) / 1000));
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [sinceMs, receivedAt]);
  const limit = limitMs === null ? null : Math.round(limitMs / 1000);
  return (
    <span className="elapsed nw">
      {limit === null ? say('desk.seconds', { seconds }) : say('desk.secondsOf', { seconds, limit })}
    </span>
  );
}
