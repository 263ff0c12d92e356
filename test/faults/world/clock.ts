import type { Clock } from '../../../common/kernel/ports.ts';

/** Simulated time: it jumps from timer to timer, so an hour of waits takes a moment. Wall time may be set apart. */
export interface VirtualClock extends Clock {
  /** Runs what is due, in order, until `done` says so or nothing is left within `ms`. True where `done` said so. */
  run(ms: number, done: () => boolean): Promise<boolean>;
  /** Sets the terminal's wall clock `ms` away from where it is; the others' clocks stay right. */
  shift(ms: number): void;
  /** How far the terminal's wall clock is off. */
  skew(): number;
  /** The machine sleeps: everybody's wall time goes on, no timer does. */
  sleepFor(ms: number): void;
  /** The time of the other sides, which is the true one. */
  readonly truth: Clock;
  /**
   * A view of this clock whose timers all die with `kill`: the clock of one process. `uncaught` is told what a timer
   * threw, which would end a process.
   */
  fork(uncaught: (cause: unknown) => void): ProcessClock;
}

export interface ProcessClock extends Clock {
  kill(): void;
}

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly fn: () => void;
  dead: boolean;
}

const START = Date.parse('2026-03-02T09:00:00+08:00');

/** Everything that promises can do by themselves is done: ticks run only once the microtask queue is empty. */
export const settleDown = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

const before = (a: Timer, b: Timer): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** A binary heap, smallest first; a cancelled timer stays in it until it comes up. */
class Timers {
  readonly #heap: Timer[] = [];

  add(timer: Timer): void {
    const heap = this.#heap;
    let index = heap.push(timer) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !before(timer, above)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = timer;
  }

  first(): Timer | null {
    for (;;) {
      const top = this.#heap[0];
      if (top === undefined) return null;
      if (!top.dead) return top;
      this.take();
    }
  }

  take(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      const [left, right] = [heap[child], heap[child + 1]];
      if (left === undefined) break;
      if (right !== undefined && before(right, left)) child += 1;
      const smaller = heap[child];
      if (smaller === undefined || !before(smaller, last)) break;
      heap[index] = smaller;
      index = child;
    }
    heap[index] = last;
  }
}

/** `begun`: how long it has been running already, ms. */
export function virtualClock(begun = 0): VirtualClock {
  let elapsed = begun;
  let shifted = 0;
  let slept = 0;
  let order = 0;
  /** A process ended since the last tick: what it had open is given back at the next one. */
  let ended = false;
  const timers = new Timers();
  const now = (): number => START + elapsed + slept + shifted;
  const monotonic = (): number => elapsed;
  const after = (ms: number, fn: () => void): (() => void) => {
    const timer: Timer = { at: elapsed + Math.max(0, ms), order: order++, fn, dead: false };
    timers.add(timer);
    return () => {
      timer.dead = true;
    };
  };
  return {
    now,
    monotonic,
    after,
    fork(uncaught) {
      let over = false;
      return {
        now,
        monotonic,
        after: (ms, fn) =>
          over
            ? () => {}
            : after(ms, () => {
                if (over) return;
                try {
                  fn();
                } catch (cause) {
                  // A process that dies within its own timer throws its death; the world goes on.
                  if (!over) uncaught(cause);
                }
              }),
        kill() {
          over = true;
          ended = true;
        },
      };
    },
    async run(ms, done) {
      const end = elapsed + ms;
      for (;;) {
        await settleDown();
        ended = false;
        if (done()) return true;
        // Somebody looked, and a process died of it: time does not go on before its file is free.
        if (ended) continue;
        const timer = timers.first();
        if (timer === null || timer.at > end) break;
        timers.take();
        elapsed = Math.max(elapsed, timer.at);
        timer.fn();
      }
      elapsed = end;
      return false;
    },
    shift(ms) {
      shifted += ms;
    },
    skew: () => shifted,
    sleepFor(ms) {
      slept += ms;
    },
    truth: { now: () => START + elapsed + slept, monotonic, after },
  };
}
