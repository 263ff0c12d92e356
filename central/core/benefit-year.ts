import type { z } from 'zod';
import type { MedicalSummary, medicalSummaryAsk } from '../../common/contracts/benefits/medical-summary.ts';
import { formatDate } from '../../common/kernel/dates.ts';
import { ZERO_FEN } from '../../common/kernel/money.ts';
import { benefitYear, factsOf } from '../benefits/medical/situation.ts';
import { type YearTerms, yearTerms } from '../benefits/medical/year-terms.ts';
import { summarise } from '../benefits/summary.ts';
import type { MedicalPlan } from '../plans/medical/schema.ts';
import type { Plan } from '../plans/plan.ts';
import { patientOf, planOfInsurance } from './city-plan.ts';
import type { Ledger, PersonRow } from './ledger.ts';

/** Deductible and ceiling under the city's plan of today; null in the made-up city, and where no plan is in force. */
function cityTerms(
  db: Ledger,
  cityPlans: readonly MedicalPlan[],
  person: PersonRow,
  insutype: string,
  day: string,
): YearTerms | null {
  const insurance = db.insurances(person.psnNo).find((one) => one.insutype === insutype);
  const found = insurance === undefined ? null : planOfInsurance({ db, cityPlans }, insurance, day);
  if (insurance === undefined || found === null || typeof found === 'string') return null;
  const { plan, entitlement } = found;
  const used = db.yearUse(person.psnNo, insutype, benefitYear(plan, day));
  const facts = factsOf({
    plan,
    patient: patientOf(person, insurance, entitlement),
    // A clinic visit on that day, at a hospital of the level with the smallest share.
    visit: { kind: 'outpatient', date: day, level: 3, away: null, disease: null },
    scopes: { ownPay: ZERO_FEN, overLimit: ZERO_FEN, preSelfPay: ZERO_FEN, inScope: ZERO_FEN },
    used,
    purses: { current: ZERO_FEN, earlier: ZERO_FEN, family: [] },
  });
  return facts === null ? null : yearTerms(plan, facts, used);
}

/**
 * A person's account and year from the ledger, in one transaction. Null for a person who is not known by exactly this
 * number and name (and card), or has no insurance in force: the asker learns nothing about which of them it was.
 */
export function medicalSummary(
  db: Ledger,
  plan: Plan,
  now: number,
  ask: z.output<typeof medicalSummaryAsk>,
  cityPlans: readonly MedicalPlan[] = [],
): MedicalSummary | null {
  return db.atomically(() => {
    const person = db.personByIdentity(ask.identityNumber.toUpperCase());
    if (person === null || person.name !== ask.name) return null;
    if (ask.cardNumber !== undefined && ask.cardNumber !== person.cardNumber) return null;
    return summarise({
      plan,
      now,
      insurances: db.insurances(person.psnNo),
      used: (insutype, year) => db.accumulators(person.psnNo, insutype, year),
      terms: (insutype) => cityTerms(db, cityPlans, person, insutype, formatDate(now)),
      rows: (year) =>
        db
          .settlementsOf(person.psnNo, year)
          .map((row) => ({ ...row, place: db.visit(row.mdtrtId)?.institutionName ?? '' })),
    });
  });
}
