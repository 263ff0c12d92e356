/** A size of all text, and how much gives way to it: 0 nothing, 1 pictures, 2 second words, 3 air too. */
export interface FitStep {
  readonly type: number;
  readonly level: 0 | 1 | 2 | 3;
}

const levels = [0, 1, 2, 3] as const;

/** By how much text is made smaller from one try to the next. */
const STEP = 0.04;

/**
 * What is tried, in this order, until a screen stands: the wanted size with everything, without pictures, without
 * second words, with less air; then smaller and smaller, never below `least`, which is the law's.
 */
export function fitSteps(wanted: number, least: number): readonly FitStep[] {
  const steps: FitStep[] = levels.map((level) => ({ type: wanted, level }));
  for (let type = wanted - STEP; type > least + STEP / 2; type -= STEP) steps.push({ type, level: 3 });
  if (wanted > least) steps.push(...levels.map((level) => ({ type: least, level })));
  return steps;
}
