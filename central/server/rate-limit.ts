import type { Clock } from '../../common/kernel/ports.ts';

/** Requests per key in a sliding window; keys are forgotten with their last request. */
export interface RateLimit {
  /** Counts one request; null where it may pass, else how many whole seconds to wait. */
  take(key: string): number | null;
}

export function createRateLimit(clock: Clock, limit: number, windowMs: number): RateLimit {
  const taken = new Map<string, number[]>();
  return {
    take(key) {
      const now = clock.monotonic();
      for (const [other, times] of taken) if ((times.at(-1) ?? 0) <= now - windowMs) taken.delete(other);
      const times = (taken.get(key) ?? []).filter((at) => at > now - windowMs);
      const oldest = times[0];
      if (times.length >= limit && oldest !== undefined)
        return Math.max(1, Math.ceil((oldest + windowMs - now) / 1000));
      taken.set(key, [...times, now]);
      return null;
    },
  };
}
