import { expect, it } from 'vitest';
import { standStill } from './testing/still.ts';

it('stopped for 55 s with the production time-outs (answer 30 s, person 45 s): one order, one payment', async () => {
  const after = await standStill(42, 55_000, { answerMs: 30_000, personLimitMs: 45_000 });
  expect(after.sentOrders).toBe(1);
  expect(after.settledAtCentre).toBe(1);
  expect(after.journal).toMatchObject([{ state: 'settled' }]);
  expect(after.words).toContain('terminal.resumed');
});
