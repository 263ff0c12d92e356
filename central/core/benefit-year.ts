import type { z } from 'zod';
import type { MedicalSummary, medicalSummaryAsk } from '../../common/contracts/benefits/medical-summary.ts';
import { summarise } from '../benefits/summary.ts';
import type { Plan } from '../plans/plan.ts';
import type { Ledger } from './ledger.ts';

/**
 * A person's account and year from the ledger, in one transaction. Null for a person who is not known by exactly this
 * number and name (and card), or has no insurance in force: the asker learns nothing about which of them it was.
 */
export function medicalSummary(
  db: Ledger,
  plan: Plan,
  now: number,
  ask: z.output<typeof medicalSummaryAsk>,
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
      rows: (year) => db.settlementsOf(person.psnNo, year),
    });
  });
}
