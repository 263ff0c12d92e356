/** A size of all text, and how much gives way to it: 0 nothing, 1 pictures, 2 second words and air too. */
export interface FitStep {
  readonly type: number;
  readonly level: 0 | 1 | 2;
}

/** By how much text is made smaller from one try to the next. */
const STEP = 0.04;

/**
 * What is tried, in this order, until a screen stands: the wanted size with everything, without pictures, without
 * second words; then smaller and smaller, never below `least`, which is the law's.
 */
export function fitSteps(wanted: number, least: number): readonly FitStep[] {
  const steps: FitStep[] = ([0, 1, 2] as const).map((level) => ({ type: wanted, level }));
  for (let type = wanted - STEP; type > least + STEP / 2; type -= STEP) steps.push({ type, level: 2 });
  if (wanted > least) steps.push(...([0, 1, 2] as const).map((level) => ({ type: least, level })));
  return steps;
}
