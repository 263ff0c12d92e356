import { ZERO_FEN } from '../../common/kernel/money.ts';
import { benefitYear, type Situation } from '../benefits/medical/situation.ts';
import { planFor } from '../benefits/split.ts';
import { kindOf } from '../plans/medical/kinds.ts';
import type { MedicalPlan } from '../plans/medical/schema.ts';
import { schemeFor } from '../plans/plan.ts';
import { BY_DISEASE, hospitalLevel, patientOf, situationOf } from './city-plan.ts';
import type { Context } from './context.ts';
import { USUAL } from './entitlement.ts';
import type { InsuranceRow, PersonRow, VisitRow } from './ledger.ts';

/** The plan of the made-up city for one insurance; null where it has no scheme for this person. */
export function ownPlan(context: Pick<Context, 'plan'>, { insutype, psnType }: InsuranceRow): MedicalPlan | null {
  const benefit = schemeFor(context.plan, insutype, psnType);
  return benefit === null ? null : planFor(...benefit);
}

/**
 * The bill of a stay as the engine takes it; words of a refusal. The day of discharge decides plan and year. In the
 * made-up city a place of care elsewhere makes no difference, as at its clinics.
 */
export function staySituation(
  context: Context,
  found: { readonly visit: VisitRow; readonly person: PersonRow; readonly insurance: InsuranceRow },
  dischargedAt: string,
  bill: { readonly scopes: Situation['scopes']; readonly useAccount: boolean; readonly setlWay: string },
): Situation | string {
  const { visit, person, insurance } = found;
  const inCity = situationOf(context, { ...found, visit: { ...visit, begunAt: dischargedAt } }, bill);
  if (inCity !== null) return inCity;
  const plan = ownPlan(context, insurance);
  const kind = kindOf(visit.medType ?? '');
  if (plan === null || kind === null || plan.benefits['stay'] === undefined) {
    return `险种${visit.insutype}人员类别${insurance.psnType}无住院待遇`;
  }
  const date = dischargedAt.slice(0, 10);
  const { db } = context;
  return {
    plan,
    patient: patientOf(person, insurance, db.entitlement(person.psnNo, insurance.insutype) ?? USUAL),
    visit: {
      kind,
      date,
      level: hospitalLevel(context, visit.institution),
      away: null,
      disease: bill.setlWay === BY_DISEASE ? visit.diseaseCode : null,
    },
    scopes: bill.scopes,
    used: db.yearUse(person.psnNo, insurance.insutype, benefitYear(plan, date)),
    purses: {
      current: bill.useAccount ? insurance.balance : ZERO_FEN,
      earlier: ZERO_FEN,
      family: bill.useAccount ? db.family(person.psnNo) : [],
    },
  };
}
