import { expect, it } from 'vitest';
import type { Weather } from '../testing/other-sides.ts';
import { STAY_STEPS, settleAndGiveBack } from '../testing/stay-weather.ts';

const OTHERS: readonly Weather[] = ['notSent', 'lostBefore', 'garbled', 'status', 'late'];

it.each(STAY_STEPS.flatMap((step) => OTHERS.map((weather) => [step, weather] as const)))(
  'a %s that is %s: settled once, given back once, nothing is left of the stay',
  async (step, weather) => {
    expect.hasAssertions();
    await settleAndGiveBack(step, weather);
  },
);
