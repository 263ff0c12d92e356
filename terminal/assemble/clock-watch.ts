import type { ServerTime } from '../gateways/https.ts';

/** Our clock against the centre's (risks I12). Ms; positive: ours is ahead. */
export interface ClockWatch {
  /** An answer of the centre bore this time. */
  heard(time: ServerTime): void;
  /** Our own clock was set by `ms`. */
  jumped(ms: number): void;
  skewMs(): number;
  verdict(): ClockVerdict;
}

/** `CLOCK_SKEWED`: staff are told, all goes on. `CLOCK_WRONG`: nothing is settled. */
export type ClockVerdict = 'CLOCK_SKEWED' | 'CLOCK_WRONG' | null;

const SKEWED_MS = 60_000;
const WRONG_MS = 300_000;
/** A Date header has whole seconds. */
const HEADER_MS = 999;

/**
 * How far our clock is off at least, or 0 where it may be right: the centre wrote its time somewhere between our
 * request and its answer, so a slow answer accuses nobody.
 */
export function leastSkewMs({ serverMs, wallMs, roundTripMs }: ServerTime): number {
  const latest = serverMs + HEADER_MS + roundTripMs;
  if (wallMs < serverMs) return wallMs - serverMs;
  return wallMs > latest ? wallMs - latest : 0;
}

export function createClockWatch(onVerdict: (verdict: ClockVerdict, skewMs: number) => void): ClockWatch {
  let skew = 0;
  let verdict: ClockVerdict = null;
  const judge = (next: number): void => {
    skew = next;
    const off = Math.abs(skew);
    const now = off > WRONG_MS ? 'CLOCK_WRONG' : off > SKEWED_MS ? 'CLOCK_SKEWED' : null;
    if (now === verdict) return;
    verdict = now;
    onVerdict(verdict, skew);
  };
  return {
    heard: (time) => judge(leastSkewMs(time)),
    // Believed until an answer says otherwise: it was right before, or off by what we knew.
    jumped: (ms) => judge(skew + ms),
    skewMs: () => skew,
    verdict: () => verdict,
  };
}
