import type { Clock } from '../../common/kernel/ports.ts';

/** The core's running or stopped state: waits that an orderly stop ends at once, and work that it waits for. */
export interface Life {
  /** Resolves after `ms`, or at once when stopped. */
  pause(ms: number): Promise<void>;
  stopped(): boolean;
  /** Runs in the background; `stop` waits for it. */
  background(work: Promise<void>): void;
  stop(): Promise<void>;
}

export function createLife(clock: Clock): Life {
  let over = false;
  const waiting = new Set<() => void>();
  const working = new Set<Promise<void>>();
  return {
    pause(ms) {
      if (over) return Promise.resolve();
      return new Promise((resolve) => {
        const end = (): void => {
          waiting.delete(end);
          cancel();
          resolve();
        };
        const cancel = clock.after(ms, end);
        waiting.add(end);
      });
    },
    stopped: () => over,
    background(work) {
      const done = (): void => {
        working.delete(work);
      };
      working.add(work);
      work.then(done, done);
    },
    async stop() {
      over = true;
      for (const end of [...waiting]) end();
      await Promise.allSettled([...working]);
    },
  };
}

/** Runs tasks of the same key one after the other; a task that fails does not stop the next. */
export type Serial = <T>(key: string, task: () => Promise<T>) => Promise<T>;

export function createSerial(): Serial {
  const tails = new Map<string, Promise<unknown>>();
  return (key, task) => {
    const turn = (tails.get(key) ?? Promise.resolve()).then(task, task);
    tails.set(key, turn);
    const forget = (): void => {
      if (tails.get(key) === turn) tails.delete(key);
    };
    turn.then(forget, forget);
    return turn;
  };
}
