import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fen, fen } from '../../../common/kernel/money.ts';
import { formatRatio, ratio } from '../../../common/kernel/ratio.ts';
import { loadCity, loadNational } from '../../plans/social/load.ts';
import { baseOf, limitsOf, wageFor, withinLimits } from './contribution-base.ts';
import { contributionOf, ratesOn } from './contributions.ts';
import { earlierPension } from './earlier-pension.ts';
import { housingFund } from './housing-fund.ts';
import { injuryAllowance, injuryDifference, injuryLumpSum, nursingAllowance } from './injury.ts';
import { maternityDays } from './maternity.ts';
import { medicalCredit } from './medical-credit.ts';
import { minimumLiving } from './minimum-living.ts';
import { accountBalance } from './pension-account.ts';
import { pensionMonths } from './pension-months.ts';
import { retirementOf } from './retirement-age.ts';
import { unemploymentMonths, unemploymentPay } from './unemployment.ts';

const national = loadNational();
const beijing = loadCity('beijing');
const yuan = (n: number): Fen => fen(n * 100);

function rule<T>(found: T | null): T {
  if (found === null) throw new Error('the file has no such rule');
  return found;
}

describe('the later retirement age', () => {
  const at = (who: 'men' | 'women55' | 'women50', born: string) => {
    const { age, laterByMonths } = retirementOf(national, who, born);
    return [age.years, age.months, laterByMonths];
  };

  test.each([
    ['men', '1964-12-31', [60, 0, 0]],
    ['men', '1965-01-01', [60, 1, 1]],
    ['men', '1965-04-30', [60, 1, 1]],
    ['men', '1965-05-01', [60, 2, 2]],
    ['men', '1976-08-31', [62, 11, 35]],
    ['men', '1976-09-01', [63, 0, 36]],
    ['men', '1999-01-01', [63, 0, 36]],
    ['women55', '1969-12-31', [55, 0, 0]],
    ['women55', '1970-01-01', [55, 1, 1]],
    ['women55', '1981-09-01', [58, 0, 36]],
    ['women50', '1974-12-31', [50, 0, 0]],
    ['women50', '1975-02-28', [50, 1, 1]],
    ['women50', '1975-03-01', [50, 2, 2]],
    ['women50', '1984-11-01', [55, 0, 60]],
  ] as const)('%s born %s', (who, born, expected) => {
    expect(at(who, born)).toEqual(expected);
  });

  test('the month is that of the birthday after so many months', () => {
    expect(retirementOf(national, 'men', '1965-01-15').month).toBe('2025-02');
    expect(retirementOf(national, 'women50', '1974-12-15').month).toBe('2024-12');
  });

  test('whoever is born later never retires earlier', () => {
    const date = fc.date({ min: new Date('1950-01-01'), max: new Date('1995-01-01'), noInvalidDate: true });
    const who = fc.constantFrom('men' as const, 'women55' as const, 'women50' as const);
    fc.assert(
      fc.property(date, date, who, (a, b, kind) => {
        const [first, second] = [a, b]
          .sort((x, y) => x.getTime() - y.getTime())
          .map((d) => d.toISOString().slice(0, 10));
        const [one, other] = [first ?? '', second ?? ''].map((born) => retirementOf(national, kind, born));
        expect(one?.laterByMonths).toBeLessThanOrEqual(other?.laterByMonths ?? 0);
        expect(one?.month.localeCompare(other?.month ?? '')).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('pension months', () => {
  const at = (years: number, months = 0) => formatRatio(pensionMonths(national, { years, months }).months, 1);
  test('whole years from the table, 47 as most sources have it', () => {
    expect([at(40), at(47), at(60), at(70)]).toEqual(['233.0', '208.0', '139.0', '56.0']);
  });
  test('outside the table: its nearest end', () => {
    expect([at(39), at(71), at(70, 6), at(39, 11)]).toEqual(['233.0', '56.0', '56.0', '233.0']);
  });
});

test('an account: the opening balance earns the whole year, what is paid half of it', () => {
  const year = { paid: yuan(1_200), yearly: ratio(2, 100) };
  expect(accountBalance([year], yuan(10_000))).toBe(yuan(10_200 + 1_212));
  expect(accountBalance([], yuan(7))).toBe(yuan(7));
});

test('before 2006: nothing below fifteen years, a point for each year beyond', () => {
  const own = rule(loadCity('tianjin').earlierPension);
  const at = (years: number) => earlierPension(own, { averageWage: yuan(1_000), years, account: fen(0) })?.total;
  expect([at(14), at(15), at(16), at(30)]).toEqual([undefined, yuan(200), yuan(210), yuan(350)]);
});

describe('bases', () => {
  test('a declared base is taken up to the floor and down to the ceiling', () => {
    const limits = rule(limitsOf(beijing, 'pension', '2010-06-01'));
    expect([yuan(100), yuan(3_000), yuan(99_999)].map((base) => withinLimits(base, limits))).toEqual([
      yuan(1_615),
      yuan(3_000),
      yuan(12_111),
    ]);
  });
  test('a city without limits, a day before the first year, an insurance that is none', () => {
    expect(limitsOf(loadCity('harbin'), 'pension', '2025-06-01')).toBeNull();
    expect(wageFor(beijing, '2009-03-31')).toBeNull();
    expect(limitsOf(beijing, 'pension', '2009-03-31')).toBeNull();
    expect(limitsOf(beijing, 'care', '2010-06-01')).toBeNull();
  });
  test('a base is a whole number of yuan, half up', () => {
    expect([baseOf(yuan(1_001), ratio(1, 2)), baseOf(yuan(999), ratio(1, 2))]).toEqual([yuan(501), yuan(500)]);
  });
});

test('medical contributions of a person: a share and three yuan a month (Beijing)', () => {
  const own = ratesOn(beijing, '2011-01-01', 'employee').find(
    ({ insurance, who }) => insurance === 'medical' && who === 'person',
  );
  expect(contributionOf(yuan(4_300), rule(own ?? null)).amount).toBe(8_900);
  expect(ratesOn(beijing, '2013-01-01', 'employee')).toEqual([]);
});

test('the housing fund is rounded on each side', () => {
  expect(housingFund(yuan(11_178), ratio(12, 100), ratio(12, 100))).toEqual({
    firm: yuan(1_341),
    person: yuan(1_341),
    both: yuan(2_682),
  });
});

describe('unemployment', () => {
  const own = rule(beijing.unemployment);
  test('months by years paid, with what was left over, never above 24', () => {
    expect([11, 12, 35, 59, 60, 72, 240].map((months) => unemploymentMonths(own, months))).toEqual([
      0, 3, 6, 12, 13, 14, 24,
    ]);
    expect([unemploymentMonths(own, 60, 5), unemploymentMonths(own, 240, 5), unemploymentMonths(own, 0, 5)]).toEqual([
      18, 24, 5,
    ]);
  });
  test('the national steps (Harbin, Tianjin)', () => {
    for (const city of ['harbin', 'tianjin'] as const) {
      const steps = rule(loadCity(city).unemployment);
      expect([11, 12, 59, 60, 119, 120, 400].map((months) => unemploymentMonths(steps, months))).toEqual([
        0, 12, 12, 18, 18, 24, 24,
      ]);
    }
  });
  test('two months a year in Shanghai, and no sums known', () => {
    const steps = rule(loadCity('shanghai').unemployment);
    expect([12, 30, 144, 300].map((months) => unemploymentMonths(steps, months))).toEqual([2, 4, 24, 24]);
    expect(unemploymentPay(steps, 144, 1)).toBeNull();
  });
  test('from month 13 the lowest sum', () => {
    expect([1, 12, 13, 24].map((nth) => unemploymentPay(own, 252, nth))).toEqual([74_100, 74_100, 63_200, 63_200]);
  });
});

describe('injury', () => {
  test('more months from 2011 on; no such grade, none', () => {
    expect([
      injuryLumpSum(national, 1, yuan(100), '2010-12-31'),
      injuryLumpSum(national, 1, yuan(100), '2011-01-01'),
    ]).toEqual([yuan(2_400), yuan(2_700)]);
    expect([
      injuryLumpSum(national, 11, yuan(1), '2011-01-01'),
      injuryLumpSum(national, 1, yuan(1), '2000-01-01'),
    ]).toEqual([null, null]);
  });
  test('not below the minimum wage; grade 7 and milder have no allowance', () => {
    expect(injuryAllowance(national, 6, yuan(1_000), yuan(900))).toBe(yuan(900));
    expect(injuryAllowance(national, 7, yuan(1_000), yuan(900))).toBeNull();
  });
  test('the fund pays what the pension is lower by', () => {
    expect([injuryDifference(yuan(2_000), yuan(1_800)), injuryDifference(yuan(2_000), yuan(2_100))]).toEqual([
      yuan(200),
      0,
    ]);
    expect(nursingAllowance(national, 'most', yuan(4_000))).toBe(yuan(1_600));
  });
});

test('maternity leave: 90 days to April 2012, 98 after', () => {
  expect(['1980-01-01', '2012-04-30', '2012-05-01'].map((day) => maternityDays(national, day))).toEqual([null, 90, 98]);
});

test('minimum living: what the income lacks, for each head', () => {
  expect([
    minimumLiving(yuan(430), yuan(130), 3),
    minimumLiving(yuan(430), yuan(430), 3),
    minimumLiving(yuan(430), yuan(500), 3),
  ]).toEqual([yuan(900), 0, 0]);
});

test('credit to the medical account by age (Beijing)', () => {
  const credit = (category: 'employed' | 'retired', age: number) =>
    medicalCredit(beijing, { category, age, base: yuan(4_000), averageWage: yuan(4_000) });
  expect([credit('employed', 34), credit('employed', 35), credit('employed', 45)]).toEqual([
    yuan(112),
    yuan(120),
    yuan(160),
  ]);
  expect([credit('retired', 69), credit('retired', 70)]).toEqual([yuan(172), yuan(192)]);
  expect(
    medicalCredit(loadCity('harbin'), { category: 'employed', age: 40, base: fen(1), averageWage: fen(1) }),
  ).toBeNull();
});
