import type { Contributions } from '../../common/contracts/benefits/contributions.ts';
import {
  type ContributionsView,
  contributionsViewSchema,
  insuranceSchema,
} from '../../common/contracts/session/services/contributions.ts';
import { addFen, ZERO_FEN } from '../../common/kernel/money.ts';
import { monthsFrom } from '../../common/kernel/months.ts';
import { pii, unwrapPii } from '../../common/kernel/pii.ts';
import { err } from '../../common/kernel/result.ts';
import { yuan } from '../session/visit-view.ts';
import type { ResidentService } from './resident-service.ts';

/** A part of the record: the year, and the insurance whose months the person looks at. */
interface Part {
  readonly year: string;
  readonly insurance: NonNullable<ContributionsView['insurance']>;
}

/** "2011 pension", or null. */
function partOf(text: string): Part | null {
  const [year = '', name, ...more] = text.split(' ');
  const insurance = insuranceSchema.safeParse(name);
  return /^\d{4}$/.test(year) && insurance.success && more.length === 0 ? { year, insurance: insurance.data } : null;
}

/** S12: what was paid, by insurance and month; its parts are the years. */
export const contributions: ResidentService<ContributionsView> = {
  name: 'contributions',
  offers: ['pension', 'medical', 'unemployment', 'injury', 'maternity'],
  async ask(query, benefits, person, text) {
    const part = text === null ? null : partOf(text);
    if (text !== null && part === null) return err({ code: 'BENEFITS_BAD_ANSWER', reason: null });
    const asked = pii({ ...unwrapPii(person), ...(part === null ? {} : { year: part.year }) });
    return query(benefits.contributions(asked), (reply) => contributionsViewOf(reply, part));
  },
};

/**
 * The answer in fen, or null where it is of another year than was asked, or a sum of the contract does not hold: the
 * rows of the year to that year, the insurances to the years, the spans to their months.
 */
export function contributionsViewOf(answer: Contributions, part: Part | null): ContributionsView | null {
  if (part !== null && answer.year !== part.year) return null;
  const rows = answer.rows.map(({ month, insurance, kind, base, firm, person }) => {
    return { month, insurance, kind, base: yuan(base), firm: yuan(firm), person: yuan(person) };
  });
  const years = answer.years.map((one) => ({ ...one, firm: yuan(one.firm), person: yuan(one.person) }));
  const insurances = answer.insurances.map((one) => {
    const of = (which: string) => monthsIn(one.spans.filter(({ kind }) => kind === which));
    return { ...one, firm: yuan(one.firm), person: yuan(one.person), deemed: of('deemed'), missed: of('missed') };
  });
  const parsed = contributionsViewSchema.safeParse({
    service: 'contributions',
    city: answer.city,
    insurances,
    years,
    year: answer.year,
    insurance: part?.insurance ?? null,
    rows,
    asOf: answer.asOf,
  });
  return parsed.success && holds(parsed.data) ? parsed.data : null;
}

function monthsIn(spans: readonly { readonly from: string; readonly to: string }[]): number {
  return spans.reduce((sum, { from, to }) => sum + monthsFrom(from, to), 0);
}

function holds({ insurances, years, year, rows }: ContributionsView): boolean {
  const now = years.find((one) => one.year === year);
  return (
    (['firm', 'person'] as const).every((who) => {
      const sum = (all: readonly Readonly<Record<typeof who, number>>[]) =>
        addFen(ZERO_FEN, ...all.map((one) => one[who] as typeof ZERO_FEN));
      return sum(insurances) === sum(years) && sum(rows) === (now?.[who] ?? ZERO_FEN);
    }) &&
    insurances.every(({ months, missed, spans }) => monthsIn(spans) === months + missed) &&
    rows.every(({ month }) => month.slice(0, 4) === year)
  );
}
