import type { Entitled } from '../../common/contracts/benefits/entitlements.ts';
import { type UnemploymentView, unemploymentViewSchema } from '../../common/contracts/session/services/unemployment.ts';
import { yuan } from '../session/visit-view.ts';
import { paidOf } from './paid.ts';
import type { ResidentService } from './resident-service.ts';

/** What a city calls the subsidy of clinic visits beside the benefit (Tianjin). */
const CLINIC_SUBSIDY = 'unemploymentOutpatient';

/** S8 with S14: the benefit, how many months of it are left, and the medical scheme that follows from it. */
export const unemployment: ResidentService<UnemploymentView> = {
  name: 'unemployment',
  offers: ['unemployment'],
  has: (entitled) => entitled.unemployment !== null,
  ask: (query, benefits, person) => query(benefits.entitlements(person), unemploymentViewOf),
};

/** The answer in fen, or null where it has nothing of the benefit, or what is left is not what was due without what was drawn. */
export function unemploymentViewOf(answer: Entitled): UnemploymentView | null {
  const { city, offers, unemployment: own, payments, asOf } = answer;
  if (own === null || own.monthsLeft !== Math.max(0, own.monthsDue - own.monthsDrawn)) return null;
  const parsed = unemploymentViewSchema.safeParse({
    ...own,
    service: 'unemployment',
    city,
    nextMonth: own.nextMonth === null ? null : yuan(own.nextMonth),
    clinicSubsidy: own.state === 'drawing' && offers.includes(CLINIC_SUBSIDY),
    payments: payments.filter(({ insurance }) => insurance === 'unemployment').map(paidOf),
    asOf,
  });
  return parsed.success ? parsed.data : null;
}
