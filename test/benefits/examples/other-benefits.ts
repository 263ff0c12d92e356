import { injuryAllowance, injuryLumpSum } from '../../../central/benefits/social/injury.ts';
import { maternityAllowance, maternityDays } from '../../../central/benefits/social/maternity.ts';
import { unemploymentMonths, unemploymentPay } from '../../../central/benefits/social/unemployment.ts';
import { loadCity, loadNational } from '../../../central/plans/social/load.ts';
import { type Fen, ZERO_FEN } from '../../../common/kernel/money.ts';
import type { Example } from '../example.ts';
import { money } from '../medical-example.ts';
import { yuan } from '../words.ts';
import { example } from './social-kit.ts';

const national = loadNational();
const OWN = 'worked out from the rules';

function amount(found: Fen | null): string {
  return found === null ? 'none' : yuan(found);
}

/** Injury, maternity, unemployment. */
export const otherBenefits: readonly Example[] = [
  example(
    {
      id: 'IN-1',
      title: 'Injury of grade 4, lump sum',
      origin: `${OWN} (A-11)`,
      given: ['own wage 3,000.00, in 2011'],
    },
    { 'lump sum': '63,000.00' },
    () => ({
      results: { 'lump sum': amount(injuryLumpSum(national, 4, money('3000.00'), '2011-06-01')) },
      steps: ['21 months of own wage: 21 × 3,000.00 = **63,000.00**'],
      figures: national.injury.lumpSums.flatMap(({ months }) =>
        months.filter(({ grade }) => grade === 4).map(({ figure }) => figure),
      ),
    }),
  ),
  example(
    {
      id: 'IN-2',
      title: 'Injury of grade 1, monthly allowance',
      origin: `${OWN} (A-11)`,
      given: ['own wage 2,600.00'],
    },
    { 'a month': '2,340.00' },
    () => ({
      results: { 'a month': amount(injuryAllowance(national, 1, money('2600.00'), ZERO_FEN)) },
      steps: ['90 % of 2,600.00 = **2,340.00**, where the minimum wage is not above it'],
      figures: national.injury.monthly.filter(({ grade }) => grade === 1).map(({ figure }) => figure),
    }),
  ),
  example(
    {
      id: 'MA-1',
      title: 'Maternity allowance',
      origin: `${OWN} (A-11; the days are general knowledge)`,
      given: ['firm’s average 5,000.00 a month, a birth after April 2012'],
    },
    { days: '98', allowance: '16,333.33' },
    () => {
      const days = maternityDays(national, '2012-06-01') ?? 0;
      return {
        results: { days: String(days), allowance: yuan(maternityAllowance(national, money('5000.00'), days)) },
        steps: ['5,000.00 ÷ 30 × 98 = **16,333.33**'],
        figures: [national.maternity.daysPerMonth, ...national.maternity.leave.map((one) => one.days)],
      };
    },
  ),
  example(
    {
      id: 'UN-1',
      title: 'Unemployment in Beijing, 2010, by years paid',
      origin: 'the ends 632 and 741 are S002; the steps and the months are general knowledge',
      given: ['paid for 1, 5, 12, 16 and 21 years; the thirteenth month'],
    },
    {
      '1': '3 × 632.00',
      '5': '13 × 659.00',
      '12': '20 × 686.00',
      '16': '24 × 713.00',
      '21': '24 × 741.00',
      'month 13': '632.00',
    },
    () => {
      const rule = loadCity('beijing').unemployment;
      if (rule === null) throw new Error('no rule');
      const row = (years: number): [string, string] => [
        String(years),
        `${unemploymentMonths(rule, years * 12)} × ${amount(unemploymentPay(rule, years * 12, 1))}`,
      ];
      return {
        results: {
          ...Object.fromEntries([1, 5, 12, 16, 21].map(row)),
          'month 13': amount(unemploymentPay(rule, 252, 13)),
        },
        steps: [
          'months: 3, 6, 9, 12 for 1 to 4 years, from 5 years one more for each year, 24 at most',
          'sums: 632, 659, 686, 713, 741 for 1–5, 5–10, 10–15, 15–20, 20 and more years; 632 from month 13 on',
        ],
        figures: [...rule.amounts.map(({ monthly }) => monthly), ...rule.months.map(({ months }) => months)],
      };
    },
  ),
];
