import type { Limits } from './limits.ts';

/** The crashes of one part within the window. */
export interface Crashes {
  /** Notes one and answers how many the window holds now. */
  note(atMs: number): number;
}

export function createCrashes({ windowMs }: Pick<Limits, 'windowMs'>): Crashes {
  let at: readonly number[] = [];
  return {
    note(atMs) {
      at = [...at.filter((each) => atMs - each < windowMs), atMs];
      return at.length;
    },
  };
}
