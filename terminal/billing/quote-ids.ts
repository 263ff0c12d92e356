import { createHash } from 'node:crypto';
import type { Random } from '../../common/kernel/ports.ts';
import type { Store } from '../store/store.ts';

type Books = Pick<Store, 'origin'>;

/** Four bytes that a journal which follows a lost one puts before its quotes; null: a terminal's first journal. */
function markOf({ origin }: Books): string | null {
  const begun = origin.get();
  if (begun === null) return null;
  const { adoptedAt, predecessor } = begun;
  return createHash('sha256').update(`${adoptedAt} ${predecessor}`).digest('hex').slice(0, 8);
}

/** A name for a pre-settlement, 24 hex digits that nobody guesses. */
export function newQuoteId(random: Random, books: Books | null): string {
  const mark = books === null ? null : markOf(books);
  const drawn = Buffer.from(random.bytes(12)).toString('hex');
  return mark === null ? drawn : mark + drawn.slice(mark.length);
}

/**
 * Whether a quote that nobody knows may be one of the journal that was lost before this one began: what was settled by it
 * is not on record here, and must not be told as not settled.
 */
export function isOfLostJournal(quoteId: string, books: Books): boolean {
  const mark = markOf(books);
  return mark !== null && !quoteId.startsWith(mark);
}
