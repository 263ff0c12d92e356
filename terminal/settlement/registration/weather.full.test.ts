import { afterEach, expect, it } from 'vitest';
import type { Weather } from '../testing/other-sides.ts';
import { endRegistrations, REGISTRATION_STEPS, registerSettleAndGiveBack } from '../testing/registration-weather.ts';

afterEach(endRegistrations);

const OTHERS: readonly Weather[] = ['notSent', 'lostBefore', 'garbled', 'status', 'late'];

it.each(REGISTRATION_STEPS.flatMap((step) => OTHERS.map((weather) => [step, weather] as const)))(
  'a %s that is %s: settled once, given back once, nothing is left of the visit',
  async (step, weather) => {
    expect.hasAssertions();
    await registerSettleAndGiveBack(step, weather);
  },
);
