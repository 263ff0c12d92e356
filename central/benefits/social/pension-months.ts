import { minus, over, plus, type Ratio, ratio, roundHalfUp, times } from '../../../common/kernel/ratio.ts';
import type { Figure } from '../../plans/figures/figure.ts';
import type { National } from '../../plans/social/national.ts';

/** An age as the table of months knows it. */
export interface Age {
  readonly years: number;
  readonly months: number;
}

/**
 * 计发月数 (国发〔2005〕38号, A-09): by how many months the account's balance is divided. Ages with months, which exist
 * since the later retirement age, are interpolated and rounded half up to one decimal: 60 years 1 month = 138.4. An age
 * outside the table takes its nearest end.
 */
export function pensionMonths(
  national: National,
  age: Age,
): { readonly months: Ratio; readonly figures: readonly Figure<unknown>[] } {
  const table = national.pension.months;
  const first = table[0];
  const last = table.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('the table of months is empty');
  const clamped = Math.min(Math.max(age.years, first.age), last.age);
  const at = table.find((row) => row.age === clamped) ?? last;
  const next = table.find((row) => row.age === clamped + 1);
  const whole = ratio(at.months.value);
  if (next === undefined || age.months === 0 || clamped !== age.years) return { months: whole, figures: [at.months] };
  const part = times(minus(ratio(next.months.value), whole), ratio(age.months, 12));
  const tenths = roundHalfUp(plus(whole, part), 1);
  return { months: over(ratio(tenths), ratio(10)), figures: [at.months, next.months] };
}
