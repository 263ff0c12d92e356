import type { AuditRow, ChainIdentity } from '../store/audit-rows.ts';
import { rowHash } from './canonical.ts';

/** How far around its number a displaced row is looked for. */
const REACH = 64;
/** Rows that fit nowhere, after which no more places are tried: another log, or a chain that is beyond naming. */
const PATIENCE = 500;

/**
 * Finds the place that a row was written for: the sequence number under which its own hash is right. A row that was
 * moved or whose neighbours were renumbered still says where it belongs; one that was changed fits nowhere (null).
 */
export function createPlaces(identity: ChainIdentity) {
  let offset = 0;
  let lost = 0;
  const fits = (row: AuditRow, seq: number): boolean => seq > 0 && rowHash(identity, { ...row, seq }) === row.hash;

  const search = (row: AuditRow, missing: Iterable<number>): number | null => {
    if (fits(row, row.seq + offset)) return row.seq + offset;
    if (lost > PATIENCE) return null;
    for (let d = 1; d <= REACH; d++) {
      if (fits(row, row.seq + d)) return row.seq + d;
      if (fits(row, row.seq - d)) return row.seq - d;
    }
    for (const seq of missing) if (fits(row, seq)) return seq;
    lost += 1;
    return null;
  };

  return {
    fits,
    /** `missing`: places whose rows have not been met where they should stand. */
    placeOf(row: AuditRow, missing: Iterable<number>): number | null {
      const place = fits(row, row.seq) ? row.seq : search(row, missing);
      if (place !== null) offset = place - row.seq;
      return place;
    },
  };
}
