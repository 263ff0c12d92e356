/** The end of a command's time. Counted from the start of the process, so that a slow start is part of it. */
export interface Deadline {
  /** Ms that are left, never negative. */
  left(): number;
}

/** `ms` after `startedAt`, which is a `performance.now()`: 0 is the start of this process. */
export function deadlineAfter(startedAt: number, ms: number): Deadline {
  return { left: () => Math.max(0, startedAt + ms - performance.now()) };
}
