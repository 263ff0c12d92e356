import { type Fen, fen } from '../../common/kernel/money.ts';
import { monthsBetween } from '../../common/kernel/months.ts';
import { averageMonthly, baseOf, wageFor } from '../benefits/social/contribution-base.ts';
import { housingFund } from '../benefits/social/housing-fund.ts';
import type { City } from '../plans/social/schema.ts';
import type { Career } from './career.ts';

/** A month of the housing fund; amounts are fen, each side whole yuan. */
export interface Deposit {
  readonly month: string;
  readonly base: Fen;
  readonly firm: Fen;
  readonly person: Fen;
  readonly both: Fen;
}

/**
 * What employer and person put in each month of the city's rule, from a month to another, both of them: on the base of
 * that month, not above so many times the average wage. Who has no employer pays nothing in.
 */
export function housingDeposits(career: Career, city: City, from: string, until: string): readonly Deposit[] {
  const rule = city.housingFund;
  if (rule === null) return [];
  return monthsBetween(from, until).flatMap((month) => {
    const day = `${month}-15`;
    const span = career.spans.find((one) => one.from <= month && month <= one.to);
    if (day < rule.from || rule.to < day || span?.kind !== 'paid' || span.group !== 'employee') return [];
    const wage = wageFor(city, day);
    const declared = span.base ?? fen(0);
    const most = wage === null ? declared : baseOf(averageMonthly(wage).wage, rule.ceiling.value);
    const base = fen(Math.min(declared, most));
    return [{ month, base, ...housingFund(base, rule.firm.value, rule.person.value) }];
  });
}
