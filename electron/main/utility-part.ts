import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { PartPort } from '../../common/supervisor/part.ts';
import type { Log } from './log.ts';
import type { StartFailure, Utility } from './utility.ts';

/** A utility process as a part of the supervisor. */
export interface UtilityPort extends PartPort {
  /** The one that serves now; null while none does. */
  serving(): Utility | null;
  /** How the present start ends, or the next one. */
  up(): Promise<Result<null, StartFailure>>;
  /** Ends it in order; nothing is reported any more. */
  stop(graceMs: number): Promise<void>;
}

export function createUtilityPart(options: {
  readonly start: () => Utility;
  readonly onUp: () => void;
  readonly onDied: () => void;
  readonly log: Log;
}): UtilityPort {
  let current: Utility | null = null;
  let serving: Utility | null = null;
  let waiting: ((result: Result<null, StartFailure>) => void)[] = [];
  let stopped = false;
  const tell = (result: Result<null, StartFailure>): void => {
    const told = waiting;
    waiting = [];
    for (const resolve of told) resolve(result);
  };

  return {
    start() {
      if (stopped) return;
      const mine = options.start();
      current = mine;
      void mine.ready.then((ready) => {
        if (current !== mine) return;
        if (ready.ok) {
          serving = mine;
          options.onUp();
        } else {
          options.log('error', 'child-not-ready', { ...ready.error });
          // One that cannot serve is no use; its death starts the next.
          mine.kill();
        }
        tell(ready);
      });
      void mine.exited.then(() => {
        if (current !== mine) return;
        current = null;
        serving = null;
        if (!stopped) options.onDied();
      });
    },
    kill: () => current?.kill(),
    serving: () => serving,
    up() {
      if (stopped) return Promise.resolve(STOPPING);
      return serving !== null ? Promise.resolve(ok(null)) : new Promise((resolve) => waiting.push(resolve));
    },
    async stop(graceMs) {
      stopped = true;
      tell(STOPPING);
      await current?.end(graceMs);
    },
  };
}

const STOPPING = err({ code: 'STOPPING', message: 'the shell is going down' });
