import type { AssistanceAnswer } from '../../common/contracts/benefits/assistance.ts';
import { type AssistanceView, assistanceViewSchema } from '../../common/contracts/session/services/assistance.ts';
import { yuan } from '../session/visit-view.ts';
import { percentOf } from './exact.ts';
import { paidOf } from './paid.ts';
import type { ResidentService } from './resident-service.ts';

/** S9: 低保 of the household with how it is worked out, and 医疗救助. */
export const assistance: ResidentService<AssistanceView> = {
  name: 'assistance',
  offers: ['minimumLiving', 'assistance'],
  ask: (query, benefits, person) => query(benefits.assistance(person), assistanceViewOf),
};

type Status = NonNullable<AssistanceView['medical']>['status'];

/** 救助对象类别 as plans name them; whatever else there is has no words of its own on a screen. */
const STATUSES: Readonly<Record<string, Status>> = { 低保: 'minimum', 特困: 'destitute' };

type Household = NonNullable<AssistanceAnswer['household']>;

/** Whether the sum of the household is what standard, income and people give. */
function holds({ standard, income, people, monthly }: Household): boolean {
  return yuan(monthly) === Math.max(0, yuan(standard) - yuan(income)) * people;
}

function householdOf({ standardFigure, ...household }: Household): AssistanceView['household'] {
  const { income, standard, monthly } = household;
  return {
    ...household,
    income: yuan(income),
    standard: yuan(standard),
    monthly: yuan(monthly),
    illustrative: standardFigure.illustrative,
  };
}

/** The answer in fen, or null where the sum of the household does not hold. */
export function assistanceViewOf(answer: AssistanceAnswer): AssistanceView | null {
  const { city, household, medical, payments, asOf } = answer;
  if (household !== null && !holds(household)) return null;
  const parsed = assistanceViewSchema.safeParse({
    service: 'assistance',
    city,
    household: household === null ? null : householdOf(household),
    medical:
      medical === null
        ? null
        : {
            status: STATUSES[medical.status] ?? 'other',
            percent: percentOf(medical.share),
            paid: medical.paid === null ? null : yuan(medical.paid),
            illustrative: medical.shareFigure.illustrative,
          },
    payments: payments.map(paidOf),
    asOf,
  });
  return parsed.success ? parsed.data : null;
}
