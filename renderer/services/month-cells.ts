import type { ContributionsView } from '../../common/contracts/session/services/contributions.ts';
import { monthsBetween } from '../../common/kernel/months.ts';

type Spans = ContributionsView['insurances'][number]['spans'];
type Kind = Spans[number]['kind'];

/** One year of the chart: twelve months, null where nothing was due. */
export interface CellYear {
  readonly year: number;
  readonly months: readonly (Kind | null)[];
}

/** The months of an insurance, a column for each year from its first to its last. */
export function cellsOf(spans: Spans): readonly CellYear[] {
  const kinds = new Map(spans.flatMap(({ from, to, kind }) => monthsBetween(from, to).map((month) => [month, kind])));
  const [first, last] = [spans[0]?.from, spans.at(-1)?.to];
  if (first === undefined || last === undefined) return [];
  const from = Number(first.slice(0, 4));
  const count = Number(last.slice(0, 4)) - from + 1;
  return Array.from({ length: count }, (_, index) => ({
    year: from + index,
    months: monthsBetween(`${from + index}-01`, `${from + index}-12`).map((month) => kinds.get(month) ?? null),
  }));
}
