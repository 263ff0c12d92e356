import { readFileSync } from 'node:fs';
import type { Clock } from '../../common/kernel/ports.ts';

/** How often the plug is looked at while nothing is said, ms: a hand is slower than that. */
const WATCH_MS = 500;

/**
 * Whether headphones are in, by a file that says 1 while they are. A file that is named nowhere, cannot be read or
 * says anything else means no: what is private is then not spoken.
 */
export function headphonesIn(file: string | null): boolean {
  if (file === null) return false;
  try {
    return readFileSync(file, 'utf8').trim() === '1';
  } catch {
    return false;
  }
}

/** Tells `changed` whenever headphones are plugged in or pulled out, until the answer is called. */
export function watchHeadphones(file: string | null, clock: Clock, changed: (plugged: boolean) => void): () => void {
  if (file === null) return () => {};
  let last = headphonesIn(file);
  let stop = (): void => {};
  const watch = (): void => {
    stop = clock.after(WATCH_MS, () => {
      const now = headphonesIn(file);
      watch();
      if (now === last) return;
      last = now;
      changed(now);
    });
  };
  watch();
  return () => stop();
}
