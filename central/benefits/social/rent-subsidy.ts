import { type Fen, ZERO_FEN } from '../../../common/kernel/money.ts';
import { compare, minus, ofFen, type Ratio, ratio, times, toFen, ZERO } from '../../../common/kernel/ratio.ts';
import type { RentRule } from '../../plans/social/schema.ts';

/**
 * 租金补贴 of a month: for each m² of usable area that the home lacks of the standard a head (7 m² in Harbin, S000).
 * Nothing where the home is large enough.
 */
export function rentSubsidy({ areaPerHead, perSquareMetre }: RentRule, people: number, area: Ratio): Fen {
  const lacking = minus(times(areaPerHead.value, ratio(people)), area);
  return compare(lacking, ZERO) <= 0 ? ZERO_FEN : toFen(times(lacking, ofFen(perSquareMetre.value)));
}
