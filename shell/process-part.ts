import { err, type Result } from '../common/kernel/result.ts';
import type { PartPort } from '../common/supervisor/part.ts';
import type { Child, StartFailure } from './child.ts';
import type { Log } from './log.ts';

export interface ProcessPartOptions {
  readonly start: () => Child;
  readonly onUp: () => void;
  readonly onDied: () => void;
  readonly log: Log;
}

/** One of our processes as a part of the supervisor. */
export interface ProcessPart extends PartPort {
  pid(): number | null;
  /** Resolves with how the present start ends, or the next one where none runs. */
  up(): Promise<Result<null, StartFailure>>;
  /** Ends it in order; nothing is reported any more, and nothing starts. */
  stop(graceMs: number): Promise<void>;
}

const STOPPING: StartFailure = { code: 'STOPPING', message: 'the shell is going down' };

export function createProcessPart({ start, onUp, onDied, log }: ProcessPartOptions): ProcessPart {
  let current: Child | null = null;
  let serves = false;
  let waiting: ((result: Result<null, StartFailure>) => void)[] = [];
  let stopped = false;

  const tell = (result: Result<null, StartFailure>): void => {
    for (const resolve of waiting.splice(0)) resolve(result);
  };

  return {
    start() {
      if (stopped) return;
      const child = start();
      current = child;
      serves = false;
      void child.ready.then((ready) => {
        if (current !== child) return;
        serves = ready.ok;
        if (ready.ok) onUp();
        else if (!stopped) {
          log('error', 'child-not-ready', { ...ready.error });
          // One that is not ready in its time is no use: its death starts the next.
          child.kill();
        }
        tell(ready);
      });
      void child.exited.then(() => {
        if (current !== child) return;
        current = null;
        serves = false;
        if (!stopped) onDied();
      });
    },
    kill() {
      serves = false;
      current?.kill();
    },
    pid: () => current?.pid ?? null,
    up() {
      if (stopped) return Promise.resolve(err(STOPPING));
      if (serves) return Promise.resolve({ ok: true, value: null });
      return new Promise((resolve) => waiting.push(resolve));
    },
    async stop(graceMs) {
      stopped = true;
      tell(err(STOPPING));
      waiting = [];
      await current?.end(graceMs);
    },
  };
}
