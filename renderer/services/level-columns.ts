import type { LevelView } from '../../common/contracts/session/services/coverage.ts';
import { ownDeductible, whole } from './coverage.ts';
import type { Words } from './facts.ts';

type Bands = LevelView['bands'];

/** A column of shares: up to which sum it holds; null: above the others, or for every sum. */
export type BandEnd = Bands[number]['to'];

/** So many columns of shares and deductibles stand beside a level's name. */
const MOST_COLUMNS = 3;

/** A column for each sum at which some level's share changes, and one above; null where they are too many to stand. */
export function bandColumns(levels: readonly LevelView[]): readonly BandEnd[] | null {
  const sums = new Set(levels.flatMap(({ bands }) => bands.flatMap(({ to }) => (to === null ? [] : [to]))));
  const ends = [...[...sums].toSorted((a, b) => a - b), null];
  const own = levels.some((level) => ownDeductible(level, levels) !== null);
  return ends.length + (own ? 1 : 0) <= MOST_COLUMNS ? ends : null;
}

/** Over how many of the columns the nth of a level's bands reaches. */
export function columnsOf(bands: Bands, index: number, ends: readonly BandEnd[]): number {
  const from = bands[index - 1]?.to ?? 0;
  const to = bands[index]?.to ?? Number.POSITIVE_INFINITY;
  return ends.map((end) => end ?? Number.POSITIVE_INFINITY).filter((end) => end > from && end <= to).length;
}

/** What stands over a column. */
export function bandWords(end: BandEnd, ends: readonly BandEnd[]): Words {
  if (end !== null) return { words: 'coverage.to', values: { to: whole(end) } };
  return { words: ends.length === 1 ? 'coverage.pays' : 'coverage.above' };
}
