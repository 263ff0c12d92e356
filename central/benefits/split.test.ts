import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDecimal } from '../../common/kernel/decimal.ts';
import { addFen, type Fen, fen, ZERO_FEN } from '../../common/kernel/money.ts';
import type { VisitKind } from '../plans/medical/kinds.ts';
import { itemRule, loadPlan, type Plan, planSchema, schemeFor } from '../plans/plan.ts';
import { divideLine, type LineScopes, shareOf, sumScopes } from './lines.ts';
import { type PaymentSplit, splitPayment } from './split.ts';

const plan = loadPlan('haichuan');
const NOTHING_USED = { deductible: ZERO_FEN, pool: ZERO_FEN, large: ZERO_FEN };

function scopes(inScope: number, ownPay = 0, preSelfPay = 0): LineScopes {
  return {
    ownPay: fen(ownPay),
    overLimit: ZERO_FEN,
    preSelfPay: fen(preSelfPay),
    inScope: fen(inScope),
    hospital: ZERO_FEN,
  };
}

/** A visit to a clinic; `balance` on the person's own account, and nobody else's. */
function clinic(balance = 0) {
  return {
    kind: 'outpatient',
    date: '2026-03-02',
    level: 3,
    purses: { current: fen(balance), family: [] },
  } as const;
}

function benefit(own: Plan, insutype: string, psnType: string) {
  const found = schemeFor(own, insutype, psnType);
  if (found === null) throw new Error('no such benefit');
  return { scheme: found[0], category: found[1] };
}

function paid(split: PaymentSplit, field: string): number {
  return split.funds.find((fund) => fund.field === field)?.amount ?? 0;
}

describe('worked settlements, 310, in work, yearly deductible 300.00', () => {
  const employee = {
    ...benefit(plan, '310', '1101'),
    used: NOTHING_USED,
    civilServant: false,
    ...clinic(),
  };

  test('below the deductible nobody but the person pays', () => {
    const split = splitPayment({ ...employee, scopes: scopes(29_999) });
    expect([split.deductible, split.funds.length, split.cash]).toEqual([29_999, 0, 29_999]);
  });

  test('two bands: 60 % up to 3000.00, 75 % above', () => {
    const split = splitPayment({ ...employee, scopes: scopes(400_000) });
    expect(paid(split, 'hifp_pay')).toBe(270_000 * 0.6 + 100_000 * 0.75);
    expect(split.poolShare).toBe('0.7500');
  });

  test('the person’s part is rounded once, half up, and the fund has the rest', () => {
    // 0.03 above the deductible: the person's 40 % are 1.2 fen, so 1; 0.04: 1.6 fen, so 2.
    expect(splitPayment({ ...employee, scopes: scopes(30_003) }).cash).toBe(30_001);
    expect(splitPayment({ ...employee, scopes: scopes(30_004) }).cash).toBe(30_002);
    // A retired person's 30 % of 0.05 are 1.5 fen, so 2.
    const retired = { ...employee, ...benefit(plan, '310', '12') };
    expect(splitPayment({ ...retired, scopes: scopes(20_005) }).cash).toBe(20_002);
    // Over two bands: 40 % of 2700.00 and 25 % of 0.01 and 0.02, rounded together.
    expect(splitPayment({ ...employee, scopes: scopes(300_001) }).cash).toBe(138_000);
    expect(splitPayment({ ...employee, scopes: scopes(300_002) }).cash).toBe(138_001);
  });

  test('at the pool’s ceiling it pays exactly what is left, and the second layer counts from there', () => {
    const used = { deductible: fen(30_000), pool: fen(600_000 - 6_000), large: ZERO_FEN };
    const split = splitPayment({ ...employee, used, scopes: scopes(50_000) });
    // 60.00 left at 60 % end at 100.00; 80 % of the other 400.00.
    expect(paid(split, 'hifp_pay')).toBe(6_000);
    expect(paid(split, 'hifob_pay')).toBe(32_000);
    expect(split.cash).toBe(12_000);
  });

  test('a civil servant’s fund pays half of what the first two left, never of the deductible', () => {
    const split = splitPayment({ ...employee, civilServant: true, scopes: scopes(130_000) });
    expect(paid(split, 'hifp_pay')).toBe(60_000);
    expect(paid(split, 'cvlserv_pay')).toBe(20_000);
    expect(split.cash).toBe(50_000);
  });
});

test('the vector of the fact sheet: 100.00 = 10 own + 5 first + 85 in scope; pool 60, account 30, cash 10', () => {
  const own = planSchema.parse({
    schema: 1,
    city: '测试',
    division: '990100',
    illustrative: true,
    source: 'the vector itself',
    maxLinesPerUpload: 100,
    items: [],
    itemDefaults: [{ prefix: '', level: '01', category: '14', preSelfPay: '0' }],
    schemes: [
      {
        insutype: '310',
        pool: { field: 'hifp_pay', fundPayType: '310100', name: '统筹' },
        poolCeiling: '60.00',
        categories: [{ psnType: '11', deductible: '0.00', bands: [{ to: null, share: '0.8' }] }],
        large: null,
        civilServant: null,
        account: 'exceptOwnPay',
      },
    ],
  });
  const split = splitPayment({
    ...benefit(own, '310', '11'),
    scopes: scopes(8_500, 1_000, 500),
    used: NOTHING_USED,
    civilServant: false,
    ...clinic(100_000),
  });
  expect([split.total, paid(split, 'hifp_pay'), split.account, split.cash]).toEqual([10_000, 6_000, 3_000, 1_000]);
});

test('residents have no account: a balance pays nothing', () => {
  const resident = benefit(plan, '390', '15');
  const split = splitPayment({
    ...resident,
    scopes: scopes(20_000),
    used: NOTHING_USED,
    civilServant: false,
    ...clinic(99_999),
  });
  expect([split.account, split.cash]).toEqual([0, 15_000]);
});

describe('kinds of case with terms of their own', () => {
  const employee = { ...benefit(plan, '310', '11'), used: NOTHING_USED, civilServant: false, ...clinic() };
  const ofPool = (kind: VisitKind) => paid(splitPayment({ ...employee, kind, scopes: scopes(100_000) }), 'hifp_pay');

  test('each takes its own deductible and share of the same bill', () => {
    // 1,000.00 inside the scope: 60 % and 70 % above 300.00, 80 % and 90 % of all of it, nothing.
    expect(ofPool('outpatient')).toBe(42_000);
    expect(ofPool('emergency')).toBe(49_000);
    expect(ofPool('chronic')).toBe(80_000);
    expect(ofPool('birthVisit')).toBe(90_000);
    expect(ofPool('pharmacy')).toBe(0);
    expect(ofPool('otherVisit')).toBe(0);
  });

  test('they share the year: what one pays the other has not to pay', () => {
    const emergency = splitPayment({ ...employee, kind: 'emergency', scopes: scopes(20_000) });
    expect(emergency.used).toMatchObject({ deductible: 20_000, pool: 0 });
    const after = splitPayment({ ...employee, used: emergency.used, scopes: scopes(100_000) });
    expect([after.deductible, paid(after, 'hifp_pay')]).toEqual([10_000, 54_000]);
    const full = { ...NOTHING_USED, pool: fen(599_000) };
    expect(paid(splitPayment({ ...employee, kind: 'chronic', used: full, scopes: scopes(100_000) }), 'hifp_pay')).toBe(
      1_000,
    );
  });

  test('where no fund pays the account does, and the family’s after it', () => {
    const purses = { current: fen(3_000), family: [{ owner: 'P2', balance: fen(4_000) }] };
    const split = splitPayment({ ...employee, kind: 'pharmacy', purses, scopes: scopes(10_000, 500) });
    expect([split.funds, split.account, split.mutualAid, split.cash]).toEqual([
      [],
      7_000,
      [{ owner: 'P2', amount: 4_000 }],
      3_500,
    ]);
  });

  test('离休 pays all of it, and a resident whose family lends money pays nothing', () => {
    const veteran = { ...employee, ...benefit(plan, '340', '13'), scopes: scopes(100_000) };
    expect([paid(splitPayment(veteran), 'hifp_pay'), splitPayment(veteran).cash]).toEqual([100_000, 0]);
    const purses = { current: fen(1), family: [{ owner: 'P2', balance: fen(90_000) }] };
    const child = splitPayment({ ...employee, ...benefit(plan, '390', '14'), purses, scopes: scopes(100_000) });
    expect([paid(child, 'hifp_pay'), child.account, child.cash]).toEqual([57_000, 43_000, 0]);
  });
});

describe('properties', () => {
  const amount = fc.integer({ min: 1, max: 3_000_000 });
  const count = fc.integer({ min: 1, max: 50_000 }).map((n) => ({ units: BigInt(n), scale: 2 }));
  const code = fc.constantFrom(...plan.items.map((item) => item.code), 'X1', 'Z1', 'T1', 'C1', '0012', 'other');
  const line = fc.record({ amount, count, code });

  test('a line’s scopes are not negative and sum to the line', () => {
    fc.assert(
      fc.property(line, (one) => {
        const divided = divideLine(fen(one.amount), one.count, itemRule(plan, one.code));
        const { ownPay, overLimit, preSelfPay, inScope, hospital } = divided;
        expect(ownPay + overLimit + preSelfPay + inScope).toBe(one.amount);
        expect(Math.min(ownPay, overLimit, preSelfPay, inScope, hospital)).toBeGreaterThanOrEqual(0);
        expect(hospital).toBeLessThanOrEqual(overLimit);
      }),
    );
  });

  test('every part is ≥ 0, the parts sum to the total, and no fund passes its ceiling', () => {
    const who = fc.constantFrom<[string, string]>(
      ['310', '11'],
      ['310', '12'],
      ['390', '14'],
      ['390', '15'],
      ['390', '16'],
      ['340', '13'],
      ['391', '15'],
    );
    const kindOfCase = fc.constantFrom<VisitKind>('outpatient', 'emergency', 'chronic', 'pharmacy', 'otherVisit');
    const usedSoFar = fc.record({
      deductible: fc.integer({ min: 0, max: 40_000 }).map(fen),
      pool: fc.integer({ min: 0, max: 700_000 }).map(fen),
      large: fc.integer({ min: 0, max: 21_000_000 }).map(fen),
    });
    const balance = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 30 }),
        who,
        usedSoFar,
        fc.boolean(),
        balance,
        fc.tuple(kindOfCase, balance),
        (lines, insured, used, civil, b, [kind, lent]) => {
          const { scheme, category } = benefit(plan, ...insured);
          const divided = sumScopes(
            lines.map((one) => divideLine(fen(one.amount), one.count, itemRule(plan, one.code))),
          );
          const split = splitPayment({
            scopes: divided,
            scheme,
            category,
            used,
            civilServant: civil,
            ...clinic(b),
            kind,
            purses: { current: fen(b), family: [{ owner: 'P2', balance: fen(lent) }] },
          });
          const funds = addFen(...split.funds.map((fund) => fund.amount));
          expect(funds + split.hospital + split.account + split.cash).toBe(split.total);
          expect(split.total).toBe(lines.reduce((sum, one) => sum + one.amount, 0));
          expect(Math.min(split.account, split.cash, split.hospital, split.deductible)).toBeGreaterThanOrEqual(0);
          for (const fund of split.funds) expect(fund.amount).toBeLessThanOrEqual(fund.limit);
          const family = addFen(ZERO_FEN, ...split.mutualAid.map(({ amount: one }) => one));
          expect(family).toBeLessThanOrEqual(lent);
          expect(split.account - family).toBeLessThanOrEqual(scheme.account === 'none' ? 0 : b);
          expect(funds).toBeLessThanOrEqual(divided.inScope - split.deductible);
          if (b >= split.total && scheme.account === 'exceptOwnPay') {
            expect(split.cash).toBe(divided.ownPay + divided.overLimit - divided.hospital);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('shareOf is round-half-up of the exact product', () => {
    const share = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(amount, share, (a, s) => {
        const decimal = parseDecimal((s / 10_000).toFixed(4), 4);
        const got: Fen = decimal.ok ? shareOf(fen(a), decimal.value) : fen(-1);
        expect(got).toBe(Math.floor((a * s + 5_000) / 10_000));
      }),
    );
  });
});

test('a plan with a share above 1, or of five places, is refused', () => {
  const spoil = (preSelfPay: string) => ({
    schema: 1,
    city: 'x',
    division: '990100',
    illustrative: true,
    source: 'x',
    maxLinesPerUpload: 1,
    items: [],
    itemDefaults: [{ prefix: '', level: '02', category: '14', preSelfPay }],
    schemes: [
      {
        insutype: '310',
        pool: { field: 'hifp_pay', fundPayType: '310100', name: 'x' },
        poolCeiling: '1.00',
        categories: [{ psnType: '11', deductible: '0.00', bands: [{ to: null, share: '1' }] }],
        large: null,
        civilServant: null,
        account: 'none',
      },
    ],
  });
  expect(planSchema.safeParse(spoil('0.1')).success).toBe(true);
  expect(planSchema.safeParse(spoil('1.1')).success).toBe(false);
  expect(planSchema.safeParse(spoil('0.12345')).success).toBe(false);
});
