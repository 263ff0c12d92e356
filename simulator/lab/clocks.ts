import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whose clock a process goes by: the terminal with its shell and devices, or the other sides. */
export type ClockOwner = 'terminal' | 'others';

/** The clocks of a lab, each with its distance from the machine's. No process of the product knows of it. */
export interface LabClocks {
  /** What a process must be started with to go by this clock. */
  env(owner: ClockOwner): NodeJS.ProcessEnv;
  /** Puts a clock so many seconds apart from the machine's; the processes follow within a second. */
  set(owner: ClockOwner, seconds: number): void;
  seconds(owner: ClockOwner): number;
}

const TRIPLETS: Readonly<Record<string, string>> = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' };

/** libfaketime of this machine (Debian package `libfaketime`), or null. */
function library(): string | null {
  const file = `/usr/lib/${TRIPLETS[process.arch] ?? process.arch}/faketime/libfaketime.so.1`;
  return existsSync(file) ? file : null;
}

/**
 * Clocks that can be moved while everything runs. The wall clock alone moves: timers go by the monotonic clock, which
 * a person who sets the time of a machine does not move either. Null where libfaketime is not installed.
 */
export function createLabClocks(dir: string): LabClocks | null {
  const preload = library();
  if (preload === null) return null;
  const told: Record<ClockOwner, number> = { terminal: 0, others: 0 };
  const fileOf = (owner: ClockOwner): string => join(dir, `clock-${owner}`);
  const set = (owner: ClockOwner, seconds: number): void => {
    const file = fileOf(owner);
    // Renamed into place: a process that reads it now must not find half a number.
    writeFileSync(`${file}.new`, `${seconds < 0 ? '' : '+'}${seconds}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
    told[owner] = seconds;
  };
  set('terminal', 0);
  set('others', 0);
  return {
    set,
    seconds: (owner) => told[owner],
    env: (owner) => ({
      LD_PRELOAD: preload,
      FAKETIME_TIMESTAMP_FILE: fileOf(owner),
      // Seconds after which the file is read again.
      FAKETIME_CACHE_DURATION: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      // Files keep their true times, and nothing is left behind in shared memory by a process that is killed.
      NO_FAKE_STAT: '1',
      FAKETIME_DISABLE_SHM: '1',
    }),
  };
}
