import type { Fen } from '../../../common/kernel/money.ts';
import { ofFen, over, ratio, times, toFen } from '../../../common/kernel/ratio.ts';
import type { Figure } from '../../plans/figures/figure.ts';
import type { National } from '../../plans/social/national.ts';

/** Days of leave for a birth on a day: 90 to April 2012, 98 after (general knowledge); null before the first rule. */
export function maternityLeave(national: National, birthDay: string): Figure<number> | null {
  return national.maternity.leave.filter(({ from }) => from <= birthDay).at(-1)?.days ?? null;
}

export function maternityDays(national: National, birthDay: string): number | null {
  return maternityLeave(national, birthDay)?.value ?? null;
}

/** 生育津贴 = the firm's average monthly wage of last year / 30 × days: 5,000.00 for 98 days is 16,333.33. */
export function maternityAllowance(national: National, firmAverage: Fen, days: number): Fen {
  return toFen(times(over(ofFen(firmAverage), national.maternity.daysPerMonth.value), ratio(days)));
}
