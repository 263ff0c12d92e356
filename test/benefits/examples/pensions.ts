import { earlierPension } from '../../../central/benefits/social/earlier-pension.ts';
import { estimatePension, type PensionInput } from '../../../central/benefits/social/pension.ts';
import { withInterest } from '../../../central/benefits/social/pension-account.ts';
import { pensionMonths } from '../../../central/benefits/social/pension-months.ts';
import { type CityName, loadCity, loadNational } from '../../../central/plans/social/load.ts';
import { parseDecimal } from '../../../common/kernel/decimal.ts';
import { formatRatio, ofDecimal, ofFen, over, ratio, toFen } from '../../../common/kernel/ratio.ts';
import type { Example } from '../example.ts';
import { money } from '../medical-example.ts';
import { yuan } from '../words.ts';
import { example, partsOf, workedPension } from './social-kit.ts';

const OWN = 'worked out from the rules';
const VECTOR = 'a third party’s test vector (A-09)';

function decimal(text: string) {
  const value = parseDecimal(text, 6);
  if (!value.ok) throw new Error(`not a decimal: ${text}`);
  return ofDecimal(value.value);
}

interface Given extends Omit<Partial<PensionInput>, 'averageWage' | 'index' | 'account' | 'age'> {
  readonly C: string;
  readonly Z: string;
  readonly account: string;
  readonly years: number;
}

function inputOf({ C, Z, account, years, months = 0, deemedMonths = 0, earlyMonths = 0 }: Given): PensionInput {
  return {
    averageWage: money(C),
    index: decimal(Z),
    months,
    account: money(account),
    age: { years, months: 0 },
    deemedMonths,
    earlyMonths,
  };
}

function pension(
  id: string,
  title: string,
  origin: string,
  city: CityName,
  given: Given,
  expected: Example['expected'],
): Example {
  const words = [
    `average monthly wage C ${given.C}, index Z ${given.Z}, ${given.months ?? 0} months paid`,
    `account ${given.account}, age ${given.years}`,
    ...(given.deemedMonths === undefined
      ? []
      : [`${given.deemedMonths} deemed months, ${given.earlyMonths ?? 0} from 1992-10 to 1998-06`]),
  ];
  return example({ id, title, origin, given: words }, expected, () => {
    const estimate = estimatePension(loadNational(), loadCity(city).transit, inputOf(given));
    const all = partsOf(estimate);
    return workedPension(estimate, Object.fromEntries(Object.keys(expected).map((name) => [name, all[name] ?? ''])));
  });
}

const before2006 = example(
  {
    id: 'TJ-O1',
    title: 'A pension before 2006',
    origin: OWN,
    given: ['average monthly wage 1,500.00, 20 years, account 24,000.00'],
  },
  { base: '375.00', account: '200.00', total: '575.00' },
  () => {
    const rule = loadCity('tianjin').earlierPension;
    const found =
      rule === null
        ? null
        : earlierPension(rule, { averageWage: money('1500.00'), years: 20, account: money('24000.00') });
    if (found === null) throw new Error('no pension');
    return workedPension(found, partsOf(found));
  },
);

const interpolated = example(
  {
    id: 'PV-5',
    title: 'Months of an age with months',
    origin: VECTOR,
    given: ['60 years 1 month; 50 years 1 month; 62 years 10 months'],
  },
  { '60 y 1 m': '138.4', '50 y 1 m': '194.6', '62 y 10 m': '118.3', '138,096.30 ÷ 118.3': '1,167.34' },
  () => {
    const national = loadNational();
    const at = (years: number, months: number) => pensionMonths(national, { years, months });
    const last = at(62, 10);
    const texts = [at(60, 1), at(50, 1), last].map(({ months }) => formatRatio(months, 1));
    return {
      results: {
        '60 y 1 m': texts[0] ?? '',
        '50 y 1 m': texts[1] ?? '',
        '62 y 10 m': texts[2] ?? '',
        '138,096.30 ÷ 118.3': yuan(toFen(over(ofFen(money('138096.30')), last.months))),
      },
      steps: [
        '60 years 1 month: 139 − (139 − 132) ÷ 12 = 138.4',
        '50 years 1 month: 195 − (195 − 190) ÷ 12 = 194.6',
        '62 years 10 months: 125 − (125 − 117) × 10 ÷ 12 = 118.3',
        'an account of 138,096.30 at 118.3 months: **1,167.34** a month',
      ],
      figures: [...at(60, 1).figures, ...last.figures],
    };
  },
);

const interest = example(
  { id: 'PV-6', title: 'Interest by the month', origin: VECTOR, given: ['100,000.00 at 2.62 % a year for 12 months'] },
  { balance: '102,651.69' },
  () => ({
    results: { balance: yuan(withInterest(money('100000.00'), decimal('0.0262'), 12)) },
    steps: ['100,000.00 × (1 + 2.62 % ÷ 12)^12 = **102,651.69**'],
    figures: [],
  }),
);

/** Pensions: the national formula from 2006, Tianjin's before it, and a third party's vectors. */
export const pensions: readonly Example[] = [
  pension(
    'BJ-O9',
    'A pension in Beijing with both transition parts',
    OWN,
    'beijing',
    { C: '4037.00', Z: '1.2', months: 360, account: '60000.00', years: 60, deemedMonths: 264, earlyMonths: 69 },
    { base: '1,332.21', account: '431.65', deemed: '888.14', early: '278.55' },
  ),
  before2006,
  pension(
    'TJ-O2',
    'The same person under the formula of 2006, which shows why a transition rule was needed',
    OWN,
    'tianjin',
    { C: '1500.00', Z: '1', months: 240, account: '24000.00', years: 60 },
    { base: '300.00', account: '172.66', total: '472.66' },
  ),
  pension(
    'SH-O8',
    'A pension in Shanghai in 2008, a woman of 50',
    OWN,
    'shanghai',
    { C: '2892.00', Z: '0.8', months: 300, account: '30000.00', years: 50 },
    { base: '650.70', account: '153.85' },
  ),
  pension(
    'PV-1',
    'Base pension',
    VECTOR,
    'beijing',
    { C: '12049.00', Z: '0.8', months: 360, account: '0.00', years: 60 },
    { base: '3,253.23' },
  ),
  pension(
    'PV-2',
    'Base pension',
    VECTOR,
    'beijing',
    { C: '11883.00', Z: '1', months: 300, account: '0.00', years: 60 },
    { base: '2,970.75' },
  ),
  pension(
    'PV-3',
    'Three deemed years',
    VECTOR,
    'beijing',
    { C: '12049.00', Z: '0.8', months: 36, account: '0.00', years: 60, deemedMonths: 36 },
    { deemed: '361.47' },
  ),
  example(
    {
      id: 'PV-4',
      title: '5.5 deemed years and two to 1998-06, as one sum',
      origin: VECTOR,
      given: ['average monthly wage 12,049.00, index 0.8'],
    },
    { transition: '855.48' },
    () => {
      const input = inputOf({ C: '12049.00', Z: '0.8', account: '0.00', years: 60, deemedMonths: 66, earlyMonths: 24 });
      const estimate = estimatePension(loadNational(), loadCity('beijing').transit, input);
      const parts = estimate.parts.filter(({ part }) => part === 'deemed' || part === 'early');
      const sum = parts.reduce((total, { amount }) => total + amount, 0);
      return workedPension({ parts, total: toFen(ratio(sum)) }, { transition: yuan(toFen(ratio(sum))) });
    },
  ),
  interpolated,
  interest,
];
