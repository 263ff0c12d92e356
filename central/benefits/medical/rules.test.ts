import { describe, expect, test } from 'vitest';
import { fen } from '../../../common/kernel/money.ts';
import { loadMedicalPlan } from '../../plans/medical/load.ts';
import type { MedicalPlan } from '../../plans/medical/schema.ts';
import { isIllustrative } from './outcome.ts';
import { settleBill } from './settle.ts';
import { benefitYear } from './situation.ts';
import { stayPeriods } from './stay-periods.ts';
import { bill, money, paidBy, settled } from './testing/bills.ts';
import { book, giveBack, NOTHING_USED, usedOf } from './year-use.ts';

const BEIJING = 'beijing/employee-2010';
const HARBIN = 'harbin/employee-2022';
const RESIDENT = 'harbin/resident-2022';

describe('when a plan has no word', () => {
  test('before and after it is in force', () => {
    expect(settleBill(bill(BEIJING, '2010-04-30', '100.00'))).toEqual({ ok: false, error: 'OUTSIDE_PLAN' });
    expect(settleBill(bill(BEIJING, '2013-01-01', '100.00'))).toEqual({ ok: false, error: 'OUTSIDE_PLAN' });
    expect(settleBill(bill(BEIJING, '2010-05-01', '100.00')).ok).toBe(true);
  });

  test('a resident’s clinic visit of 2010: the benefit begins in 2011', () => {
    const visit = (date: string) => bill('beijing/resident-2010', date, '1000.00', { patient: { psnType: '15' } });
    expect(settleBill(visit('2010-12-31'))).toEqual({ ok: false, error: 'NOT_YET' });
    expect(settleBill(visit('2011-01-01')).ok).toBe(true);
  });

  test('another kind of person, another kind of visit, care away from home in 2011', () => {
    expect(settleBill(bill(BEIJING, '2011-01-01', '1.00', { patient: { psnType: '15' } }))).toMatchObject({
      error: 'NO_CATEGORY',
    });
    expect(settleBill(bill(BEIJING, '2011-01-01', '1.00', { visit: { kind: 'birth' } }))).toMatchObject({
      error: 'NO_BENEFIT',
    });
    expect(settleBill(bill(BEIJING, '2011-01-01', '1.00', { visit: { away: 'referred' } }))).toMatchObject({
      error: 'AWAY_NOT_SETTLED',
    });
  });
});

describe('deductibles', () => {
  test('clinic and emergency share the year’s; what is outside the scope does not count towards it', () => {
    const first = settled(settleBill(bill(BEIJING, '2011-01-05', '1000.00', { scopes: { ownPay: money('700.00') } })));
    const used = book(NOTHING_USED, first.used);
    const next = settled(settleBill(bill(BEIJING, '2011-01-06', '1000.00', { used, visit: { kind: 'emergency' } })));
    expect([first.deductible, next.deductible]).toEqual([100_000, 80_000]);
    expect(paidBy(next, 'outpatientMutual')).toBe(14_000);
  });

  test('a special disease is one settlement period a year', () => {
    const visit = { kind: 'chronic' as const };
    const first = settled(settleBill(bill(BEIJING, '2011-01-05', '1000.00', { visit })));
    const next = settled(settleBill(bill(BEIJING, '2011-02-05', '1000.00', { visit, used: first.used })));
    const third = settled(
      settleBill(bill(BEIJING, '2011-03-05', '1000.00', { visit, used: book(first.used, next.used) })),
    );
    expect([first.deductible, next.deductible, third.deductible]).toEqual([100_000, 30_000, 0]);
  });

  test('the second stay has half, whatever the first was', () => {
    const stay = { kind: 'inpatient' as const };
    const first = settled(settleBill(bill(BEIJING, '2011-01-05', '9000.00', { visit: stay })));
    const next = settled(settleBill(bill(BEIJING, '2011-09-05', '9000.00', { visit: stay, used: first.used })));
    expect([first.deductible, next.deductible, next.used.stays]).toEqual([130_000, 65_000, 1]);
    const both = book(first.used, next.used);
    expect([both.stays, giveBack(both, first.used).stays]).toEqual([2, 1]);
  });
});

describe('layers', () => {
  test('home sickbed has level 1’s shares at any hospital', () => {
    const home = settled(
      settleBill(bill(BEIJING, '2011-01-05', '11300.00', { visit: { kind: 'homeSickbed', level: 3 } })),
    );
    expect(paidBy(home, 'pool')).toBe(900_000);
  });

  test('civil servants are paid half of the ratio share, never of the deductible', () => {
    const patient = { statuses: ['公务员'] };
    const outcome = settled(settleBill(bill(HARBIN, '2025-05-05', '1400.00', { patient, visit: { level: 1 } })));
    expect([paidBy(outcome, 'outpatientPool'), paidBy(outcome, 'civilServant'), outcome.cash]).toEqual([
      70_000, 15_000, 55_000,
    ]);
  });

  test('a second supplement sees only what the first left', () => {
    const plan = loadMedicalPlan(BEIJING);
    const clinic = plan.benefits['outpatient'];
    const supplement = clinic?.layers[1];
    if (clinic === undefined || supplement === undefined) throw new Error('no supplement');
    const layers = [...clinic.layers, { ...supplement, id: 'again' }];
    const twice = { ...plan, benefits: { ...plan.benefits, outpatient: { ...clinic, layers } } };
    const patient = { psnType: '12', birthDate: '1945-01-01' };
    const outcome = settled(settleBill(bill(twice, '2011-05-05', '5000.00', { patient })));
    expect([paidBy(outcome, 'retiredSupplement'), paidBy(outcome, 'again')]).toEqual([55_500, 27_750]);
  });

  test('大病保险 looks at the year: two halves are paid what the whole is', () => {
    const patient = { psnType: '15' };
    const visit = { kind: 'inpatient' as const, level: 3 };
    const one = bill(RESIDENT, '2025-02-05', '60000.00', { patient, visit });
    const first = settled(settleBill(one));
    const second = settled(settleBill({ ...one, used: first.used }));
    // Burden 24,432 after the first stay: 12,432 above the deductible; both burdens together 48,864.
    expect(paidBy(first, 'critical')).toBe(745_920);
    expect(paidBy(second, 'critical')).toBe(1_465_920);
    expect(usedOf(book(first.used, second.used), 'burden:critical')).toBe(4_886_400);
  });

  test('the ceiling of 大病保险 holds for most, not for people on 低保', () => {
    const visit = { kind: 'inpatient' as const, level: 3 };
    const used = { amounts: { critical: money('349000.00'), 'burden:critical': money('600000.00') }, stays: 4 };
    const paid = (statuses: readonly string[]) =>
      paidBy(
        settled(
          settleBill(bill(RESIDENT, '2025-02-05', '50000.00', { patient: { psnType: '15', statuses }, visit, used })),
        ),
        'critical',
      );
    expect(paid([])).toBe(100_000);
    expect(paid(['低保'])).toBe(money('16345.60'));
  });

  test('at a hospital for which residents have no clinic share, the bill is theirs', () => {
    const outcome = settled(settleBill(bill(RESIDENT, '2025-02-05', '100.00', { patient: { psnType: '15' } })));
    expect([outcome.layers, outcome.cash]).toEqual([[], 10_000]);
  });
});

describe('accounts', () => {
  test('own money, then the family’s in order, and cash for what lies outside', () => {
    const purses = {
      current: money('100.00'),
      earlier: money('50.00'),
      family: [
        { owner: 'mother', balance: money('30.00') },
        { owner: 'father', balance: money('1000.00') },
      ],
    };
    const outcome = settled(
      settleBill(bill(HARBIN, '2025-02-05', '400.00', { purses, scopes: { ownPay: money('7.00') } })),
    );
    expect(outcome.account).toEqual({ current: 10_000, earlier: 5_000 });
    expect(outcome.mutualAid).toEqual([
      { owner: 'mother', amount: 3_000 },
      { owner: 'father', amount: 22_000 },
    ]);
    expect(outcome.cash).toBe(700);
  });

  test('an account that pays first and last pays what it has once', () => {
    const plan = loadMedicalPlan('shanghai/employee-2008');
    const clinic = plan.benefits['outpatient'];
    if (clinic === undefined) throw new Error('no clinic');
    const value = {
      first: true,
      pays: [{ purse: 'current' as const, parts: ['deductible' as const, 'preSelfPay' as const] }],
    };
    const account = { ...clinic.account, value };
    const both = { ...plan, benefits: { ...plan.benefits, outpatient: { ...clinic, account } } };
    const scopes = { preSelfPay: money('40.00') };
    const purses = { current: money('130.00') };
    const outcome = settled(settleBill(bill(both, '2009-06-05', '100.00', { purses, scopes })));
    expect([outcome.account.current, outcome.cash]).toEqual([13_000, 1_000]);
  });

  test('in Beijing nothing is paid from an account at the desk', () => {
    const outcome = settled(
      settleBill(bill(BEIJING, '2011-02-05', '400.00', { purses: { current: money('999.00') } })),
    );
    expect([outcome.account.current, outcome.cash]).toEqual([0, 40_000]);
  });

  test('in Shanghai this year’s money pays before the band, earlier years’ inside it', () => {
    const purses = { current: money('200.00'), earlier: money('500.00') };
    const patient = { birthDate: '1980-01-01' };
    const outcome = settled(settleBill(bill('shanghai/employee-2008', '2009-06-05', '2000.00', { purses, patient })));
    expect(outcome.account).toEqual({ current: 20_000, earlier: 50_000 });
    expect([outcome.deductible, paidBy(outcome, 'additional'), outcome.cash]).toEqual([150_000, 15_000, 115_000]);
  });
});

describe('years and periods', () => {
  test('Shanghai’s year begins in April', () => {
    const plan = loadMedicalPlan('shanghai/employee-2008');
    expect([benefitYear(plan, '2009-03-31'), benefitYear(plan, '2009-04-01')]).toEqual(['2008', '2009']);
    expect(benefitYear(loadMedicalPlan(BEIJING), '2011-01-01')).toBe('2011');
  });

  test('a stay without a rule is one settlement; whole periods leave no rest of nothing', () => {
    const plan = loadMedicalPlan('harbin/employee-2006');
    expect(stayPeriods(plan, 'inpatient', 75)).toEqual([75]);
    expect(stayPeriods(plan, 'psychiatric', 120)).toEqual([60, 60]);
  });
});

test('a slip says whether a figure entered that no readable source states', () => {
  const visit = { kind: 'inpatient' as const };
  const patient = { psnType: '12' };
  const certain = settled(settleBill(bill(BEIJING, '2011-02-05', '1200.00', { visit, patient })));
  const guessed = settled(settleBill(bill(HARBIN, '2025-02-05', '1200.00', { visit })));
  expect([isIllustrative(certain), isIllustrative(guessed)]).toEqual([false, true]);
});

test('a single disease below the fund’s sum: the fund pays the bill', () => {
  const visit = { kind: 'inpatient' as const, disease: 'SD001' };
  const outcome = settled(settleBill(bill('harbin/employee-2006', '2008-02-05', '3000.00', { visit })));
  expect([paidBy(outcome, 'singleDisease'), outcome.cash, outcome.hospital]).toEqual([fen(300_000), 0, 0]);
});

describe('a layer that does not cover somebody', () => {
  /** 城乡居民 of Harbin, whose 医疗救助 says whom it covers in one place only. */
  function saidOnce(): MedicalPlan {
    const plan = structuredClone(loadMedicalPlan(RESIDENT));
    const layers = Object.values(plan.benefits).flatMap((benefit) => benefit.layers);
    for (const layer of layers) {
      if (layer.type === 'burden' && layer.id === 'assistance') for (const tier of layer.tiers) tier.when = {};
    }
    return plan;
  }
  const stay = (statuses: readonly string[]) => {
    const [patient, visit] = [{ psnType: '15', statuses }, { kind: 'inpatient' as const }];
    return settled(settleBill(bill(saidOnce(), '2025-05-10', '90000.00', { patient, visit })));
  };

  test('pays nothing, whatever its shares say, and counts nothing for her', () => {
    const [covered, other] = [stay(['低保']), stay([])];
    expect(paidBy(covered, 'assistance')).toBe(1_165_584);
    expect(other.layers.map(({ id }) => id)).not.toContain('assistance');
    expect(Object.keys(covered.used.amounts)).toContain('burden:assistance');
    expect(Object.keys(other.used.amounts)).not.toContain('burden:assistance');
    expect(other.cash).toBe(2_177_280);
  });
});
