import type { Schedules } from './schedules.ts';

/** Where a planted bug must be found. */
export type Lane =
  /** Some schedules of the faults lane. */
  | ({ readonly kind: 'faults' } & Schedules)
  /** A test file of the unit project. */
  | { readonly kind: 'test'; readonly file: string }
  /** A small run of the power cuts. */
  | { readonly kind: 'powercuts'; readonly cuts: number };

/** One bug that could have been made, as `<name>.patch` beside this file plants it in a copy of the tree. */
export interface Variant {
  readonly name: string;
  /** What it would do to a person or to the books. */
  readonly harm: string;
  readonly lane: Lane;
  /** What must name it: an invariant of the faults lane, a test's title, a figure of the power cuts. */
  readonly check: string;
  /** Words of the finding, where the invariant alone would be too wide. */
  readonly words?: RegExp;
}

/** One check that fired, with what it said. */
export interface Fired {
  readonly check: string;
  readonly what: string;
}

/** Whether this is what must name the variant. */
export function names({ check, words }: Variant, fired: Fired): boolean {
  return fired.check === check && (words?.test(fired.what) ?? true);
}
