import type { PartName } from './limits.ts';

/**
 * What a shell gives for each part (processes in Node, utility processes and a window in Electron). Neither call
 * answers: the shell tells the supervisor `up` and `died` when they happen.
 */
export interface PartPort {
  /** Starts it; `quiet` (screen only): shows the quiet page instead of the terminal's screen. */
  start(quiet: boolean): void;
  /** Ends it the hard way (SIGKILL by pid). Its end is reported by `died` like any other. */
  kill(): void;
}

/** Why a part was, or was not, restarted. */
export type Trouble = 'died' | 'hung' | 'blank' | 'asked';

/** What the terminal says of itself twice a second (shellLink.beat). */
export interface Beat {
  /** A settlement's outcome is open: sent and not yet known. */
  readonly settlementOpen: boolean;
  /** Since the screen last proved that it draws the present snapshot, ms; null: never in this terminal's life. */
  readonly renderedAgoMs: number | null;
}

/** What the supervisor did, for the log. */
export type Decision =
  | {
      readonly kind: 'restart';
      readonly part: PartName;
      readonly why: Trouble;
      readonly crashes: number;
      readonly inMs: number;
    }
  /** It serves; `afterMs` since its start, or, where it had to be restarted, since it was found in trouble. */
  | { readonly kind: 'up'; readonly part: PartName; readonly afterMs: number }
  | { readonly kind: 'quiet'; readonly part: PartName; readonly why: Trouble };
