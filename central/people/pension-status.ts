import { type Fen, ZERO_FEN } from '../../common/kernel/money.ts';
import { monthAfter, monthsFrom } from '../../common/kernel/months.ts';
import { ofFen, over, plus, type Ratio, ratio, times, toFen, ZERO } from '../../common/kernel/ratio.ts';
import { averageMonthly, wageFor } from '../benefits/social/contribution-base.ts';
import { estimatePension, type PensionEstimate, type PensionInput } from '../benefits/social/pension.ts';
import { accountBalance } from '../benefits/social/pension-account.ts';
import { type Retirement, retirementOf } from '../benefits/social/retirement-age.ts';
import type { National } from '../plans/social/national.ts';
import type { City } from '../plans/social/schema.ts';
import type { Career, Span } from './career.ts';
import { contributionRecords, type MonthRecord } from './records.ts';

/** Where a person stands with the pension on the last day of a month. */
export interface PensionStatus {
  readonly state: 'paying' | 'paused' | 'drawing';
  readonly paidMonths: number;
  readonly deemedMonths: number;
  readonly missedMonths: number;
  readonly lastBase: Fen | null;
  readonly account: Fen;
  readonly retirement: Retirement;
  /** What comes in each month from then on; null where the place has no average wage of the time, or it is drawn already. */
  readonly estimate: (PensionEstimate & { readonly input: PensionInput; readonly futureMonths: number }) | null;
}

/** The birth date that the identity number holds, `yyyy-MM-dd`. */
export function careerBirthDate({ identityNumber }: Pick<Career, 'identityNumber'>): string {
  return `${identityNumber.slice(6, 10)}-${identityNumber.slice(10, 12)}-${identityNumber.slice(12, 14)}`;
}

function spanAt(career: Career, month: string): Span | null {
  return career.spans.find(({ from, to }) => from <= month && month <= to) ?? null;
}

function rateIn<T extends { readonly from: string }>(rows: readonly T[], day: string): T | null {
  return rows.filter(({ from }) => from <= day).at(-1) ?? null;
}

/** The account at the end of a month: what each calendar year put in, with the interest of that year. */
export function pensionAccount(career: Career, city: City, national: National, records: readonly MonthRecord[]): Fen {
  const own = records.filter(({ insurance, kind }) => insurance === 'pension' && kind === 'paid');
  const years = [...new Set(own.map(({ month }) => month.slice(0, 4)))].sort();
  const parts = years.map((year) => {
    const paid = own
      .filter(({ month }) => month.startsWith(year))
      .map(({ month, base }) => {
        const day = `${month}-15`;
        const rate = rateIn(city.accountRates, day) ?? rateIn(national.accountRates, day);
        return rate === null ? ZERO : times(ofFen(base), rate.rate.value);
      });
    const interest = rateIn(city.interest, `${year}-12-31`) ?? rateIn(national.interest, `${year}-12-31`);
    return { paid: toFen(plus(...paid)), yearly: interest?.yearly.value ?? ZERO };
  });
  return accountBalance(parts, career.opening);
}

/** Z: mean of the indices over the months due; a month missed counts 0 (Beijing's reading, B-03). */
export function meanIndex(career: Career, until: string): Ratio {
  const due = career.spans
    .filter(({ kind, from }) => (kind === 'paid' || kind === 'missed') && from <= until)
    .map(({ kind, from, to, index }) => ({
      months: monthsFrom(from, to < until ? to : until),
      index: kind === 'paid' ? (index ?? ZERO) : ZERO,
    }));
  const months = due.reduce((sum, one) => sum + one.months, 0);
  if (months === 0) return ZERO;
  return over(plus(...due.map((one) => times(one.index, ratio(one.months)))), ratio(months));
}

/** Months paid from 1992-10 to 1998-06, which Beijing's transition counts. */
function earlyMonths(records: readonly MonthRecord[], city: City): number {
  const { transit } = city;
  if (transit === null || transit.how !== 'average') return 0;
  const [from, to] = [transit.deemedBefore.value.slice(0, 7), transit.until.value.slice(0, 7)];
  return records.filter((r) => r.insurance === 'pension' && r.kind === 'paid' && r.month >= from && r.month <= to)
    .length;
}

/**
 * The status at the end of `month`, and an estimate of the pension at the age that the stepwise retirement rules give
 * as if the person went on paying on the last base until then, with today's average wage and no further interest.
 */
export function pensionStatus(career: Career, city: City, national: National, month: string): PensionStatus {
  const records = contributionRecords(career, city, national, month);
  const pension = records.filter(({ insurance }) => insurance === 'pension');
  const count = (kind: MonthRecord['kind']): number => pension.filter((record) => record.kind === kind).length;
  const retirement = retirementOf(national, career.retires, careerBirthDate(career));
  const drawing = career.payments.some(
    ({ insurance, from, to }) => insurance === 'pension' && from <= month && (to === null || month <= to),
  );
  const lastPaid = pension.filter(({ kind }) => kind === 'paid').at(-1);
  const account = pensionAccount(career, city, national, records);
  const state = drawing ? 'drawing' : spanAt(career, month)?.kind === 'paid' ? 'paying' : 'paused';
  const base = { state, lastBase: lastPaid?.base ?? null, account, retirement } as const;
  const months = { paidMonths: count('paid'), deemedMonths: count('deemed'), missedMonths: count('missed') };
  const wage = wageFor(city, `${month}-15`);
  if (drawing || wage === null) return { ...base, ...months, estimate: null };
  const future = state === 'paying' ? monthsFrom(monthAfter(month, 1), monthAfter(retirement.month, -1)) : 0;
  const rate = rateIn(city.accountRates, `${month}-15`) ?? rateIn(national.accountRates, `${month}-15`);
  const later = rate === null ? ZERO : times(ofFen(lastPaid?.base ?? ZERO_FEN), rate.rate.value, ratio(future));
  const input: PensionInput = {
    averageWage: averageMonthly(wage).wage,
    index: meanIndex(career, month),
    months: months.paidMonths + months.deemedMonths + future,
    account: toFen(plus(ofFen(account), later)),
    age: retirement.age,
    deemedMonths: months.deemedMonths,
    earlyMonths: earlyMonths(records, city),
  };
  return {
    ...base,
    ...months,
    estimate: { ...estimatePension(national, city.transit, input), input, futureMonths: future },
  };
}
