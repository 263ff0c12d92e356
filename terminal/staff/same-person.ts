import { unwrapPii } from '../../common/kernel/pii.ts';
import type { StaffRow } from '../store/staff-rows.ts';

/** Somebody who proved herself, and the identity number (社会保障号码) on her card; null where the card withholds it. */
export interface Proved {
  readonly row: StaffRow;
  readonly number: string | null;
}

const plain = (number: string | null): string => number?.trim().toUpperCase() ?? '';

/**
 * Whether two proofs are one person's, though the list may have her twice: an entry for the old card and one for the
 * renewed. Where a card withholds the number, equal names count as one person: namesakes are asked to find a third.
 */
export function isSamePerson(one: Proved, other: Proved): boolean {
  if (one.row.id === other.row.id) return true;
  const [number, against] = [plain(one.number), plain(other.number)];
  if (number !== '' && against !== '') return number === against;
  return unwrapPii(one.row.name).trim() === unwrapPii(other.row.name).trim();
}
