import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen } from '../../../common/kernel/money.ts';
import { loadMedicalPlan, loadMedicalPlans } from '../../plans/medical/load.ts';
import { divideByPlan, itemFor } from './lines.ts';
import { factsOf } from './situation.ts';
import { bill } from './testing/bills.ts';

const factsAt = (plan: string, date: string, level: number) => {
  const facts = factsOf(bill(plan, date, '0.00', { visit: { level } }));
  if (facts === null) throw new Error('no facts');
  return facts;
};

test('a bed limit goes by the hospital’s level', () => {
  const plan = loadMedicalPlan('beijing/employee-2010');
  const over = [0, 1, 2, 3].map((level) => {
    const item = itemFor(plan, '001109000010000', factsAt('beijing/employee-2010', '2011-01-01', level));
    return divideByPlan(fen(15_000), { units: 5n, scale: 0 }, item).overLimit;
  });
  expect(over).toEqual([9_000, 9_000, 6_000, 3_000]);
});

test('a fixed sum per unit is never more than the line (Shanghai)', () => {
  const plan = loadMedicalPlan('shanghai/employee-2008');
  const item = itemFor(plan, 'C0101', factsAt('shanghai/employee-2008', '2009-01-01', 2));
  expect(divideByPlan(fen(9_000), { units: 2n, scale: 0 }, item)).toMatchObject({ preSelfPay: 4_000, inScope: 5_000 });
  expect(divideByPlan(fen(1_000), { units: 2n, scale: 0 }, item)).toMatchObject({ preSelfPay: 1_000, inScope: 0 });
});

test('丙, and what no item names, is wholly the person’s', () => {
  const plan = loadMedicalPlan('beijing/employee-2010');
  const facts = factsAt('beijing/employee-2010', '2011-01-01', 3);
  for (const code of ['XF99', 'Q1']) {
    expect(divideByPlan(fen(777), { units: 1n, scale: 0 }, itemFor(plan, code, facts))).toMatchObject({
      ownPay: 777,
      inScope: 0,
    });
  }
});

test('the four scopes of any line are not negative and sum to it', () => {
  const plans = loadMedicalPlans();
  const line = fc.record({
    plan: fc.constantFrom(...plans),
    code: fc.constantFrom('XB1', 'XF1', 'X1', 'C1', '0021', '0011090', '00', 'Q'),
    amount: fc.integer({ min: 0, max: 3_000_000 }),
    count: fc.integer({ min: 1, max: 500_000 }),
    level: fc.integer({ min: 0, max: 3 }),
  });
  fc.assert(
    fc.property(line, ({ plan, code, amount, count, level }) => {
      const item = itemFor(plan, code, factsAt('beijing/employee-2010', '2011-01-01', level));
      const { ownPay, overLimit, preSelfPay, inScope } = divideByPlan(
        fen(amount),
        { units: BigInt(count), scale: 4 },
        item,
      );
      expect(ownPay + overLimit + preSelfPay + inScope).toBe(amount);
      expect(Math.min(ownPay, overLimit, preSelfPay, inScope)).toBeGreaterThanOrEqual(0);
    }),
  );
});
