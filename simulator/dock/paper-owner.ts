import type { PaperPiece } from './paper-reader.ts';
import type { JournalRow } from './sources.ts';

/** A piece with where it is and whose it is. */
export interface TrayPiece extends PaperPiece {
  /** The last of the strip in the slot: what is printed next stands on it. */
  readonly hanging: boolean;
  /** The settlement that was printing when a piece without a message id was made. */
  readonly owner: string | null;
}

/**
 * A slip that broke off: the message id stands at its end, so a piece that ended without one is no whole slip. What
 * was cut and bears no title of a settlement is something else: a query's slip, a test print.
 */
export function isHalf({ messageId, hanging, cut, kind }: Omit<TrayPiece, 'owner'>): boolean {
  if (messageId !== null || (hanging && !cut)) return false;
  return cut ? kind === 'settlement' : true;
}

/** Settlements of which no paper is known, newest first: a piece that has no id yet can only be one of theirs. */
export function withoutPaper(journal: readonly JournalRow[], pieces: readonly TrayPiece[]): string[] {
  const onPaper = new Set(pieces.flatMap(({ messageId, owner }) => messageId ?? owner ?? []));
  // While a settlement is being sent nothing is printed for it yet.
  const rows = journal.filter(({ state, messageId }) => state !== 'intended' && !onPaper.has(messageId));
  // A message id bears its second and a counter behind the institution: it sorts by time.
  return rows.map(({ messageId }) => messageId).sort((a, b) => (a < b ? 1 : -1));
}
