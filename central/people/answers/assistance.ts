import type { z } from 'zod';
import type { AssistanceAnswer } from '../../../common/contracts/benefits/assistance.ts';
import type { whoAsks } from '../../../common/contracts/benefits/fields.ts';
import { formatFen } from '../../../common/kernel/money.ts';
import { minimumLiving, minimumLivingStandard } from '../../benefits/social/minimum-living.ts';
import type { BurdenLayer } from '../../plans/medical/layers.ts';
import type { MedicalPlan } from '../../plans/medical/schema.ts';
import { type Found, find, type People } from './find.ts';
import { figureOf, paymentsOf } from './shared.ts';

/** What the medical ledger adds: the cities' plans, and what 医疗救助 paid this year, yuan text; null where not insured. */
export interface MedicalSide {
  readonly plans: readonly MedicalPlan[];
  readonly paid: string | null;
}

function householdOf({ career, city, month }: Found): AssistanceAnswer['household'] {
  const { household } = career;
  if (household === null || household.since > month) return null;
  const { kind, since, people, income } = household;
  const standard = minimumLivingStandard(city, kind, `${month}-15`);
  if (standard === null) return null;
  return {
    kind,
    since,
    people,
    income: formatFen(income),
    standard: formatFen(standard.value),
    monthly: formatFen(minimumLiving(standard.value, income, people)),
    standardFigure: figureOf(standard),
  };
}

/** The assistance layers of a city's plans in force on a day. */
function layersOf(plans: readonly MedicalPlan[], city: string, day: string): readonly BurdenLayer[] {
  return plans
    .filter((plan) => plan.city === city && plan.valid.value.from <= day && day <= plan.valid.value.to)
    .flatMap((plan) => Object.values(plan.benefits).flatMap(({ layers }) => layers))
    .filter((layer) => layer.type === 'burden')
    .filter(({ field }) => field === 'maf_pay');
}

function medicalOf({ career, city, month }: Found, { plans, paid }: MedicalSide): AssistanceAnswer['medical'] {
  const { household } = career;
  if (household === null || household.since > month) return null;
  const { status } = household;
  const tiers = layersOf(plans, city.city, `${month}-15`).flatMap((layer) => layer.tiers);
  const step = tiers.find(({ when }) => when.status?.includes(status))?.steps[0];
  return step === undefined ? null : { status, share: step.share.text, shareFigure: figureOf(step.share), paid };
}

/** Minimum living and medical assistance; null for a person who is not known. */
export function assistanceAnswer(
  people: People,
  now: number,
  ask: z.output<typeof whoAsks>,
  medical: MedicalSide,
): AssistanceAnswer | null {
  const found = find(people, ask, now);
  if (found === null) return null;
  const { career, city, month, asOf } = found;
  return {
    city: city.city,
    household: householdOf(found),
    medical: medicalOf(found, medical),
    payments: paymentsOf(career, month).filter(({ insurance }) => insurance === 'assistance'),
    asOf,
  };
}
