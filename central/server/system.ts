import { randomBytes } from 'node:crypto';
import type { Clock, Random } from '../../common/kernel/ports.ts';

/** The machine's clock and randomness. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(ms, fn) {
    const timer = setTimeout(fn, ms);
    return () => clearTimeout(timer);
  },
};

export const systemRandom: Random = { bytes: (length) => randomBytes(length) };
