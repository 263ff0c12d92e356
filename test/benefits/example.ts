import type { Figure } from '../../central/plans/figures/figure.ts';

/**
 * A worked example: what is given, what must come out, and how. Each is a test and a section of
 * docs/benefit-examples.md, which an officer can check by hand. Amounts are yuan text.
 */
export interface Example {
  /** Its name in the collection of rules: BJ-P1 is published somewhere, BJ-O1 is worked out from the rules. */
  readonly id: string;
  readonly title: string;
  readonly origin: string;
  readonly given: readonly string[];
  /** What the collection of rules states, by name. */
  readonly expected: Readonly<Record<string, string>>;
  work(): Worked;
}

export interface Worked {
  /** What the engine says under the same names. */
  readonly results: Readonly<Record<string, string>>;
  /** Each step in words. */
  readonly steps: readonly string[];
  readonly figures: readonly Figure<unknown>[];
}
