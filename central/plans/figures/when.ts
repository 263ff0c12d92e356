import { z } from 'zod';

/** Whom and what a figure is for. All that is named must hold; an empty condition always does. */
export const whenSchema = z.strictObject({
  /** Categories of the plan (在职, 退休 …), any of them. */
  category: z.array(z.string()).min(1).optional(),
  /** Kinds of visit, any of them; where one benefit serves several. */
  kind: z.array(z.string()).min(1).optional(),
  /** Hospital levels, any of them: 0 community, 1, 2, 3. */
  level: z.array(z.int().min(0).max(3)).min(1).optional(),
  /** Full years of age on the day of the visit. */
  age: z.strictObject({ from: z.int().optional(), under: z.int().optional() }).optional(),
  /** First or a later stay of the benefit year. */
  stay: z.enum(['first', 'later']).optional(),
  bornBefore: z.iso.date().optional(),
  workedBefore: z.iso.date().optional(),
  retiredBefore: z.iso.date().optional(),
  /** Status codes (公务员, 低保, 特困 …), any of them. */
  status: z.array(z.string()).min(1).optional(),
  /** How somebody insured elsewhere came: any of them. */
  away: z
    .array(z.enum(['longTerm', 'referred', 'emergency', 'unfiled']))
    .min(1)
    .optional(),
  /** Single disease, by its code. */
  disease: z.array(z.string()).min(1).optional(),
});
export type When = z.infer<typeof whenSchema>;

/** What a condition looks at. */
export interface Facts {
  readonly category: string;
  readonly kind: string;
  readonly level: number;
  readonly age: number | null;
  readonly stay: 'first' | 'later';
  readonly birthDate: string | null;
  readonly workedSince: string | null;
  readonly retiredSince: string | null;
  readonly statuses: readonly string[];
  readonly away: 'longTerm' | 'referred' | 'emergency' | 'unfiled' | null;
  readonly disease: string | null;
}

function aged(age: number | null, range: NonNullable<When['age']>): boolean {
  return age !== null && age >= (range.from ?? 0) && age < (range.under ?? Number.POSITIVE_INFINITY);
}

function before(date: string | null, limit: string | undefined): boolean {
  return limit === undefined || (date !== null && date < limit);
}

/** Whether all of a condition holds; what is not known of a person does not hold. */
export function holds(when: When, facts: Facts): boolean {
  return (
    (when.category?.includes(facts.category) ?? true) &&
    (when.kind?.includes(facts.kind) ?? true) &&
    (when.level?.includes(facts.level) ?? true) &&
    (when.age === undefined || aged(facts.age, when.age)) &&
    (when.stay === undefined || when.stay === facts.stay) &&
    before(facts.birthDate, when.bornBefore) &&
    before(facts.workedSince, when.workedBefore) &&
    before(facts.retiredSince, when.retiredBefore) &&
    (when.status?.some((status) => facts.statuses.includes(status)) ?? true) &&
    (when.away === undefined || (facts.away !== null && when.away.includes(facts.away))) &&
    (when.disease === undefined || (facts.disease !== null && when.disease.includes(facts.disease)))
  );
}

/** The first of the cases whose condition holds, or null. */
export function firstOf<T extends { readonly when: When }>(cases: readonly T[], facts: Facts): T | null {
  return cases.find(({ when }) => holds(when, facts)) ?? null;
}
