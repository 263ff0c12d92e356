import type { HisEncounter, HisLine } from '../../../common/contracts/his/his.ts';
import { type HisDiagnosed, hisDiagnosedSchema } from '../../../common/contracts/his/registration.ts';
import type { RegisteredLine, RegistrationRow } from '../../store/registrations.ts';
import type { Store } from '../../store/store.ts';

/** What the centre has of a registered visit, as the journal knows it, against what a bill says of it. */

type Registrations = Pick<Store, 'registrations'>;

/** A registration that the centre has. */
export type Registered = RegistrationRow & { readonly mdtrtId: string };

export function isRegistered(row: RegistrationRow): row is Registered {
  return row.mdtrtId !== null && row.state === 'registered';
}

/** What of an encounter 2203 is told. */
export const diagnosedOf = (encounter: HisEncounter): HisDiagnosed => hisDiagnosedSchema.parse(encounter);

/** Whether the centre was told this of the visit, as far as anybody knows. */
export function isDescribed({ described }: RegistrationRow, diagnosed: HisDiagnosed): boolean {
  return JSON.stringify(described) === JSON.stringify(diagnosed);
}

/** The lines that the centre has, by their number. */
export function linesThere(
  { registrations }: Registrations,
  { id }: RegistrationRow,
): ReadonlyMap<string, RegisteredLine> {
  return new Map(registrations.lines(id).map((one) => [one.line.lineId, one]));
}

export function isSameLine(there: ReadonlyMap<string, RegisteredLine>, line: HisLine): boolean {
  return JSON.stringify(there.get(line.lineId)?.line) === JSON.stringify(line);
}

/** Whether the centre has the visit as it is to be settled: its diagnoses and exactly its lines. */
export function isAsBilled(store: Registrations, row: RegistrationRow, encounter: HisEncounter): boolean {
  if (row.state !== 'registered' || row.feesDoubtful || !isDescribed(row, diagnosedOf(encounter))) return false;
  const there = linesThere(store, row);
  return there.size === encounter.lines.length && encounter.lines.every((line) => isSameLine(there, line));
}
