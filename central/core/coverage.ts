import type { z } from 'zod';
import type { CoverageAnswer } from '../../common/contracts/benefits/coverage.ts';
import type { whoAsks } from '../../common/contracts/benefits/fields.ts';
import { formatDateTime } from '../../common/kernel/dates.ts';
import { formatFen } from '../../common/kernel/money.ts';
import { formatRatio } from '../../common/kernel/ratio.ts';
import { type LevelCoverage, levelCoverage } from '../benefits/medical/level-coverage.ts';
import type { MedicalPlan } from '../plans/medical/schema.ts';
import { patientOf, planOfInsurance } from './city-plan.ts';
import type { Ledger } from './ledger.ts';

type Scheme = NonNullable<CoverageAnswer['scheme']>;

function levelOf({ kind, level, deductible, bands, ceiling, figures }: LevelCoverage): Scheme['levels'][number] {
  return {
    kind,
    level,
    deductible: { how: deductible.how, amount: formatFen(deductible.amount) },
    bands: bands.map(({ to, share }) => ({
      to: to === null ? null : formatFen(to),
      share: formatRatio(share, 6).replace(/\.?0+$/u, ''),
    })),
    ceiling: ceiling === null ? null : formatFen(ceiling),
    illustrative: figures.some(({ illustrative }) => illustrative),
  };
}

/**
 * What the insurance in force pays today. Null for a person who is not known by exactly this number and name (and card),
 * or has no insurance in force, as of the year's summary.
 */
export function coverage(
  db: Ledger,
  now: number,
  ask: z.output<typeof whoAsks>,
  cityPlans: readonly MedicalPlan[],
): CoverageAnswer | null {
  return db.atomically(() => {
    const person = db.personByIdentity(ask.identityNumber.toUpperCase());
    if (person === null || person.name !== ask.name) return null;
    if (ask.cardNumber !== undefined && ask.cardNumber !== person.cardNumber) return null;
    const insurance = db.insurances(person.psnNo).find(({ status }) => status === '1');
    if (insurance === undefined) return null;
    const asOf = formatDateTime(now);
    const day = asOf.slice(0, 10);
    const found = planOfInsurance({ db, cityPlans }, insurance, day);
    const { insutype } = insurance;
    if (found === null || typeof found === 'string') return { insutype, scheme: null, asOf };
    const { plan, entitlement } = found;
    const { from, to } = plan.valid.value;
    const levels = levelCoverage(plan, patientOf(person, insurance, entitlement), day).map(levelOf);
    return { insutype, scheme: { city: plan.city, name: plan.name, from, to, levels }, asOf };
  });
}
