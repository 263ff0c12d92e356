import type { Fen } from '../../common/kernel/money.ts';
import { unemploymentMonths, unemploymentPay } from '../benefits/social/unemployment.ts';
import type { City } from '../plans/social/schema.ts';
import type { Career } from './career.ts';

/** Where a person stands with unemployment benefit. */
export interface UnemploymentStatus {
  readonly state: 'none' | 'drawing' | 'ended';
  readonly monthsDue: number;
  readonly monthsDrawn: number;
  readonly monthsLeft: number;
  /** What the next month pays; null where the city's file has no sums, or nothing is left. */
  readonly nextMonth: Fen | null;
  /** 险种类型 that the person belongs to while drawing (S14): employees', with the same benefits, is Beijing's goal (S002). */
  readonly medicalScheme: string | null;
}

/** The status of `paidMonths` months paid into the insurance; null where the city's file has no rule. */
export function unemploymentStatus(career: Career, city: City, paidMonths: number): UnemploymentStatus | null {
  const rule = city.unemployment;
  if (rule === null) return null;
  const due = unemploymentMonths(rule, paidMonths);
  const { unemployment } = career;
  const drawn = unemployment?.drawn ?? 0;
  const left = Math.max(0, due - drawn);
  const drawing = unemployment !== null && !unemployment.ended && left > 0;
  return {
    state: unemployment === null ? 'none' : drawing ? 'drawing' : 'ended',
    monthsDue: due,
    monthsDrawn: drawn,
    monthsLeft: left,
    nextMonth: left === 0 ? null : unemploymentPay(rule, paidMonths, drawn + 1),
    medicalScheme: drawing ? (rule.medicalScheme?.value ?? null) : null,
  };
}
