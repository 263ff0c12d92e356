import type { Fen } from '../../../common/kernel/money.ts';
import { ofFen, plus, times, toFen, ZERO } from '../../../common/kernel/ratio.ts';
import type { City } from '../../plans/social/schema.ts';

/**
 * What a month credits to the medical account (Beijing, regulation article 21, A-02): a share of the base by age beside
 * the person's own payment, for retired people a share of last year's average wage. Null where the city's file has none.
 */
export function medicalCredit(
  city: Pick<City, 'medicalCredit'>,
  who: {
    readonly category: 'employed' | 'retired';
    readonly age: number;
    readonly base: Fen;
    readonly averageWage: Fen;
  },
): Fen | null {
  const rows = city.medicalCredit.filter(({ category, fromAge }) => category === who.category && fromAge <= who.age);
  const row = rows.at(-1);
  if (row === undefined) return null;
  const of = ofFen(row.of === 'base' ? who.base : who.averageWage);
  return toFen(times(of, plus(row.share.value, row.own?.value ?? ZERO)));
}
