import type { HisEncounter } from '../../common/contracts/his/his.ts';
import type { Origin } from '../ports.ts';
import { admissionOf, isSameLine, linesThere } from '../settlement/stay/as-billed.ts';
import type { StayRow } from '../store/stays.ts';
import type { Store } from '../store/store.ts';
import type { StayCourse } from './port.ts';

/** What 2401, 2403 and, of a person who is out, 2402 have said is not what the hospital now says. */
function isChanged({ state, encounter: told }: StayRow, encounter: HisEncounter): boolean {
  if (admissionOf(told) !== admissionOf(encounter)) return true;
  const isOut = state === 'discharged';
  return isOut && JSON.stringify(told.stay?.discharge) !== JSON.stringify(encounter.stay?.discharge);
}

/** How far a stay is at the centre by the journal, against what the hospital says of it now. */
export function courseOf(store: Pick<Store, 'stays'>, encounter: HisEncounter, origin: Origin): StayCourse {
  const { lines } = encounter;
  const open = store.stays.open(encounter.encounterId);
  const row = open?.origin === origin ? open : null;
  if (row === null || row.state === 'cancelled') {
    const nothing = { there: 0, through: null, missing: lines.length, other: 0, doubtful: false };
    return { state: 'none', mdtrtId: null, admittedAt: null, dischargedAt: null, lines: nothing, changed: false };
  }
  const there = linesThere(store, row);
  const asNow = lines.filter((line) => isSameLine(there, line)).length;
  const isOut = row.state === 'discharged' || row.state === 'returning';
  const times = [...there.values()].map(({ line }) => line.occurredAt).sort();
  return {
    state: row.state,
    mdtrtId: row.mdtrtId,
    admittedAt: row.state === 'admitting' ? null : row.encounter.visitedAt,
    dischargedAt: isOut ? (row.encounter.stay?.discharge?.at ?? null) : null,
    lines: {
      there: there.size,
      through: times.at(-1) ?? null,
      missing: lines.length - asNow,
      other: there.size - asNow,
      doubtful: row.feesDoubtful,
    },
    changed: isChanged(row, encounter),
  };
}
