import type { Gain } from '../testing/gains.ts';
import type { XScreen } from '../testing/x-screen.ts';
import type { Lock } from './lock.ts';

/** What both kiosks offer to an attacker: the one with the real renderer and the one with the hostile page. */
export interface Target {
  readonly screen: XScreen;
  /** A browser folder's user starts the browser's program once more. */
  again(...args: readonly string[]): void;
}

interface Common {
  /** Names the attempt in reports and in docs/kiosk-lockdown.md. */
  readonly id: string;
  /** Any of these is a success of the attacker. */
  readonly wins: readonly Gain[];
  /** What stops it. With all of these off, the attempt succeeds. */
  readonly locks: readonly [Lock, ...Lock[]];
}

/** Done with keyboard or pointer: tried on the real renderer; its control run on the page without handlers. */
export interface HandAttempt extends Common {
  readonly by: 'hands';
  act(target: Target): Promise<void>;
}

/** Done by a script in the kiosk's own page after one touch; the names are those of `hostile/attempts.js`. */
export interface PageAttempt extends Common {
  readonly by: 'page';
}

export type Attempt = HandAttempt | PageAttempt;
