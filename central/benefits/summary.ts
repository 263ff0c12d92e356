import type { z } from 'zod';
import {
  type benefitLayerSchema,
  type MedicalSummary,
  MOST_ENCOUNTERS,
} from '../../common/contracts/benefits/medical-summary.ts';
import { formatDateTime } from '../../common/kernel/dates.ts';
import { addFen, type Fen, formatFen, ZERO_FEN } from '../../common/kernel/money.ts';
import { type FundField, type Plan, schemeFor } from '../plans/plan.ts';
import type { YearTerms } from './medical/year-terms.ts';
import type { Accumulators, FundShare } from './split.ts';

/** What a person has used of a year, from the centre's rows. Pure. */

/** A settlement as far as the year's totals look at it. */
export interface YearSettlement {
  readonly state: 'settled' | 'refunded' | 'reversed';
  /** Set on the row of a refund itself. */
  readonly refundOf: string | null;
  /** `yyyy-MM-dd HH:mm:ss` */
  readonly settledAt: string;
  readonly medType: string;
  /** Name of the place of care. */
  readonly place: string;
  readonly total: Fen;
  readonly funds: readonly Pick<FundShare, 'field' | 'amount'>[];
  readonly hospital: Fen;
  readonly account: Fen;
  readonly cash: Fen;
}

export interface YearInsurance {
  readonly insutype: string;
  readonly psnType: string;
  readonly status: string;
  readonly balance: Fen;
}

const LAYER: Readonly<Record<FundField, z.infer<typeof benefitLayerSchema>>> = {
  hifp_pay: 'pool',
  hifmi_pay: 'major',
  hifob_pay: 'largeAmount',
  hifes_pay: 'enterprise',
  cvlserv_pay: 'civilServant',
  maf_pay: 'assistance',
  oth_pay: 'other',
};

function sumOf<T>(rows: readonly T[], pick: (row: T) => Fen): Fen {
  return addFen(ZERO_FEN, ...rows.map(pick));
}

const fundsOf = ({ funds }: YearSettlement): Fen => sumOf(funds, ({ amount }) => amount);

/** Only what stands: a refunded settlement gave everything back, and the refund's own row only mirrors it. */
export function standing<T extends Pick<YearSettlement, 'state' | 'refundOf'>>(rows: readonly T[]): readonly T[] {
  return rows.filter((row) => row.state === 'settled' && row.refundOf === null);
}

function layersOf(rows: readonly YearSettlement[]): MedicalSummary['year']['layers'] {
  const shares = rows.flatMap(({ funds }) => funds);
  return Object.entries(LAYER).flatMap(([field, layer]) => {
    const paid = sumOf(
      shares.filter((share) => share.field === field),
      ({ amount }) => amount,
    );
    return paid === 0 ? [] : [{ layer, paid: formatFen(paid) }];
  });
}

/** January to the month of `now`, each with what was paid in it. */
function monthsOf(rows: readonly YearSettlement[], now: string): MedicalSummary['months'] {
  const months = Array.from({ length: Number(now.slice(5, 7)) }, (_, index) => String(index + 1).padStart(2, '0'));
  return months.map((month) => {
    const of = rows.filter(({ settledAt }) => settledAt.slice(5, 7) === month);
    return {
      month: `${now.slice(0, 4)}-${month}`,
      funds: formatFen(sumOf(of, fundsOf)),
      account: formatFen(sumOf(of, ({ account }) => account)),
      cash: formatFen(sumOf(of, ({ cash }) => cash)),
    };
  });
}

/** The visits that stand, the newest first. */
function encountersOf(rows: readonly YearSettlement[]): MedicalSummary['encounters'] {
  return rows
    .slice(-MOST_ENCOUNTERS)
    .toReversed()
    .map((row) => ({
      settledAt: row.settledAt,
      place: row.place,
      medType: row.medType,
      total: formatFen(row.total),
      funds: formatFen(fundsOf(row)),
      hospital: formatFen(row.hospital),
      account: formatFen(row.account),
      cash: formatFen(row.cash),
    }));
}

/** The terms of the made-up city. */
function ownTerms(plan: Plan, { insutype, psnType }: YearInsurance, used: Accumulators): YearTerms {
  const benefit = schemeFor(plan, insutype, psnType);
  return {
    deductible: benefit?.[1].deductible ?? ZERO_FEN,
    deductibleUsed: used.deductible,
    ceiling: benefit?.[0].poolCeiling ?? null,
    ceilingUsed: used.pool,
  };
}

/**
 * The summary of one person at `now` (ms since the epoch), whose year is the calendar year (plan haichuan). Null where
 * no insurance is in force. `used` answers the year's accumulators of an insurance; `rows` are the year's settlements.
 */
export function summarise(input: {
  readonly plan: Plan;
  readonly now: number;
  readonly insurances: readonly YearInsurance[];
  readonly used: (insutype: string, year: string) => Accumulators;
  /** The terms of a city's plan; null where the insurance is the made-up city's. */
  readonly terms?: (insutype: string) => YearTerms | null;
  readonly rows: (year: string) => readonly YearSettlement[];
}): MedicalSummary | null {
  const inForce = input.insurances.filter(({ status }) => status === '1');
  const [first] = inForce;
  if (first === undefined) return null;
  const asOf = formatDateTime(input.now);
  const year = asOf.slice(0, 4);
  const rows = standing(input.rows(year));
  const terms = input.terms?.(first.insutype) ?? ownTerms(input.plan, first, input.used(first.insutype, year));
  return {
    schemes: inForce.slice(0, 10).map(({ insutype, psnType }) => ({ scheme: insutype, category: psnType })),
    account: { balance: formatFen(sumOf(inForce, ({ balance }) => balance)), asOf },
    year: {
      year,
      scheme: first.insutype,
      deductible: { amount: formatFen(terms.deductible), used: formatFen(terms.deductibleUsed) },
      poolCeiling: {
        amount: terms.ceiling === null ? null : formatFen(terms.ceiling),
        used: formatFen(terms.ceilingUsed),
      },
      layers: layersOf(rows),
      visits: rows.length,
      totalFees: formatFen(sumOf(rows, ({ total }) => total)),
      hospital: formatFen(sumOf(rows, ({ hospital }) => hospital)),
      selfPaid: formatFen(sumOf(rows, ({ account, cash }) => addFen(account, cash))),
    },
    months: monthsOf(rows, asOf),
    encounters: encountersOf(rows),
    asOf,
  };
}
