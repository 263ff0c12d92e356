import type { Clock } from '../../common/kernel/ports.ts';

/** A clock that moves only when told to. */
export interface ManualClock extends Clock {
  /** Moves on by `ms`, firing what falls due, in order. */
  advance(ms: number): void;
  /** Time passes and nothing is done, as while a process stands still; what fell due fires at the next `advance`. */
  stall(ms: number): void;
}

export function manualClock(now = Date.UTC(2026, 10, 21, 1, 12)): ManualClock {
  let at = 0;
  let timers: { readonly due: number; readonly fn: () => void }[] = [];
  return {
    now: () => now + at,
    monotonic: () => at,
    after(ms, fn) {
      const timer = { due: at + ms, fn };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    advance(ms) {
      const until = at + ms;
      for (;;) {
        const next = timers.filter(({ due }) => due <= until).sort((a, b) => a.due - b.due)[0];
        if (next === undefined) break;
        timers = timers.filter((one) => one !== next);
        at = Math.max(at, next.due);
        next.fn();
      }
      at = until;
    },
    stall(ms) {
      at += ms;
    },
  };
}
