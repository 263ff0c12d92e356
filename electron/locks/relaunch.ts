import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { LIMITS, restartAfter } from '../../common/supervisor/limits.ts';

/** What to do after the main process itself failed: start anew after a wait, or come back with the quiet page. */
export interface Relaunch {
  readonly inMs: number;
  readonly quiet: boolean;
}

const memorySchema = z.array(z.number().finite()).max(100);

/**
 * The main process has no supervisor but itself (and the system's service manager above it), so its crashes are kept
 * in a file of the run directory. `now`: ms since the epoch. The nth crash within ten minutes waits as the supervisor
 * does for a part; the fifth brings the quiet page. A file that cannot be read or is junk counts as no crash.
 */
export function noteCrash(file: string, now: number): Relaunch {
  const recent = [...crashesIn(file, now), now];
  try {
    writeFileSync(file, JSON.stringify(recent.slice(-LIMITS.crashes)), { mode: 0o600 });
  } catch {
    // Without a memory there is no telling a loop: better slow than a loop at full speed.
    return { inMs: restartAfter(LIMITS.crashes), quiet: false };
  }
  return { inMs: restartAfter(recent.length), quiet: recent.length >= LIMITS.crashes };
}

/** Whether the last crashes of the main process say that only the quiet page may be shown. */
export function startsQuiet(file: string, now: number): boolean {
  return crashesIn(file, now).length >= LIMITS.crashes;
}

function crashesIn(file: string, now: number): readonly number[] {
  try {
    const parsed = memorySchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data.filter((at) => at <= now && now - at < LIMITS.windowMs) : [];
  } catch {
    return [];
  }
}
