import type { MedicalSummary } from '../../common/contracts/benefits/medical-summary.ts';
import { type MedicalView, medicalViewSchema } from '../../common/contracts/session/services/medical.ts';
import { addFen, type Fen, ZERO_FEN } from '../../common/kernel/money.ts';
import { yuan } from '../session/visit-view.ts';
import type { ResidentService } from './resident-service.ts';

/** S8: the medical account, this year against deductible and ceiling. */
export const medical: ResidentService<MedicalView> = {
  name: 'medical',
  offers: ['medical', 'residentMedical', 'ruralMedical'],
  ask: (query, benefits, person) => query(benefits.medicalSummary(person), medicalViewOf),
};

/** The answer in fen, or null where an identity of the contract does not hold. */
export function medicalViewOf(answer: MedicalSummary): MedicalView | null {
  const { year } = answer;
  const months = answer.months.map((row) => ({
    month: Number(row.month.slice(5)),
    year: row.month.slice(0, 4),
    funds: yuan(row.funds),
    account: yuan(row.account),
    cash: yuan(row.cash),
  }));
  const layers = year.layers.map(({ layer, paid }) => ({ layer, paid: yuan(paid) }));
  const [account, cash, funds] = (['account', 'cash', 'funds'] as const).map((part) =>
    addFen(ZERO_FEN, ...months.map((row) => row[part])),
  ) as [Fen, Fen, Fen];
  const encounters = answer.encounters.map(({ settledAt, place, medType, ...amounts }) => ({
    day: settledAt.slice(0, 10),
    place,
    medType,
    total: yuan(amounts.total),
    funds: yuan(amounts.funds),
    hospital: yuan(amounts.hospital),
    account: yuan(amounts.account),
    cash: yuan(amounts.cash),
  }));
  const paid = addFen(ZERO_FEN, ...layers.map((row) => row.paid));
  const [hospital, totalFees] = [yuan(year.hospital), yuan(year.totalFees)];
  const holds =
    funds === paid &&
    addFen(account, cash) === yuan(year.selfPaid) &&
    addFen(paid, hospital, account, cash) === totalFees &&
    months.every((row, index) => row.year === year.year && row.month === index + 1) &&
    encountersHold(encounters, year.visits, totalFees) &&
    new Set(layers.map(({ layer }) => layer)).size === layers.length;
  if (!holds) return null;
  const { amount } = year.poolCeiling;
  const schemes = answer.schemes.map(({ scheme }) => scheme);
  const parsed = medicalViewSchema.safeParse({
    service: 'medical',
    schemes: [year.scheme, ...schemes.filter((scheme) => scheme !== year.scheme)].slice(0, 10),
    balance: yuan(answer.account.balance),
    year: year.year,
    deductible: { amount: yuan(year.deductible.amount), used: yuan(year.deductible.used) },
    poolCeiling: { amount: amount === null ? null : yuan(amount), used: yuan(year.poolCeiling.used) },
    layers,
    visits: year.visits,
    totalFees,
    hospital,
    account,
    cash,
    months: months.map(({ year: _year, ...row }) => row),
    encounters,
    asOf: answer.asOf,
  });
  return parsed.success ? parsed.data : null;
}

/** Each visit is paid in full by its parts, and all of them, where none is left out, are the year. */
function encountersHold(encounters: MedicalView['encounters'], visits: number, total: Fen): boolean {
  const each = encounters.every((one) => addFen(one.funds, one.hospital, one.account, one.cash) === one.total);
  if (encounters.length > visits) return false;
  if (encounters.length < visits) return each && encounters.length > 0;
  return each && addFen(ZERO_FEN, ...encounters.map((one) => one.total)) === total;
}
