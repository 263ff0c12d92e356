import type { z } from 'zod';
import type { whoAsks } from '../../../common/contracts/benefits/fields.ts';
import type { HousingAnswer } from '../../../common/contracts/benefits/housing.ts';
import { addFen, type Fen, fen, formatFen, ZERO_FEN } from '../../../common/kernel/money.ts';
import { formatRatio } from '../../../common/kernel/ratio.ts';
import { rentSubsidy } from '../../benefits/social/rent-subsidy.ts';
import { type Deposit, housingDeposits } from '../housing-deposits.ts';
import { type Found, find, type People } from './find.ts';
import { figureOf, paymentsOf } from './shared.ts';

type Fund = NonNullable<HousingAnswer['fund']>;
type Withdrawal = NonNullable<NonNullable<Found['career']['housing']>['fund']>['withdrawals'][number];

const sum = (amounts: readonly Fen[]): Fen => addFen(ZERO_FEN, ...amounts);

/** Each year with what came in and what was taken out, rising. */
function yearsOf(deposits: readonly Deposit[], withdrawals: readonly Withdrawal[]): Fund['years'] {
  const years = new Set([...deposits, ...withdrawals].map(({ month }) => month.slice(0, 4)));
  return [...years].sort().map((year) => ({
    year,
    deposited: formatFen(sum(deposits.filter(({ month }) => month.startsWith(year)).map(({ both }) => both))),
    withdrawn: formatFen(sum(withdrawals.filter(({ month }) => month.startsWith(year)).map(({ amount }) => amount))),
  }));
}

function fundOf({ career, city, month }: Found): Fund | null {
  const own = career.housing?.fund ?? null;
  const rule = city.housingFund;
  if (own === null || rule === null || own.from > month) return null;
  const deposits = housingDeposits(career, city, own.from, month);
  const last = deposits.at(-1);
  if (last === undefined) return null;
  const withdrawals = own.withdrawals.filter((one) => one.month <= month);
  const [came, went] = [sum(deposits.map(({ both }) => both)), sum(withdrawals.map(({ amount }) => amount))];
  return {
    state: last.month === month ? 'paying' : 'paused',
    since: own.from,
    base: formatFen(last.base),
    firmShare: rule.firm.text,
    personShare: rule.person.text,
    firm: formatFen(last.firm),
    person: formatFen(last.person),
    monthly: formatFen(last.both),
    opening: formatFen(own.opening),
    years: yearsOf(deposits, withdrawals),
    balance: formatFen(fen(own.opening + came - went)),
    figures: [rule.firm, rule.person, rule.ceiling].map(figureOf),
  };
}

function rentOf({ career, city, month }: Found): HousingAnswer['rent'] {
  const own = career.housing?.rent ?? null;
  const rule = city.rentSubsidy;
  if (own === null || rule === null || own.since > month) return null;
  return {
    since: own.since,
    people: own.people,
    area: formatRatio(own.area, 2),
    areaPerHead: rule.areaPerHead.text,
    perSquareMetre: formatFen(rule.perSquareMetre.value),
    monthly: formatFen(rentSubsidy(rule, own.people, own.area)),
    figures: [rule.areaPerHead, rule.perSquareMetre].map(figureOf),
  };
}

/** The housing fund and the rent subsidy, as far as the city has them; null for a person who is not known. */
export function housingAnswer(people: People, now: number, ask: z.output<typeof whoAsks>): HousingAnswer | null {
  const found = find(people, ask, now);
  if (found === null) return null;
  const { career, city, month, asOf } = found;
  const has = (offer: string): boolean => city.offers.value.includes(offer);
  return {
    city: city.city,
    hasFund: has('housingFund'),
    fund: has('housingFund') ? fundOf(found) : null,
    hasRent: has('rentSubsidy'),
    rent: has('rentSubsidy') ? rentOf(found) : null,
    payments: paymentsOf(career, month).filter(({ insurance }) => insurance === 'housing'),
    asOf,
  };
}
