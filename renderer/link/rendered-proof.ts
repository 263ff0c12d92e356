import { useEffect, useRef } from 'react';
import { forgetLastMatch } from '../../common/kernel/last-match.ts';
import type { ScreenClient } from './screen-client.ts';

/** How often the screen proves that it still draws where nothing changes, ms. The shell waits three and a half of them. */
const PROOF_MS = 1000;

/** Whether a screen with words on it stands on the glass. An emptied page draws frames too. */
export function painted(): boolean {
  const screen = document.querySelector('[data-screen]');
  if (screen === null || !screen.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const { width, height } = screen.getBoundingClientRect();
  const covers = width * height >= (window.innerWidth * window.innerHeight) / 4;
  return covers && (screen.textContent ?? '').trim() !== '';
}

/**
 * Resolves when the browser's main process has answered. A page draws on and speaks to the terminal while that one is
 * frozen, but no touch reaches it any more. Lock queries are answered there and change nothing.
 */
async function browserAnswers(): Promise<void> {
  if (!('locks' in navigator)) return;
  try {
    await navigator.locks.query();
  } catch {
    // Not allowed for this origin: then the frames are the only proof.
  }
}

/**
 * Tells the terminal that a snapshot is on the glass: after each new version, and every second. The number counts real
 * animation frames, so a hung or hidden page stops proving by itself. Each proof lets go of what was matched last.
 */
export function useRenderedProof(client: Pick<ScreenClient, 'rendered'>, version: number | null): void {
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
          const drawn = frames.current;
          forgetLastMatch();
          void browserAnswers().then(() => client.rendered(drawn, version, painted()));
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
