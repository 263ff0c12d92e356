import { ZERO_FEN } from '../../common/kernel/money.ts';
import type { Refusal } from '../benefits/medical/settle.ts';
import { benefitYear, type Patient, type Situation } from '../benefits/medical/situation.ts';
import { cityOf, planOn } from '../plans/divisions.ts';
import { kindOf } from '../plans/medical/kinds.ts';
import type { MedicalPlan } from '../plans/medical/schema.ts';
import type { Context } from './context.ts';
import { type EntitlementRow, USUAL } from './entitlement.ts';
import type { InsuranceRow, PersonRow, VisitRow } from './ledger.ts';

/** The benefit of people who are insured in one of the cities whose plans are kept here. */

/** psn_setlway of a single disease (local code, B6.4). */
export const BY_DISEASE = '0201';
/** A hospital whose level nobody has told the centre. */
const USUAL_LEVEL = 3;

/** The plan and whatever else the insurance has, for a visit on a day; null in the made-up city; words of a refusal. */
export function planOfInsurance(
  context: Pick<Context, 'db' | 'cityPlans'>,
  insurance: InsuranceRow,
  day: string,
): { readonly plan: MedicalPlan; readonly entitlement: EntitlementRow } | string | null {
  const city = cityOf(insurance.division);
  if (city === null) return null;
  const entitlement = context.db.entitlement(insurance.psnNo, insurance.insutype) ?? USUAL;
  const wanted = { city: city.city, insutype: insurance.insutype, scheme: entitlement.scheme };
  const plan = planOn(context.cityPlans, wanted, day);
  return plan === null ? `${city.city}${day}没有险种${insurance.insutype}的待遇政策` : { plan, entitlement };
}

export function patientOf(person: PersonRow, insurance: InsuranceRow, entitlement: EntitlementRow): Patient {
  return {
    psnType: insurance.psnType,
    birthDate: person.birthDate,
    workedSince: entitlement.workedSince,
    retiredSince: entitlement.retiredSince,
    statuses: [...(insurance.civilServant ? ['公务员'] : []), ...entitlement.statuses],
  };
}

/** Level of the visit's hospital, 0 to 3. */
export function hospitalLevel(context: Pick<Context, 'settings'>, institution: string): number {
  return context.settings.hospitalLevels[institution] ?? USUAL_LEVEL;
}

/**
 * The bill of a visit as the engine takes it. A place of care that is not the division of insurance is care away from
 * home: unfiled where the person has no filing. Null in the made-up city; words of a refusal.
 */
export function situationOf(
  context: Context,
  found: { readonly visit: VisitRow; readonly person: PersonRow; readonly insurance: InsuranceRow },
  bill: { readonly scopes: Situation['scopes']; readonly useAccount: boolean; readonly setlWay: string },
): Situation | string | null {
  const { visit, person, insurance } = found;
  const date = visit.begunAt.slice(0, 10);
  const terms = planOfInsurance(context, insurance, date);
  if (terms === null || typeof terms === 'string') return terms;
  const { plan, entitlement } = terms;
  const kind = kindOf(visit.medType ?? '');
  if (kind === null) return `医疗类别${visit.medType}没有待遇政策`;
  const home = context.envelope.mdtrtareaAdmvs === insurance.division;
  const year = benefitYear(plan, date);
  return {
    plan,
    patient: patientOf(person, insurance, entitlement),
    visit: {
      kind,
      date,
      level: hospitalLevel(context, visit.institution),
      away: home ? null : (entitlement.away ?? 'unfiled'),
      disease: bill.setlWay === BY_DISEASE ? visit.diseaseCode : null,
    },
    scopes: bill.scopes,
    used: context.db.yearUse(person.psnNo, insurance.insutype, year),
    purses: {
      current: bill.useAccount ? insurance.balance : ZERO_FEN,
      earlier: bill.useAccount ? entitlement.earlier : ZERO_FEN,
      family: bill.useAccount ? context.db.family(person.psnNo) : [],
    },
  };
}

/** Why the engine refused, in the centre's words. */
export function wordsOf(refusal: Refusal, { plan, visit, patient }: Situation): string {
  const name = `${plan.city}${plan.name}`;
  const words: Readonly<Record<Refusal, string>> = {
    OUTSIDE_PLAN: `${name}的待遇政策在${visit.date}不适用`,
    NOT_YET: `${name}的该项待遇在${visit.date}尚未实行`,
    NO_CATEGORY: `${name}没有人员类别${patient.psnType}`,
    NO_BENEFIT: `${name}没有该医疗类别的待遇`,
    AWAY_NOT_SETTLED: `${plan.city}参保人员异地就医尚不能直接结算，请先垫付后到参保地报销`,
  };
  return words[refusal];
}
