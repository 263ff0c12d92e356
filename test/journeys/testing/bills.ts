import type { HisEncounter } from '../../../common/contracts/his/his.ts';
import { lineAmount, parseDecimal } from '../../../common/kernel/decimal.ts';
import { addFen, formatFen } from '../../../common/kernel/money.ts';
import { type DrawnVisit, drawVisit } from '../../../simulator/lab/draw.ts';
import type { Scene } from '../../e2e/fixtures.ts';

/** 哈尔滨 among the reference centre's divisions. */
export const HARBIN = '992300';

/** Somebody with a visit of today. */
export const draw = (seed: number): DrawnVisit => drawVisit(seed, Date.now());

/** One item of a bill: yuan per unit, as the HIS has it. */
export interface Item {
  readonly name: string;
  readonly code: string;
  readonly price: string;
  readonly count?: string;
  /** 收费类别 */
  readonly category?: string;
}

/** A bill of these items, of a kind of case (医疗类别); its sums are worked out here. */
export function billOf(
  { encounter }: DrawnVisit,
  id: string,
  medicalType: string,
  items: readonly Item[],
  more: Partial<Pick<HisEncounter, 'disease' | 'settleWay'>> = {},
): HisEncounter {
  const lines = items.map(({ name, code, price, count = '1', category = '09' }, index) => {
    const [units, unitPrice] = [parseDecimal(count, 4), parseDecimal(price, 6)];
    if (!units.ok || !unitPrice.ok) throw new Error(`no price: ${price}`);
    const amount = lineAmount(units.value, unitPrice.value);
    const line = { lineId: `${id}-${index + 1}`, name, nationalCode: code, hospitalCode: `Y${index}`, category, count };
    const rest = { unit: '次', unitPrice: price, occurredAt: encounter.visitedAt, prescription: null };
    return { line: { ...line, ...rest, amount: formatFen(amount) }, amount };
  });
  const total = formatFen(addFen(...lines.map(({ amount }) => amount)));
  return { ...encounter, encounterId: id, medicalType, lines: lines.map(({ line }) => line), total, ...more };
}

/** An insurance, and what a city's plan asks beside it. */
export interface Insured {
  readonly insutype: string;
  readonly psnType: string;
  readonly division: string;
  readonly balance?: string;
  readonly status?: string;
  readonly civilServant?: boolean;
  readonly entitlement?: Readonly<Record<string, unknown>>;
}

/** Makes somebody known to the centre with these insurances, and to the hospital with these unpaid bills. */
export async function admit(
  { lab }: Scene,
  visit: DrawnVisit,
  insurances: readonly Insured[],
  bills: readonly HisEncounter[],
  family: readonly string[] = [],
): Promise<void> {
  await lab.admin('POST', '/admin/people', { people: [{ ...visit.person, insurances, family }] });
  if (bills.length === 0) return;
  const person = { identityNumber: visit.identityNumber, name: visit.name };
  await lab.admin('POST', '/admin/encounters', { encounters: bills.map((encounter) => ({ person, encounter })) });
}

/** A settlement of the centre's ledger, with what each fund paid by its field, fen. */
export interface Booked {
  readonly insutype: string;
  readonly msgid: string;
  readonly total: number;
  readonly funds: number;
  readonly hospital: number;
  readonly account: number;
  readonly cash: number;
  readonly deductible: number;
  readonly byFund: Readonly<Record<string, number>>;
}

export async function booked({ lab }: Scene): Promise<readonly Booked[]> {
  return ((await lab.admin('GET', '/admin/ledger')) as { settlements: Booked[] }).settlements;
}

/** The one settlement that there is. */
export async function only(scene: Scene): Promise<Booked> {
  const [settled, ...more] = await booked(scene);
  if (settled === undefined || more.length > 0) throw new Error(`${more.length + 1} settlements`);
  return settled;
}

/** What an account holds at the centre, fen. */
export async function balanceOf({ lab }: Scene, psnNo: string, insutype: string): Promise<number> {
  const { people } = (await lab.admin('GET', '/admin/ledger')) as {
    people: { psnNo: string; insurances: { insutype: string; balance: number }[] }[];
  };
  const found = people.find((one) => one.psnNo === psnNo)?.insurances.find((one) => one.insutype === insutype);
  if (found === undefined) throw new Error(`nobody ${psnNo} at the centre`);
  return found.balance;
}
