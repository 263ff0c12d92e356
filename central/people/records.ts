import { addFen, type Fen, ZERO_FEN } from '../../common/kernel/money.ts';
import { monthsBetween } from '../../common/kernel/months.ts';
import { averageMonthly, baseOf, wageFor } from '../benefits/social/contribution-base.ts';
import { type Contribution, contributionOf, ratesOn } from '../benefits/social/contributions.ts';
import type { National } from '../plans/social/national.ts';
import type { City, Rate } from '../plans/social/schema.ts';
import type { Career, Span } from './career.ts';

/** One month of one insurance, as a payment record shows it (S12). */
export interface MonthRecord {
  readonly month: string;
  readonly insurance: Rate['insurance'];
  readonly kind: 'paid' | 'missed' | 'deemed';
  readonly employer: string | null;
  readonly base: Fen;
  readonly firm: Fen;
  readonly person: Fen;
}

/** What people pay to whom the city gives a subsidy, in the place of the other rates of the insurance. */
const SUBSIDISED = 'subsidised';

/** A month's rates: the city's, else the country's of that time; without those of subsidised people. */
export function ratesFor(city: City, national: National, month: string, group: Span['group']): readonly Rate[] {
  const own = ratesOn(city, `${month}-15`, group);
  return (own.length > 0 ? own : ratesOn(national, `${month}-15`, group)).filter(({ fund }) => fund !== SUBSIDISED);
}

/** The base of a rate: the span's, or the share of the average wage that the group has for it. */
function baseFor(city: City, month: string, span: Span, rate: Rate): Fen {
  const wage = wageFor(city, `${month}-15`);
  if (rate.base === null || wage === null) return span.base ?? ZERO_FEN;
  return baseOf(averageMonthly(wage).wage, rate.base.value);
}

function sumOf(parts: readonly Contribution[], who: Rate['who']): Fen {
  return addFen(ZERO_FEN, ...parts.filter((part) => part.who === who).map(({ amount }) => amount));
}

function recordsOf(city: City, national: National, span: Span, month: string): readonly MonthRecord[] {
  if (span.kind === 'away') return [];
  const { kind, employer } = span;
  if (kind === 'deemed') {
    return [{ month, insurance: 'pension', kind, employer, base: ZERO_FEN, firm: ZERO_FEN, person: ZERO_FEN }];
  }
  const rates = ratesFor(city, national, month, span.group);
  return span.insurances.flatMap((insurance): MonthRecord[] => {
    const own = rates.filter((rate) => rate.insurance === insurance);
    // An insurance that the time did not have yet leaves no record.
    if (own.length === 0) return [];
    const parts = kind === 'missed' ? [] : own.map((rate) => contributionOf(baseFor(city, month, span, rate), rate));
    const base = kind === 'missed' ? ZERO_FEN : (span.base ?? ZERO_FEN);
    return [{ month, insurance, kind, employer, base, firm: sumOf(parts, 'firm'), person: sumOf(parts, 'person') }];
  });
}

/** Every month of the career up to and including `until`, insurance by insurance, in order. */
export function contributionRecords(
  career: Career,
  city: City,
  national: National,
  until: string,
): readonly MonthRecord[] {
  return career.spans.flatMap((span) =>
    monthsBetween(span.from, span.to < until ? span.to : until).flatMap((month) =>
      recordsOf(city, national, span, month),
    ),
  );
}

/** Months paid or deemed in an insurance. */
export function monthsCounted(records: readonly MonthRecord[], insurance: Rate['insurance']): number {
  return records.filter((record) => record.insurance === insurance && record.kind !== 'missed').length;
}
