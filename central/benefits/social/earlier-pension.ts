import { addFen, type Fen } from '../../../common/kernel/money.ts';
import {
  larger,
  minus,
  ofFen,
  over,
  plus,
  type Ratio,
  ratio,
  times,
  toFen,
  ZERO,
} from '../../../common/kernel/ratio.ts';
import type { City } from '../../plans/social/schema.ts';
import type { PensionEstimate } from './pension.ts';

type Rule = NonNullable<City['earlierPension']>;

/**
 * The pension of the time before 2006 (国发〔1997〕26号 as generally known; Tianjin's outline adds a point for each year
 * beyond 15, S003): a share of the average wage, and the account over 120 months. Null below the years that are due.
 */
export function earlierPension(
  rule: Rule,
  input: { averageWage: Fen; years: number; account: Fen },
): PensionEstimate | null {
  if (input.years < rule.yearsDue.value) return null;
  const W = ofFen(input.averageWage);
  const beyond: Ratio = larger(minus(ratio(input.years), ratio(rule.yearsDue.value)), ZERO);
  const share = plus(rule.share.value, times(beyond, rule.morePerYear.value));
  const base = toFen(times(W, share));
  const account = toFen(over(ofFen(input.account), ratio(rule.accountMonths.value)));
  return {
    parts: [
      {
        part: 'base',
        amount: base,
        formula: 'W × (20 % + (N − 15) × 1 %)',
        terms: { W, N: ratio(input.years), share },
        figures: [rule.share, rule.yearsDue, rule.morePerYear],
      },
      {
        part: 'account',
        amount: account,
        formula: 'A ÷ 120',
        terms: { A: ofFen(input.account) },
        figures: [rule.accountMonths],
      },
    ],
    total: addFen(base, account),
  };
}
