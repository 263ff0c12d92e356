import { type Books, isCounted, knownAs, standing } from './books.ts';
import type { Tell } from './finding.ts';

/**
 * A centre that gave one message id two effects is at fault, and the terminal cannot hinder it; but once the day's books
 * have shown a number that the journal does not count on, that number stays before people until they have decided it.
 */
export function checkTwice(books: Books, tell: Tell): void {
  for (const effect of standing(books)) {
    if (!books.evidence.doubled.has(effect.msgid)) continue;
    const known = knownAs(books, effect.msgid);
    if (known === null || books.lost.includes(known.journal)) continue;
    const { journal, row } = known;
    if (isCounted(journal, row) && row.setlId === effect.setlId) continue;
    const about = journal.worklist.filter(({ detail }) => detail['setlId'] === effect.setlId);
    const [first] = about;
    if (first === undefined) continue;
    // Whoever says that it stands, or has noted it, knows of it.
    const isKnown = about.some(
      ({ resolution }) => resolution === null || resolution === 'stands' || resolution === 'noted',
    );
    if (!isKnown)
      tell('I1', `${effect.setlId}, the second effect of ${effect.msgid}, stands, and nobody is called any more`);
  }
}
