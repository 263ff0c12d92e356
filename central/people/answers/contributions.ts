import type { z } from 'zod';
import type { Contributions, contributionsAsk } from '../../../common/contracts/benefits/contributions.ts';
import { addFen, type Fen, formatFen, ZERO_FEN } from '../../../common/kernel/money.ts';
import { monthAfter } from '../../../common/kernel/months.ts';
import { insurances } from '../../plans/social/schema.ts';
import { type MonthRecord, monthsCounted } from '../records.ts';
import { find, type People } from './find.ts';

function sumOf(records: readonly MonthRecord[], pick: (record: MonthRecord) => Fen): string {
  return formatFen(addFen(ZERO_FEN, ...records.map(pick)));
}

type Span = Contributions['insurances'][number]['spans'][number];

/** The months of one insurance, those that follow each other and are of one kind together. */
function spansOf(records: readonly MonthRecord[]): Span[] {
  const spans: Span[] = [];
  for (const { month, kind } of records) {
    const last = spans.at(-1);
    if (last !== undefined && last.kind === kind && monthAfter(last.to, 1) === month) last.to = month;
    else spans.push({ from: month, to: month, kind });
  }
  return spans;
}

/** The months of a year and the years in sums; null for a person who is not known. */
export function contributionsAnswer(
  people: People,
  now: number,
  ask: z.output<typeof contributionsAsk>,
): Contributions | null {
  const found = find(people, ask, now);
  if (found === null) return null;
  const { records, city, asOf } = found;
  const byYear = Map.groupBy(records, ({ month }) => month.slice(0, 4));
  const years = [...byYear.keys()].sort();
  const year = ask.year ?? years.at(-1) ?? null;
  return {
    city: city.city,
    insurances: insurances.flatMap((insurance) => {
      const own = records.filter((record) => record.insurance === insurance && record.kind !== 'missed');
      const [first, last] = [own[0], own.at(-1)];
      if (first === undefined || last === undefined) return [];
      return [
        {
          insurance,
          months: monthsCounted(records, insurance),
          first: first.month,
          last: last.month,
          firm: sumOf(own, (record) => record.firm),
          person: sumOf(own, (record) => record.person),
          spans: spansOf(records.filter((record) => record.insurance === insurance)),
        },
      ];
    }),
    years: years.map((one) => {
      const own = byYear.get(one) ?? [];
      return {
        year: one,
        firm: sumOf(own, ({ firm }) => firm),
        person: sumOf(own, ({ person }) => person),
        months: new Set(own.filter(({ kind }) => kind !== 'missed').map(({ month }) => month)).size,
      };
    }),
    year,
    rows: (year === null ? [] : (byYear.get(year) ?? [])).map((record) => ({
      ...record,
      base: formatFen(record.base),
      firm: formatFen(record.firm),
      person: formatFen(record.person),
    })),
    asOf,
  };
}
