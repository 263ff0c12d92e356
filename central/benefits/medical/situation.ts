import type { Fen } from '../../../common/kernel/money.ts';
import type { Facts } from '../../plans/figures/when.ts';
import type { VisitKind } from '../../plans/medical/kinds.ts';
import type { MedicalPlan } from '../../plans/medical/schema.ts';
import type { YearUse } from './year-use.ts';

/** One bill as the engine sees it. Amounts in fen, dates `yyyy-MM-dd`. */

export interface Patient {
  /** National 人员类别. */
  readonly psnType: string;
  readonly birthDate: string | null;
  readonly workedSince: string | null;
  readonly retiredSince: string | null;
  /** 公务员, 低保, 特困 … */
  readonly statuses: readonly string[];
}

export interface Visit {
  readonly kind: VisitKind;
  /** Of the visit, or of the discharge: it decides plan and benefit year. */
  readonly date: string;
  /** Hospital level: 0 community, 1, 2, 3. */
  readonly level: number;
  /** Null at home; else how the person came to a place away from that of insurance. */
  readonly away: Facts['away'];
  /** Code of a single disease that is paid by a fixed sum. */
  readonly disease: string | null;
}

/** The bill in the four scopes of the interface's first identity. */
export interface Scopes {
  readonly ownPay: Fen;
  readonly overLimit: Fen;
  readonly preSelfPay: Fen;
  readonly inScope: Fen;
}

/** Money of accounts that the person lets pay: this year's, that of earlier years, and the family's in order. */
export interface Purses {
  readonly current: Fen;
  readonly earlier: Fen;
  readonly family: readonly { readonly owner: string; readonly balance: Fen }[];
}

export interface Situation {
  readonly plan: MedicalPlan;
  readonly patient: Patient;
  readonly visit: Visit;
  readonly scopes: Scopes;
  readonly used: YearUse;
  readonly purses: Purses;
}

/** Full years of age on a day; null without a birth date. */
export function ageOn(birthDate: string | null, day: string): number | null {
  if (birthDate === null) return null;
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The year of benefit in which a day falls, named by the calendar year in which it begins. */
export function benefitYear(plan: Pick<MedicalPlan, 'yearBegins'>, day: string): string {
  const year = Number(day.slice(0, 4));
  return String(day.slice(5) < plan.yearBegins.value ? year - 1 : year);
}

/** What the plan's conditions look at; null where the plan has no category for this person. */
export function factsOf({ plan, patient, visit, used }: Situation): Facts | null {
  const found = plan.categories.find(({ psnType }) => patient.psnType.startsWith(psnType));
  if (found === undefined) return null;
  return {
    category: found.category,
    kind: visit.kind,
    level: visit.level,
    age: ageOn(patient.birthDate, visit.date),
    stay: used.stays === 0 ? 'first' : 'later',
    birthDate: patient.birthDate,
    workedSince: patient.workedSince,
    retiredSince: patient.retiredSince,
    statuses: patient.statuses,
    away: visit.away,
    disease: visit.disease,
  };
}
