import { type Fen, fen } from '../../../common/kernel/money.ts';
import { ofFen, over, type Ratio, ratio, roundHalfUp, times } from '../../../common/kernel/ratio.ts';
import type { Figure } from '../../plans/figures/figure.ts';
import type { City, Wage } from '../../plans/social/schema.ts';

/** A fraction of fen, half up to the whole yuan (A-02, A-06: eleven published averages and bases come out so). */
function toYuan(amount: Ratio): Fen {
  return fen(Number(roundHalfUp(over(amount, ratio(100)))) * 100);
}

/** The contribution year that a day falls in; null before the first that the city's file has. */
export function wageFor(city: Pick<City, 'wages'>, day: string): Wage | null {
  return city.wages.filter(({ from }) => from <= day).at(-1) ?? null;
}

/** The average monthly wage that bases go by: a yearly one / 12, half up to the yuan; a monthly one as published. */
export function averageMonthly({ average }: Wage): { readonly wage: Fen; readonly figure: Figure<unknown> } {
  if ('monthly' in average) return { wage: average.monthly.value, figure: average.monthly };
  return { wage: toYuan(over(ofFen(average.yearly.value), ratio(12))), figure: average.yearly };
}

/** A share of the rounded average, half up to the yuan again. */
export function baseOf(averageWage: Fen, share: Ratio): Fen {
  return toYuan(times(ofFen(averageWage), share));
}

export interface Limits {
  readonly floor: Fen;
  readonly ceiling: Fen;
}

/** Lowest and highest base of an insurance in the year of a day; null where the city's file does not say. */
export function limitsOf(city: City, insurance: string, day: string): Limits | null {
  const wage = wageFor(city, day);
  const floor = city.limits?.floors.find(({ insurances }) => insurances.some((one) => one === insurance));
  if (wage === null || city.limits === null || floor === undefined) return null;
  const average = averageMonthly(wage).wage;
  return { floor: baseOf(average, floor.share.value), ceiling: baseOf(average, city.limits.ceiling.value) };
}

/** What a declared base counts as: not below the floor, not above the ceiling. */
export function withinLimits(declared: Fen, { floor, ceiling }: Limits): Fen {
  return fen(Math.min(Math.max(declared, floor), ceiling));
}
