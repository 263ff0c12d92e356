import type { Clock } from '../../../common/kernel/ports.ts';
import { systemClock } from '../../../wire/system.ts';

/** Real time, whose wall clock can be set; timers and the monotonic clock go on as they were, as on a real machine. */
export interface ShiftedClock extends Clock {
  set(offsetMs: number): void;
}

export function shiftedClock(offsetMs = 0): ShiftedClock {
  const real = systemClock();
  let offset = offsetMs;
  return {
    now: () => real.now() + offset,
    monotonic: real.monotonic,
    after: real.after,
    set(next) {
      offset = next;
    },
  };
}
