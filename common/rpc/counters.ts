/** What one end of a link has seen. Everything but `frames` and `sent` should stay at 0 between healthy parts. */
export interface RpcCounters {
  /** Frames received, good or bad. */
  frames: number;
  /** Frames posted. */
  sent: number;
  /** Not JSON, or not one of our shapes. */
  junk: number;
  oversized: number;
  tooDeep: number;
  /** A verb or event that the link does not have ('constructor' and '__proto__' are such). */
  unknown: number;
  /** An answer to no open call (late, repeated, invented), or a call with an id that is still open. */
  unmatched: number;
  /** A known verb's input, a known event's body, or an answer that its schema refuses; on either side. */
  badInput: number;
  badOutput: number;
  badEvent: number;
  /** A handler or a listener threw. */
  threw: number;
  /** Calls that came while too many were open already. */
  flooded: number;
}

export function newCounters(): RpcCounters {
  return {
    frames: 0,
    sent: 0,
    junk: 0,
    oversized: 0,
    tooDeep: 0,
    unknown: 0,
    unmatched: 0,
    badInput: 0,
    badOutput: 0,
    badEvent: 0,
    threw: 0,
    flooded: 0,
  };
}
