import type { CollectionResult } from '../../common/contracts/session/collection.ts';
import type { CollectionEnd, CollectionRow } from '../store/cash-collections.ts';

/** An end as the screen and the slip say it. */
export function resultOfEnd(end: CollectionEnd): CollectionResult {
  if (end.state === 'notCollected') return end;
  return { state: 'collected', reference: end.reference, at: end.collectedAt };
}

/** What the journal knows of a settlement's collection; null where the cashier was not asked. */
export function collectionOf(row: CollectionRow | null): CollectionResult | null {
  if (row === null) return null;
  return row.end === null ? { state: 'unknown' } : resultOfEnd(row.end);
}
