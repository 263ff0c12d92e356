import { type Fen, fen } from '../../../common/kernel/money.ts';
import { ofFen, times, toFen } from '../../../common/kernel/ratio.ts';
import type { UnemploymentRule } from '../../plans/social/schema.ts';

/** The last step whose years are reached, or null. */
function reached<T extends { readonly fromYears: number }>(steps: readonly T[], years: number): T | null {
  return steps.filter(({ fromYears }) => fromYears <= years).at(-1) ?? null;
}

/**
 * Months of benefit after so many months paid, with those left over from an earlier time (A-11, law article 46: unused
 * months are added, never above 24). Below the first step: none.
 */
export function unemploymentMonths(rule: UnemploymentRule, monthsPaid: number, unused = 0): number {
  const years = Math.floor(monthsPaid / 12);
  const step = reached(rule.months, years);
  if (step === null) return Math.min(unused, rule.most.value);
  const top = rule.months.at(-1);
  const beyond = rule.morePerYear !== null && step === top ? (years - step.fromYears) * rule.morePerYear.value : 0;
  return Math.min(step.months.value + beyond + unused, rule.most.value);
}

/** What the nth month of benefit pays (1 is the first), fen; null where the city's file has no sums. */
export function unemploymentPay(rule: UnemploymentRule, monthsPaid: number, nth: number): Fen | null {
  const step = reached(rule.amounts, Math.floor(monthsPaid / 12));
  if (step === null) return null;
  const { later } = rule;
  if (later === null || nth < later.fromMonth.value) return step.monthly.value;
  return 'sum' in later.pays
    ? fen(later.pays.sum.value)
    : toFen(times(ofFen(step.monthly.value), later.pays.share.value));
}
