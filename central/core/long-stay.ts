import { parseDateTime } from '../../common/kernel/dates.ts';
import { addFen, type Fen, subFen, ZERO_FEN } from '../../common/kernel/money.ts';
import { type LineScopes, sumScopes } from '../benefits/lines.ts';
import type { Situation } from '../benefits/medical/situation.ts';
import { stayPeriods } from '../benefits/medical/stay-periods.ts';
import { book } from '../benefits/medical/year-use.ts';
import type { FundShare } from '../benefits/split.ts';
import { type CitySplit, splitByCity } from './city-settle.ts';
import type { PurseRow } from './entitlement.ts';
import { textOf } from './envelope.ts';
import { storedObject } from './json.ts';
import type { FeeRow, Ledger, VisitRow } from './ledger.ts';

const DAY_MS = 86_400_000;

function dayOf(moment: string): number {
  return Math.floor((parseDateTime(`${moment.slice(0, 10)} 00:00:00`) ?? 0) / DAY_MS);
}

/**
 * The lines of a stay by the settlement periods of its plan (结算期), in order; a line counts on the day on which its fee
 * arose. One list where the plan has no periods for this kind of stay, or asks for no new deductible in them, and for a
 * single disease, whose sum is fixed for the whole stay.
 */
export function periodLines(
  db: Pick<Ledger, 'fees' | 'feeBodies'>,
  { plan, visit: { kind, disease } }: Pick<Situation, 'plan' | 'visit'>,
  { mdtrtId, begunAt }: Pick<VisitRow, 'mdtrtId' | 'begunAt'>,
  dischargedAt: string,
): readonly (readonly FeeRow[])[] {
  const lines = db.fees(mdtrtId);
  if (disease !== null || plan.stayPeriod?.deductibleAgain.value !== true) return [lines];
  const from = dayOf(begunAt);
  const periods = stayPeriods(plan, kind, Math.max(1, dayOf(dischargedAt) - from));
  const bodies = db.feeBodies(mdtrtId);
  const ends = periods.map((_, index) => periods.slice(0, index + 1).reduce((sum, days) => sum + days, 0));
  const periodOf = ({ sn }: FeeRow): number => {
    const day = dayOf(textOf(storedObject(bodies.get(sn) ?? null), 'fee_ocur_time') || begunAt) - from;
    const found = ends.findIndex((end) => day < end);
    return found === -1 ? ends.length - 1 : found;
  };
  return ends.map((_, index) => lines.filter((line) => periodOf(line) === index)).filter(({ length }) => length > 0);
}

function sumFunds(funds: readonly FundShare[]): readonly FundShare[] {
  const same = (a: FundShare, b: FundShare): boolean => a.field === b.field && a.name === b.name;
  return funds
    .filter((fund, index) => funds.findIndex((other) => same(fund, other)) === index)
    .map((fund) => {
      const all = funds.filter((other) => same(fund, other));
      const [available, amount] = [addFen(...all.map((one) => one.available)), addFen(...all.map((one) => one.amount))];
      return { ...fund, available, amount };
    });
}

function sumPurses(rows: readonly PurseRow[]): readonly PurseRow[] {
  const same = (a: PurseRow, b: PurseRow): boolean => a.purse === b.purse && a.owner === b.owner;
  return rows
    .filter((row, index) => rows.findIndex((other) => same(row, other)) === index)
    .map((row) => ({
      ...row,
      amount: addFen(...rows.filter((other) => same(row, other)).map(({ amount }) => amount)),
    }));
}

/** What is left in the purses for the next period. */
function left({ purses }: Situation, { account, city }: CitySplit): Situation['purses'] {
  const taken = (purse: PurseRow['purse'], owner?: string): Fen =>
    addFen(
      ZERO_FEN,
      ...city.purses
        .filter((row) => row.purse === purse && row.owner === (owner ?? row.owner))
        .map((row) => row.amount),
    );
  const others = addFen(ZERO_FEN, ...city.purses.map(({ amount }) => amount));
  return {
    current: subFen(purses.current, subFen(account, others)),
    earlier: subFen(purses.earlier, taken('earlier')),
    family: purses.family.map(({ owner, balance }) => ({ owner, balance: subFen(balance, taken('family', owner)) })),
  };
}

function joined(a: CitySplit, b: CitySplit): CitySplit {
  const sum = (pick: (split: CitySplit) => Fen): Fen => addFen(pick(a), pick(b));
  const used = (name: keyof CitySplit['used']): Fen => sum((split) => split.used[name]);
  return {
    total: sum(({ total }) => total),
    scopes: sumScopes([a.scopes, b.scopes]),
    deductible: sum(({ deductible }) => deductible),
    funds: sumFunds([...a.funds, ...b.funds]),
    hospital: sum(({ hospital }) => hospital),
    account: sum(({ account }) => account),
    mutualAid: [...a.mutualAid, ...b.mutualAid],
    cash: sum(({ cash }) => cash),
    poolShare: a.poolShare > b.poolShare ? a.poolShare : b.poolShare,
    used: { deductible: used('deductible'), pool: used('pool'), large: used('large') },
    city: { ...b.city, use: book(a.city.use, b.city.use), purses: sumPurses([...a.city.purses, ...b.city.purses]) },
  };
}

/**
 * Settles a stay period by period, each on what the one before it used of year and accounts, and adds them up to the one
 * settlement that 2304 books: Beijing begins a new period, with its own deductible and bands, after 90 days.
 */
export function splitByPeriods(
  situation: Situation,
  psnNo: string,
  periods: readonly (readonly LineScopes[])[],
): CitySplit | string {
  let before: CitySplit | null = null;
  let now = situation;
  for (const lines of periods) {
    const { hospital, ...scopes } = sumScopes(lines);
    const split = splitByCity({ ...now, scopes }, psnNo, hospital);
    if (typeof split === 'string') return split;
    now = { ...now, used: book(now.used, split.city.use), purses: left(now, split) };
    before = before === null ? split : joined(before, split);
  }
  return before ?? '未查询到住院费用明细';
}
