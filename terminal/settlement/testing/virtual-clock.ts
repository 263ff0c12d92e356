import type { Clock } from '../../../common/kernel/ports.ts';

/** A clock of simulated time: it jumps from timer to timer, so an hour of waits takes a moment. */
export interface VirtualClock extends Clock {
  /** Runs timers in order until `done` settles; throws where nothing is left that could settle it. */
  until<T>(done: Promise<T>): Promise<T>;
  /** Runs all timers due within `ms`. */
  advance(ms: number): Promise<void>;
  /** Sets the wall clock apart from the timers. */
  shift(ms: number): void;
}

/** Lets every promise that can settle do so. */
const settleDown = async (): Promise<void> => {
  for (let i = 0; i < 3; i++) await new Promise((resolve) => setImmediate(resolve));
};

export function virtualClock(start = Date.parse('2026-03-02T09:00:00+08:00')): VirtualClock {
  let elapsed = 0;
  let shifted = 0;
  let serial = 0;
  const timers = new Map<number, { readonly at: number; readonly fn: () => void }>();
  const next = (): [number, { readonly at: number; readonly fn: () => void }] | null =>
    [...timers].sort((a, b) => a[1].at - b[1].at || a[0] - b[0])[0] ?? null;
  const fire = ([id, timer]: [number, { readonly at: number; readonly fn: () => void }]): void => {
    timers.delete(id);
    elapsed = Math.max(elapsed, timer.at);
    timer.fn();
  };
  return {
    now: () => start + elapsed + shifted,
    monotonic: () => elapsed,
    after(ms, fn) {
      const id = ++serial;
      timers.set(id, { at: elapsed + Math.max(0, ms), fn });
      return () => timers.delete(id);
    },
    async until(done) {
      let over = false;
      const mark = (): void => {
        over = true;
      };
      done.then(mark, mark);
      for (let quiet = 0; !over; ) {
        await settleDown();
        if (over) break;
        const timer = next();
        quiet = timer === null ? quiet + 1 : 0;
        if (quiet > 20) throw new Error('virtual clock: nothing left to wait for');
        if (timer !== null) fire(timer);
      }
      return done;
    },
    async advance(ms) {
      const end = elapsed + ms;
      for (;;) {
        await settleDown();
        const timer = next();
        if (timer === null || timer[1].at > end) break;
        fire(timer);
      }
      elapsed = end;
    },
    shift(ms) {
      shifted += ms;
    },
  };
}
