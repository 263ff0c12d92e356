import type { Clock } from '../../common/kernel/ports.ts';

/** The browser's clock as the Clock port. */
export const browserClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(ms, fn) {
    const id = setTimeout(fn, ms);
    return () => clearTimeout(id);
  },
};
