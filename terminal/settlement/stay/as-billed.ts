import type { HisEncounter, HisLine } from '../../../common/contracts/his/his.ts';
import type { StayLine, StayRow } from '../../store/stays.ts';
import type { Store } from '../../store/store.ts';

/** What the centre has of a stay, as the journal knows it, against what a bill says of it. */

type Stays = Pick<Store, 'stays'>;

/** What 2401 and 2403 say of an encounter: all but how it ended, and what it costs. */
export function admissionOf({
  lines: _lines,
  total: _total,
  settleWay: _way,
  stay,
  ...encounter
}: HisEncounter): string {
  return JSON.stringify({ ...encounter, stay: { ...stay, discharge: null } });
}

/** The lines that the centre has, by their number. */
export function linesThere({ stays }: Stays, { id }: StayRow): ReadonlyMap<string, StayLine> {
  return new Map(stays.lines(id).map((one) => [one.line.lineId, one]));
}

export function isSameLine(there: ReadonlyMap<string, StayLine>, line: HisLine): boolean {
  return JSON.stringify(there.get(line.lineId)?.line) === JSON.stringify(line);
}

/** Whether these are the lines that it was told of, and that it answered; doubtful or not. */
function areTold(store: Stays, row: StayRow, lines: readonly HisLine[]): boolean {
  const there = linesThere(store, row);
  return there.size === lines.length && lines.every((line) => isSameLine(there, line));
}

/** Whether the centre has exactly these lines, as far as anybody knows. */
export function isInStep(store: Stays, row: StayRow, lines: readonly HisLine[]): boolean {
  return !row.feesDoubtful && areTold(store, row, lines);
}

/** Whether the centre was told of the stay all that is to be settled, its lines being doubtful or not. */
export function isTold(store: Stays, row: StayRow, encounter: HisEncounter): boolean {
  return (
    row.state === 'discharged' &&
    admissionOf(row.encounter) === admissionOf(encounter) &&
    JSON.stringify(row.encounter.stay?.discharge) === JSON.stringify(encounter.stay?.discharge) &&
    areTold(store, row, encounter.lines)
  );
}

/** Whether the centre has the stay as it is to be settled: its admission, its lines and its discharge. */
export function isAsBilled(store: Stays, row: StayRow, encounter: HisEncounter): boolean {
  return !row.feesDoubtful && isTold(store, row, encounter);
}
