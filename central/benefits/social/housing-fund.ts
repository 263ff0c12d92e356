import { addFen, type Fen, fen } from '../../../common/kernel/money.ts';
import { ofFen, over, type Ratio, ratio, roundHalfUp, times } from '../../../common/kernel/ratio.ts';

/**
 * 住房公积金 of a month: each side half up to the **yuan** before adding (京房公积金管委会〔2009〕2号, A-02: 11,178 × 12 % =
 * 1,341.36 is 1,341 on each side, 2,682 together; rounded once at the end it would be 2,683).
 */
export function housingFund(
  base: Fen,
  firm: Ratio,
  person: Ratio,
): { readonly firm: Fen; readonly person: Fen; readonly both: Fen } {
  const side = (share: Ratio): Fen => fen(Number(roundHalfUp(over(times(ofFen(base), share), ratio(100)))) * 100);
  const [firmSide, personSide] = [side(firm), side(person)];
  return { firm: firmSide, person: personSide, both: addFen(firmSide, personSide) };
}
