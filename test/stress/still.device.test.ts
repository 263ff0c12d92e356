import { expect, it } from 'vitest';
import { standStill } from './testing/still.ts';

it('stopped for longer than every time-out while an order is under way: one order, one payment, and it is said', async () => {
  const after = await standStill(41, 6000, { answerMs: 2000, personLimitMs: 4000 });
  expect(after.sentOrders).toBe(1);
  expect(after.settledAtCentre).toBe(1);
  expect(after.journal).toMatchObject([{ state: 'settled' }]);
  expect(after.words).toContain('terminal.resumed');
});
