import type { LateRetirement, National } from '../../plans/social/national.ts';
import type { Age } from './pension-months.ts';

/** When a person may retire, and by how many months that is later than it was. */
export interface Retirement {
  readonly age: Age;
  readonly laterByMonths: number;
  /** `yyyy-MM` in which that age is reached. */
  readonly month: string;
}

/** Months since year 0 of a `yyyy-MM…` date. */
function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function monthText(months: number): string {
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/**
 * 渐进式延迟退休 from 2025-01-01 (A-09; Harbin's plan names it, S004): one month later for each four months of birth
 * (men, women of 55) or two (women of 50), up to 63, 58 and 55 years. Those born before the first month go as before.
 */
export function retirementOf(national: National, who: LateRetirement['who'], birthDate: string): Retirement {
  const rule = national.pension.lateRetirement.find((one) => one.who === who);
  if (rule === undefined) throw new RangeError(`no rule for ${who}`);
  const since = monthNumber(birthDate) - monthNumber(rule.bornFrom.value);
  const most = (rule.most.value - rule.before.value) * 12;
  const later = since < 0 ? 0 : Math.min(Math.floor(since / rule.everyMonths.value) + 1, most);
  const months = rule.before.value * 12 + later;
  return {
    age: { years: Math.floor(months / 12), months: months % 12 },
    laterByMonths: later,
    month: monthText(monthNumber(birthDate) + months),
  };
}
