import type { Fen } from '../../../common/kernel/money.ts';
import { ONE, ofFen, over, plus, type Ratio, ratio, times, toFen } from '../../../common/kernel/ratio.ts';

/**
 * A balance after `months` months at a yearly rate, compounded by the month (a third party's vector, A-09):
 * 100,000.00 at 2.62 % for 12 months is 102,651.69. Rounded once, half up.
 */
export function withInterest(balance: Fen, yearly: Ratio, months: number): Fen {
  const factor = plus(ONE, over(yearly, ratio(12)));
  return toFen(times(ofFen(balance), ...Array.from({ length: months }, () => factor)));
}

/** One contribution year of an account: what was paid in, and the interest the office credited for it. */
export interface AccountYear {
  readonly paid: Fen;
  readonly yearly: Ratio;
}

/**
 * The balance after these years. Each year's opening balance earns the whole rate, its own payments half of it: they
 * came in over the year (general knowledge; rounded half up to the fen at each year's end).
 */
export function accountBalance(years: readonly AccountYear[], opening: Fen): Fen {
  return years.reduce<Fen>((balance, { paid, yearly }) => {
    const half = over(yearly, ratio(2));
    return toFen(plus(times(ofFen(balance), plus(ONE, yearly)), times(ofFen(paid), plus(ONE, half))));
  }, opening);
}
