import { type Random, randomInt } from '../../common/kernel/ports.ts';

export interface Backoff {
  /** Upper bound of the first wait, ms; it doubles with each failure. */
  readonly baseMs: number;
  /** Largest upper bound, ms. */
  readonly capMs: number;
}

/** A destination that asks for more than an hour is asked again after an hour. */
const LONGEST_RETRY_AFTER_MS = 3_600_000;

/**
 * Full jitter: a wait drawn evenly from 1 ms to min(cap, base × 2^failures), so that terminals which failed together
 * do not come back together. The other side's own wish (`retry-after`) is the least that is waited, jitter on top.
 */
export function backoffMs(random: Random, backoff: Backoff, failures: number, retryAfterMs: number | null): number {
  const bound = Math.min(backoff.capMs, backoff.baseMs * 2 ** Math.min(failures, 30));
  return Math.min(retryAfterMs ?? 0, LONGEST_RETRY_AFTER_MS) + 1 + randomInt(random, Math.max(1, Math.floor(bound)));
}
