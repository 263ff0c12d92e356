import { type Fen, fen } from '../../../common/kernel/money.ts';
import type { Figure } from '../../plans/figures/figure.ts';
import type { City, Standard } from '../../plans/social/schema.ts';

type Living = NonNullable<Extract<Standard, { per: 'month' | 'year' | 'once' }>['minimumLiving']>;

/** The standard of such households on a day, a head and month; null where the city's file has none of that time. */
export function minimumLivingStandard(
  { standards }: Pick<City, 'standards'>,
  household: Living['household'],
  day: string,
): Figure<Fen> | null {
  const found = standards.flatMap((one) => {
    if (!('minimumLiving' in one) || one.minimumLiving === null) return [];
    const { from, household: of } = one.minimumLiving;
    return of === household && from <= day ? [{ from, amount: one.amount }] : [];
  });
  return found.sort((a, b) => a.from.localeCompare(b.from)).at(-1)?.amount ?? null;
}

/** 最低生活保障 of a month: (standard − income per head) × people in the household; nothing where the income reaches it. */
export function minimumLiving(standard: Fen, incomePerHead: Fen, people: number): Fen {
  return fen(Math.max(0, standard - incomePerHead) * people);
}
