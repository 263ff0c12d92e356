import { expect, it } from 'vitest';
import { STAY_STEPS, settleAndGiveBack } from '../testing/stay-weather.ts';

it.each(STAY_STEPS)('a %s whose answer is lost is found again, and what follows is done once', async (step) => {
  expect.hasAssertions();
  await settleAndGiveBack(step, 'lostAfter');
});
