import { useEffect, useRef } from 'react';
import type { ScreenClient } from './screen-client.ts';

/** How often the screen proves that it still draws where nothing changes, ms. */
const PROOF_MS = 5000;

/**
 * Tells the terminal that a snapshot is on the glass: after each new version, and every 5 s. The number counts real
 * animation frames, so a hung or hidden page stops proving by itself.
 */
export function useRenderedProof(client: ScreenClient, version: number | null): void {
  const frames = useRef(0);
  useEffect(() => {
    if (version === null) return;
    let frame = 0;
    // Two frames: the first is the one that paints, the second says that it has been painted.
    const prove = (): void => {
      frame = requestAnimationFrame(() => {
        frames.current += 1;
        frame = requestAnimationFrame(() => {
          frames.current += 1;
          client.rendered(frames.current, version);
        });
      });
    };
    prove();
    const timer = setInterval(prove, PROOF_MS);
    return () => {
      clearInterval(timer);
      cancelAnimationFrame(frame);
    };
  }, [client, version]);
}
