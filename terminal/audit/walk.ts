import type { AuditRow, ChainIdentity, ChainPoint } from '../store/audit-rows.ts';
import { firstPrev } from './canonical.ts';
import type { Findings } from './findings.ts';
import { createPlaces } from './place.ts';

/** Places and rows that are remembered to tell "moved" from "gone"; beyond that a move shows as both. */
const REMEMBERED = 1000;

/** Takes the rows in the order of their numbers and says what is wrong with them as rows of one chain. */
export interface Walk {
  take(row: AuditRow): void;
  /** `head`: where the chain ends by the database's own note. */
  end(head: ChainPoint): { readonly rows: number; readonly last: ChainPoint };
}

export function createWalk(identity: ChainIdentity, findings: Findings): Walk {
  const places = createPlaces(identity);
  /** Places that were passed over. */
  const missing = new Set<number>();
  /** Rows that are right nowhere, since the last one that is. */
  let strays: AuditRow[] = [];
  let strayCount = 0;
  const extra: AuditRow[] = [];
  let rows = 0;
  let sound = 0;
  let lastSeq = 0;
  let last: ChainPoint = { seq: 0, hash: firstPrev(identity) };

  const pass = (from: number, to: number): void => {
    if (missing.size + to - from >= REMEMBERED) findings.add('deleted', from, to);
    else for (let seq = from; seq <= to; seq++) missing.add(seq);
  };

  /** The strays stand where `room` places are unaccounted for: so many of them were changed, the others are new. */
  const sortStrays = (room: number): void => {
    if (strayCount === 0) return;
    const changed = Math.min(Math.max(room, 0), strayCount);
    if (changed > 0) findings.add('modified', last.seq + 1, last.seq + changed);
    const first = (strays[0]?.seq ?? 0) + changed;
    if (strayCount > changed) {
      findings.add('inserted', first, first + strayCount - changed - 1);
      extra.push(...strays.slice(changed, changed + REMEMBERED - extra.length));
    }
    if (changed > 0) last = { seq: last.seq + changed, hash: strays[changed - 1]?.hash ?? '' };
    strays = [];
    strayCount = 0;
  };

  const takeSound = (row: AuditRow, place: number): void => {
    sound += 1;
    const linked = strayCount > 0 || place !== last.seq + 1 || row.prev === last.hash;
    if (place > last.seq) {
      sortStrays(place - last.seq - 1);
      // Its hash was made anew, but the row after it remembers the old one.
      if (!linked) findings.add('modified', place - 1, place - 1);
      if (place > last.seq + 1) pass(last.seq + 1, place - 1);
      last = { seq: place, hash: row.hash };
    } else if (missing.delete(place)) findings.add('reordered', Math.min(place, row.seq), Math.max(place, row.seq));
    else findings.add('inserted', row.seq, row.seq);
  };

  return {
    take(row) {
      rows += 1;
      lastSeq = row.seq;
      const place = places.placeOf(row, missing);
      if (place !== null) takeSound(row, place);
      else {
        strayCount += 1;
        if (strays.length < REMEMBERED) strays.push(row);
      }
    },
    end(head) {
      if (sound === 0 && rows > 0) {
        // Not one row is of this chain.
        findings.add('swapped', 1, lastSeq);
        return { rows, last: { seq: lastSeq, hash: strays.at(-1)?.hash ?? '' } };
      }
      const tail = strayCount > 0;
      sortStrays(head.seq - last.seq);
      if (last.seq < head.seq) findings.add('truncated', last.seq + 1, head.seq);
      else if (last.seq > head.seq) findings.add('inserted', head.seq + 1, last.seq);
      else if (!tail && last.hash !== head.hash) findings.add('modified', last.seq, last.seq);
      for (const row of extra) {
        const place = [...missing].find((seq) => places.fits(row, seq));
        if (place !== undefined && missing.delete(place)) {
          findings.add('reordered', Math.min(place, row.seq), Math.max(place, row.seq));
        }
      }
      for (const seq of missing) findings.add('deleted', seq, seq);
      return { rows, last };
    },
  };
}
