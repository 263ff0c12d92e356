import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Clock, Random } from '../common/kernel/ports.ts';

/** The machine's clock. A timer of it does not keep a process alive by itself only where `unref` says so. */
export function systemClock({ unref = false } = {}): Clock {
  return {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    after(ms, fn) {
      const timer = setTimeout(fn, ms);
      if (unref) timer.unref();
      return () => clearTimeout(timer);
    },
  };
}

/** The operating system's random bytes. */
export const systemRandom: Random = { bytes: (length) => new Uint8Array(randomBytes(length)) };
