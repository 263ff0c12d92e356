import type { VisitKind } from '../../plans/medical/kinds.ts';
import type { MedicalPlan } from '../../plans/medical/schema.ts';

/**
 * The days of each settlement of one long stay: Beijing settles after 90 days and begins a new period, Harbin's
 * psychiatric stays may be settled every two months (A-04 art. 32.3). A stay of another kind is one settlement.
 */
export function stayPeriods(plan: Pick<MedicalPlan, 'stayPeriod'>, kind: VisitKind, days: number): readonly number[] {
  const rule = plan.stayPeriod;
  if (rule === null || !rule.kinds.includes(kind)) return [days];
  const whole = Math.floor(days / rule.days.value);
  const rest = days % rule.days.value;
  return [...Array.from({ length: whole }, () => rule.days.value), ...(rest === 0 ? [] : [rest])];
}
