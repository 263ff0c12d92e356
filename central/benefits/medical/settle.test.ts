import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addFen, fen, ZERO_FEN } from '../../../common/kernel/money.ts';
import { compare, minus, ofFen, plus, ratio, ZERO } from '../../../common/kernel/ratio.ts';
import { loadMedicalPlan } from '../../plans/medical/load.ts';
import { settleBill } from './settle.ts';
import { slipWords } from './slip-words.ts';
import { anyBill, bill, settled } from './testing/bills.ts';
import { fundsOf } from './walk.ts';
import { book, giveBack, NOTHING_USED, usedOf, type YearUse } from './year-use.ts';

const runs = { numRuns: 400 };

describe('any bill under any plan', () => {
  test('the parts sum to the total and none is negative', () => {
    let paid = 0;
    fc.assert(
      fc.property(anyBill, (situation) => {
        const answer = settleBill(situation);
        if (!answer.ok) return;
        const { total, scopes, layers, hospital, account, mutualAid, cash, deductible, above } = answer.value;
        const aid = addFen(ZERO_FEN, ...mutualAid.map(({ amount }) => amount));
        expect(addFen(fundsOf(layers), hospital, account.current, account.earlier, aid, cash)).toBe(total);
        expect(addFen(...Object.values(scopes))).toBe(total);
        const parts = [deductible, above, hospital, account.current, account.earlier, cash];
        const sides = layers.flatMap(({ fund, self, available }) => [fund, self, available]);
        expect(Math.min(...parts, ...sides, ...mutualAid.map(({ amount }) => amount))).toBeGreaterThanOrEqual(0);
        if (layers.length > 0) paid += 1;
      }),
      runs,
    );
    // Enough of the bills must have been of the kind that the property is about.
    expect(paid).toBeGreaterThan(100);
  });

  test('no layer pays more than it had left, nor an account more than it held', () => {
    fc.assert(
      fc.property(anyBill, (situation) => {
        const answer = settleBill(situation);
        if (!answer.ok) return;
        for (const { fund, limit, available } of answer.value.layers) {
          expect(fund).toBeLessThanOrEqual(Math.min(available, limit ?? available));
        }
        expect(answer.value.account.current).toBeLessThanOrEqual(situation.purses.current);
        expect(answer.value.account.earlier).toBeLessThanOrEqual(situation.purses.earlier);
        answer.value.mutualAid.forEach(({ amount }, index) => {
          expect(amount).toBeLessThanOrEqual(Math.max(...situation.purses.family.map(({ balance }) => balance)));
          expect(index).toBeLessThan(situation.purses.family.length);
        });
      }),
      runs,
    );
  });

  test('a layer of bands is less than one fen away from its exact value', () => {
    fc.assert(
      fc.property(anyBill, (situation) => {
        const answer = settleBill(situation);
        if (!answer.ok) return;
        const { steps } = answer.value;
        for (const step of steps) {
          if (step.step !== 'layer') continue;
          const bands = steps.filter((one) => one.step === 'band').filter(({ layer }) => layer === step.layer);
          const exact = plus(ZERO, ...bands.map(({ fund }) => fund));
          const off = minus(ofFen(step.fund), exact);
          expect(compare(off, ratio(1)) <= 0 && compare(off, ratio(-1)) >= 0).toBe(true);
        }
      }),
      runs,
    );
  });

  test('a bill of nothing costs nothing and leaves the amounts of the year alone', () => {
    fc.assert(
      fc.property(anyBill, (situation) => {
        const scopes = { ownPay: ZERO_FEN, overLimit: ZERO_FEN, preSelfPay: ZERO_FEN, inScope: ZERO_FEN };
        const answer = settleBill({ ...situation, scopes });
        if (answer.ok) expect([answer.value.total, answer.value.used.amounts]).toEqual([0, {}]);
      }),
      runs,
    );
  });

  test('the words of the slip sum to the total', () => {
    fc.assert(
      fc.property(anyBill, (situation) => {
        const answer = settleBill(situation);
        if (!answer.ok) return;
        const words = slipWords(answer.value);
        expect(addFen(...Object.values(words), answer.value.hospital)).toBe(answer.value.total);
        expect(Math.min(...Object.values(words))).toBeGreaterThanOrEqual(0);
      }),
      runs,
    );
  });

  test('a later bill of the year is never better for having come before', () => {
    fc.assert(
      fc.property(anyBill, fc.integer({ min: 0, max: 10_000_000 }), (situation, more) => {
        // The pool's ceiling: what was used before can only shorten it.
        const layer = 'pool';
        const amounts = { ...situation.used.amounts, [layer]: fen(usedOf(situation.used, layer) + more) };
        const [before, after] = [
          settleBill(situation),
          settleBill({ ...situation, used: { ...situation.used, amounts } }),
        ];
        if (!before.ok || !after.ok) return;
        const pool = (outcome: typeof before.value): number => outcome.layers.find(({ id }) => id === layer)?.fund ?? 0;
        expect(pool(after.value)).toBeLessThanOrEqual(pool(before.value));
      }),
      runs,
    );
  });
});

describe('the year', () => {
  test('a settlement and its refund leave all accumulators as they were', () => {
    fc.assert(
      fc.property(anyBill, (situation) => {
        const answer = settleBill(situation);
        if (!answer.ok) return;
        // Accumulators at nothing are not listed.
        const before = book(NOTHING_USED, situation.used);
        expect(giveBack(book(before, answer.value.used), answer.value.used)).toEqual(before);
      }),
      runs,
    );
  });

  test('refunds in any order, between other settlements: what stays is what the standing ones used', () => {
    const bills = fc.array(fc.tuple(anyBill, fc.boolean(), fc.nat()), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(bills, (list) => {
        let year: YearUse = NOTHING_USED;
        const open: { use: YearUse; at: number }[] = [];
        let standing: YearUse = NOTHING_USED;
        for (const [situation, refunded, at] of list) {
          const answer = settleBill({ ...situation, used: year });
          if (!answer.ok) continue;
          year = book(year, answer.value.used);
          if (refunded) open.push({ use: answer.value.used, at });
          else standing = book(standing, answer.value.used);
        }
        for (const { use } of open.sort((a, b) => a.at - b.at)) year = giveBack(year, use);
        expect(year).toEqual(standing);
      }),
      runs,
    );
  });

  const plan = loadMedicalPlan('beijing/employee-2010');
  const CEILING = 2_000_000;
  const yearOf = (amounts: readonly number[]): YearUse => {
    let year: YearUse = NOTHING_USED;
    for (const amount of amounts) {
      const outcome = settled(settleBill(bill(plan, '2011-05-05', `${amount}.00`, { used: year })));
      year = book(year, outcome.used);
    }
    return year;
  };

  test('the order of bills changes the year’s sum by less than a fen a bill, and never passes the ceiling', () => {
    const bills = fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(bills, fc.infiniteStream(fc.nat()), (amounts, keys) => {
        const shuffled = amounts
          .map((amount) => ({ amount, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ amount }) => amount);
        const [one, other] = [yearOf(amounts), yearOf(shuffled)].map((year) => usedOf(year, 'outpatientMutual'));
        expect(Math.abs((one ?? 0) - (other ?? 0))).toBeLessThanOrEqual(amounts.length);
        expect(Math.max(one ?? 0, other ?? 0)).toBeLessThanOrEqual(CEILING);
        // The deductible is taken once, whatever the order.
        const cost = amounts.reduce((a, b) => a + b, 0) * 100;
        expect(usedOf(yearOf(shuffled), 'outpatient')).toBe(Math.min(cost, 180_000));
      }),
      { numRuns: 100 },
    );
  });

  test('once the ceiling is reached the fund has paid exactly it', () => {
    expect(usedOf(yearOf([20_000, 9_999, 20_001]), 'outpatientMutual')).toBe(CEILING);
  });
});
