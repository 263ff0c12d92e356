import type { Clock } from '../../common/kernel/ports.ts';

/** What is noticed about time itself. */
export interface TimeEvents {
  /**
   * The wall clock moved by `ms` more (less: negative) than time passed: somebody set it, or the machine slept, during
   * which the monotonic clock stands still.
   */
  readonly jumped: (ms: number) => void;
  /** The process stood still for `ms` (stopped, swapped out, debugged). */
  readonly stalled: (ms: number) => void;
  /** Every second. */
  readonly beat: () => void;
}

const PERIOD_MS = 1000;
/** Slewing moves a clock by less than this in a second; a busy machine delays a timer by less than that. */
const JUMP_MS = 2000;
const STALL_MS = 3000;

/** Compares wall and monotonic clock every second, until the returned function is called. */
export function watchTime(clock: Clock, events: TimeEvents): () => void {
  let wall = clock.now();
  let monotonic = clock.monotonic();
  let cancel = (): void => {};
  const look = (): void => {
    const passed = clock.monotonic() - monotonic;
    const jump = clock.now() - wall - passed;
    wall = clock.now();
    monotonic = clock.monotonic();
    cancel = clock.after(PERIOD_MS, look);
    if (Math.abs(jump) >= JUMP_MS) events.jumped(Math.round(jump));
    if (passed >= PERIOD_MS + STALL_MS) events.stalled(Math.round(passed));
    events.beat();
  };
  cancel = clock.after(PERIOD_MS, look);
  return () => cancel();
}
