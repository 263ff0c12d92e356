import { useEffect } from 'react';
import type { ScreenClient } from '../link/screen-client.ts';

/** Once a second is enough to be there, ms. */
const AT_MOST_EVERY_MS = 1000;

/**
 * Whoever touches the glass anywhere, walks through its keys or has it said again is there; only the terminal knows how long
 * nobody has been.
 */
export function useSignOfLife(client: Pick<ScreenClient, 'touched'>): void {
  useEffect(() => {
    let toldAt = Number.NEGATIVE_INFINITY;
    const tell = (): void => {
      const now = performance.now();
      if (now - toldAt < AT_MOST_EVERY_MS) return;
      toldAt = now;
      client.touched();
    };
    window.addEventListener('pointerdown', tell);
    window.addEventListener('keydown', tell);
    return () => {
      window.removeEventListener('pointerdown', tell);
      window.removeEventListener('keydown', tell);
    };
  }, [client]);
}
