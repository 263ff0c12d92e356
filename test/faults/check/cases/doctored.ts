import type { Item } from '../../plan/plan.ts';
import { booksAfter } from '../../testing.ts';
import type { Books, JournalBooks } from '../books.ts';
import type { Invariant } from '../finding.ts';

/** What real runs left. */
export interface Worlds {
  readonly paid: Books;
  /** Its 2207 was lost on the way. */
  readonly fenced: Books;
  readonly declined: Books;
}

/** An invariant, what is wrong, and a world with that one thing made wrong in its books. */
export type Case = readonly [Invariant, string, (worlds: Worlds) => Books];

const lost = { is: 'net', target: 'centre', key: '2207', nth: 1, kind: 'lostBefore', ms: 0 } as const satisfies Item;

export async function runWorlds(): Promise<Worlds> {
  return {
    paid: await booksAfter([]),
    fenced: await booksAfter([lost]),
    declined: await booksAfter([{ ...lost, kind: 'businessRefusal' }]),
  };
}

type Journal = (journal: JournalBooks) => JournalBooks;
/** The same books with other journals. */
export const journal = (books: Books, change: Journal): Books => ({ ...books, journals: books.journals.map(change) });
/** The same books with other evidence. */
export const evidence = (books: Books, change: Partial<Books['evidence']>): Books => ({
  ...books,
  evidence: { ...books.evidence, ...change },
});
/** Throws where there is none. */
export const first = <T>(list: readonly T[]): T => {
  const [one] = list;
  if (one === undefined) throw new Error('an empty list');
  return one;
};
