import type { Clock } from '../common/kernel/ports.ts';
import { err, type Result } from '../common/kernel/result.ts';
import type { Child, StartFailure } from './child.ts';
import type { Log } from './log.ts';

export interface KeeperOptions {
  readonly start: () => Child;
  /** Wait before the nth restart in a row of a process that never lived long (n from 1), ms. */
  readonly delayMs: (quickDeaths: number) => number;
  readonly clock: Clock;
  readonly log: Log;
}

/** Keeps one process running. A fuller supervisor (limits, reports to staff) comes later. */
export interface Keeper {
  /** Starts it and says whether it came up; from then on a death is answered by a new start. */
  start(): Promise<Result<null, StartFailure>>;
  /** SIGKILLs it, starts a new one and says whether that came up. Calls meanwhile share the same replacement. */
  replace(reason: string): Promise<Result<null, StartFailure>>;
  pid(): number | null;
  /** Ends it in order and starts no other. */
  stop(graceMs: number): Promise<void>;
}

/** A process that lived this long (ms) did not die of its start. */
const LIVED_MS = 10_000;

/** A dead host is replaced at once, then after 1, 2, 4 … 30 s while it keeps dying. */
export const atOnceThenBackOff = (quickDeaths: number): number =>
  quickDeaths <= 1 ? 0 : Math.min(30_000, 1000 * 2 ** (quickDeaths - 2));

/** A dead terminal is started again after 1, 2, 4 … 30 s. */
export const backOff = (quickDeaths: number): number => Math.min(30_000, 1000 * 2 ** Math.max(0, quickDeaths - 1));

export function createKeeper({ start, delayMs, clock, log }: KeeperOptions): Keeper {
  let current: Child | null = null;
  let replacing: Promise<Result<null, StartFailure>> | null = null;
  let cancelRestart: () => void = () => undefined;
  let quickDeaths = 0;
  let stopped = false;

  const launch = (): Promise<Result<null, StartFailure>> => {
    const child = start();
    const since = clock.monotonic();
    current = child;
    void child.exited.then(() => {
      // A replaced or stopped process is meant to be gone.
      if (current !== child) return;
      current = null;
      if (stopped) return;
      quickDeaths = clock.monotonic() - since >= LIVED_MS ? 1 : quickDeaths + 1;
      const ms = delayMs(quickDeaths);
      log('warn', 'child-restarting', { inMs: ms, quickDeaths });
      cancelRestart = clock.after(ms, () => void launch());
    });
    return child.ready.then((ready) => {
      // One that is not ready in its time is no use: its death starts the next.
      if (!ready.ok) {
        log('error', 'child-not-ready', { ...ready.error });
        if (current === child) child.kill();
      }
      return ready;
    });
  };

  return {
    start: launch,
    pid: () => current?.pid ?? null,
    replace(reason) {
      if (stopped) return Promise.resolve(err({ code: 'STOPPING', message: 'the shell is going down' }));
      replacing ??= (async () => {
        log('warn', 'child-replaced', { reason, pid: current?.pid ?? null });
        cancelRestart();
        const old = current;
        current = null;
        old?.kill();
        await old?.exited;
        return stopped ? err({ code: 'STOPPING', message: 'the shell is going down' }) : launch();
      })().finally(() => {
        replacing = null;
      });
      return replacing;
    },
    async stop(graceMs) {
      stopped = true;
      cancelRestart();
      await current?.end(graceMs);
    },
  };
}
