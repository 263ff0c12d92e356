import { averageMonthly, baseOf, limitsOf, wageFor } from '../../../central/benefits/social/contribution-base.ts';
import { contributionOf, ratesOn } from '../../../central/benefits/social/contributions.ts';
import { housingFund } from '../../../central/benefits/social/housing-fund.ts';
import { loadCity } from '../../../central/plans/social/load.ts';
import { addFen, type Fen } from '../../../common/kernel/money.ts';
import { ofFen, over, ratio, times, toFen } from '../../../common/kernel/ratio.ts';
import type { Example } from '../example.ts';
import { money } from '../medical-example.ts';
import { yuan } from '../words.ts';
import { example } from './social-kit.ts';

/** "3,726" */
const whole = (amount: Fen): string => yuan(amount).replace(/\.00$/, '');

const beijing = loadCity('beijing');
const shanghai = loadCity('shanghai');

const flexible = example(
  {
    id: 'BJ-P2',
    title: 'Flexible employment in Beijing, 2009',
    origin: 'a published notice (A-02), reproduces to the fen',
    given: ['average wage of last year 44,715.00'],
  },
  {
    average: '3,726',
    'ceiling 300 %': '11,178',
    '70 %': '2,608',
    '60 %': '2,236',
    '40 %': '1,490',
    pension: '745.20 / 447.20 / 298.00',
    unemployment: '44.71 / 26.83 / 17.88',
    medical: '182.56 = 169.52 + 13.04',
    subsidised: '26.08',
  },
  () => {
    const wage = wageFor(beijing, '2009-05-01');
    if (wage === null) throw new Error('no wage');
    const { wage: average, figure } = averageMonthly(wage);
    const of = (percent: number): Fen => baseOf(average, ratio(percent, 100));
    const rates = ratesOn(beijing, '2009-05-01', 'flexible');
    const amount = (insurance: string, fund: string, base: Fen): Fen => {
      const rate = rates.find((one) => one.insurance === insurance && one.fund === fund);
      if (rate === undefined) throw new Error(`no rate for ${insurance} ${fund}`);
      return contributionOf(base, rate).amount;
    };
    const chosen = [average, of(60), of(40)];
    const three = (insurance: string): string => chosen.map((base) => yuan(amount(insurance, '', base))).join(' / ');
    const [own, mutual] = [amount('medical', '', of(70)), amount('medical', 'mutual', of(70))];
    return {
      results: {
        average: whole(average),
        'ceiling 300 %': whole(of(300)),
        '70 %': whole(of(70)),
        '60 %': whole(of(60)),
        '40 %': whole(of(40)),
        pension: three('pension'),
        unemployment: three('unemployment'),
        medical: `${yuan(addFen(own, mutual))} = ${yuan(own)} + ${yuan(mutual)}`,
        subsidised: yuan(amount('medical', 'subsidised', of(70))),
      },
      steps: [
        '44,715.00 ÷ 12 = 3,726.25, half up to the yuan: 3,726',
        'every share of it half up to the yuan again, from the rounded average: 300 % = 11,178, 70 % = 2,608 (2,608.20), 60 % = 2,236 (2,235.60), 40 % = 1,490 (1,490.40)',
        'pension 20 % and unemployment 1.2 % of 3,726, 2,236 and 1,490, half up to the fen',
        'medical 6.5 % + 0.5 % of 2,608, subsidised people 1 % of it',
      ],
      figures: [figure, ...rates.map(({ rate }) => rate)],
    };
  },
);

const fund = example(
  {
    id: 'BJ-P3',
    title: 'Ceiling of the housing fund, July 2009 to June 2010',
    origin: 'a published notice (A-02)',
    given: ['300 % of the average wage: 11,178'],
  },
  { 'each side': '1,341.00', 'both sides': '2,682.00' },
  () => {
    const rule = beijing.housingFund;
    const wage = wageFor(beijing, '2009-07-01');
    if (rule === null || wage === null) throw new Error('no housing fund');
    const base = baseOf(averageMonthly(wage).wage, rule.ceiling.value);
    const sides = housingFund(base, rule.firm.value, rule.person.value);
    return {
      results: { 'each side': yuan(sides.firm), 'both sides': yuan(sides.both) },
      steps: [
        '11,178 × 12 % = 1,341.36, half up to the yuan on each side: 1,341',
        '1,341 + 1,341 = **2,682** (rounded once at the end it would be 2,683)',
      ],
      figures: [rule.firm, rule.person, rule.ceiling],
    };
  },
);

const growth = example(
  {
    id: 'BJ-P4',
    title: 'Ceilings before 2010, from the growth that the plan states',
    origin: 'derived from S002: the employees’ ceiling grew by 77 %, the residents’ by 114 %',
    given: ['300,000 and 150,000 in 2010'],
  },
  { employees: '169,491 ≈ 170,000', residents: '70,093 ≈ 70,000' },
  () => {
    const before = (now: string, growth: number): string => {
      const exact = over(times(ofFen(money(now)), ratio(100)), ratio(growth));
      // Stated cut off to the yuan, then to the nearest ten thousand.
      const cut = (exact.num / exact.den / 100n) * 100n;
      const tens = toFen(over(exact, ratio(1_000_000))) * 1_000_000;
      return `${whole(toFen(ratio(cut)))} ≈ ${whole(toFen(ratio(tens)))}`;
    };
    return {
      results: { employees: before('300000.00', 177), residents: before('150000.00', 214) },
      steps: ['300,000 ÷ 1.77 = 169,491.53: 170,000, that is 70,000 + 100,000', '150,000 ÷ 2.14 = 70,093.46: 70,000'],
      figures: [],
    };
  },
);

const shanghaiRows: readonly (readonly [year: string, average: string, floor: string, ceiling: string])[] = [
  ['2004', '1,847', '1,108', '5,541'],
  ['2005', '2,033', '1,220', '6,099'],
  ['2006', '2,235', '1,341', '6,705'],
  ['2007', '2,464', '1,478', '7,392'],
  ['2008', '2,892', '1,735', '8,676'],
  ['2009', '3,292', '1,975', '9,876'],
  ['2010', '3,566', '2,140', '10,698'],
  ['2011', '3,896', '2,338', '11,688'],
  ['2012', '4,331', '2,599', '12,993'],
];

const nineYears = example(
  {
    id: 'SH-P1',
    title: 'Nine years of floors and ceilings in Shanghai',
    origin: 'published (A-06): all 18 reproduce with half up to the yuan',
    given: ['last year’s average monthly wage, from 1 April'],
  },
  Object.fromEntries(
    shanghaiRows.map(([year, average, floor, ceiling]) => [year, `${average}: ${floor} / ${ceiling}`]),
  ),
  () => {
    const row = (year: string): [string, string] => {
      const [wage, limits] = [wageFor(shanghai, `${year}-04-01`), limitsOf(shanghai, 'pension', `${year}-04-01`)];
      if (wage === null || limits === null) throw new Error(`no limits of ${year}`);
      return [year, `${whole(averageMonthly(wage).wage)}: ${whole(limits.floor)} / ${whole(limits.ceiling)}`];
    };
    return {
      results: Object.fromEntries(shanghaiRows.map(([year]) => row(year))),
      steps: ['floor 60 % and ceiling 300 % of the average, half up to the yuan'],
      figures: shanghai.wages.map((wage) => averageMonthly(wage).figure),
    };
  },
);

const highest = example(
  {
    id: 'SH-P2',
    title: 'Highest personal payment for the three funds in Shanghai, 2009',
    origin: 'published title (A-06; the paper prints 1,086)',
    given: ['the ceiling of 2009, 9,876'],
  },
  { 'pension + medical + unemployment': '1,086.36' },
  () => {
    const limits = limitsOf(shanghai, 'pension', '2009-05-01');
    if (limits === null) throw new Error('no limits');
    const own = ratesOn(shanghai, '2009-05-01', 'employee').filter(({ who }) => who === 'person');
    const sum = addFen(...own.map((rate) => contributionOf(limits.ceiling, rate).amount));
    return {
      results: { 'pension + medical + unemployment': yuan(sum) },
      steps: ['9,876 × (8 % + 2 % + 1 %) = 790.08 + 197.52 + 98.76 = **1,086.36**'],
      figures: own.map(({ rate }) => rate),
    };
  },
);

const later: readonly (readonly [string, string, string, string])[] = [
  ['2010', '1,615', '2,422', '12,111'],
  ['2011', '1,680', '2,521', '12,603'],
  ['2012', '1,869', '2,803', '14,016'],
];
const limitsLater = example(
  {
    id: 'BJ-bases',
    title: 'Floors and ceilings in Beijing, 2010 to 2012',
    origin: 'derived from averages that are general knowledge',
    given: ['averages 4,037, 4,201 and 4,672 a month'],
  },
  Object.fromEntries(later.map(([year, low, mid, high]) => [year, `${low} / ${mid} / ${high}`])),
  () => {
    const row = (year: string): [string, string] => {
      const [pension, medical] = [
        limitsOf(beijing, 'pension', `${year}-04-01`),
        limitsOf(beijing, 'medical', `${year}-04-01`),
      ];
      if (pension === null || medical === null) throw new Error('no limits');
      return [year, `${whole(pension.floor)} / ${whole(medical.floor)} / ${whole(pension.ceiling)}`];
    };
    return {
      results: Object.fromEntries(later.map(([year]) => row(year))),
      steps: ['40 % (pension, unemployment), 60 % (medical, maternity) and 300 % of the average, half up to the yuan'],
      figures: beijing.wages.slice(1).map((wage) => averageMonthly(wage).figure),
    };
  },
);

/** Contribution bases, contributions and the housing fund. */
export const contributions: readonly Example[] = [flexible, fund, growth, limitsLater, nineYears, highest];
