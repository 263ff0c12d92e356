import { addFen, type Fen, ZERO_FEN } from '../../../common/kernel/money.ts';
import type { Figure } from '../../plans/figures/figure.ts';
import type { City, Rate } from '../../plans/social/schema.ts';
import { averageMonthly, baseOf, type Limits, limitsOf, wageFor, withinLimits } from './contribution-base.ts';
import { type Contribution, contributionOf } from './contributions.ts';

/** Between which bases somebody in flexible employment may choose, and what the city names to choose from. */
export interface DeclarationRule extends Limits {
  readonly average: Fen;
  /** From when that average holds, `yyyy-MM-dd`. */
  readonly since: string;
  readonly choices: readonly { readonly share: string; readonly base: Fen }[];
  readonly figures: readonly Figure<unknown>[];
}

/** One line of what a declared base costs a month, with the base that its insurance goes by. */
export interface Due extends Contribution {
  readonly base: Fen;
}

/** The rule on a day; null where the city takes no declarations or its file has no limits. The pension's limits count. */
export function declarationRuleOn(city: City, day: string): DeclarationRule | null {
  const [wage, limits, rule] = [wageFor(city, day), limitsOf(city, 'pension', day), city.declaration];
  if (wage === null || limits === null || rule === null || city.limits === null) return null;
  const { wage: average, figure } = averageMonthly(wage);
  const floor = city.limits.floors.find(({ insurances }) => insurances.includes('pension'));
  return {
    ...limits,
    average,
    since: wage.from,
    choices: rule.shares.map(({ text, value }) => ({ share: text, base: baseOf(average, value) })),
    figures: [figure, city.limits.ceiling, ...(floor === undefined ? [] : [floor.share]), ...rule.shares],
  };
}

/** How a base stands to the limits; both limits themselves fit. */
export function fitOf(base: Fen, { floor, ceiling }: Limits): 'fits' | 'under' | 'over' {
  if (base < floor) return 'under';
  return base > ceiling ? 'over' : 'fits';
}

/**
 * What a month costs on a declared base: an insurance with a base of its own goes by that, every other by the declared
 * one, raised to its own floor where that is higher.
 */
export function duesOf(city: City, day: string, rates: readonly Rate[], declared: Fen): readonly Due[] {
  const wage = wageFor(city, day);
  return rates.map((rate) => {
    const limits = limitsOf(city, rate.insurance, day);
    const own = rate.base !== null && wage !== null ? baseOf(averageMonthly(wage).wage, rate.base.value) : null;
    const base = own ?? (limits === null ? declared : withinLimits(declared, limits));
    return { ...contributionOf(base, rate), base };
  });
}

/** The sum of a month. */
export function totalOf(dues: readonly Due[]): Fen {
  return addFen(ZERO_FEN, ...dues.map(({ amount }) => amount));
}
