import type { Sent } from '../world/record.ts';
import type { Books } from './books.ts';
import type { Tell } from './finding.ts';

/** Messages that change what a stay's bill is about. */
const CHANGES = new Set(['2301', '2302', '2402', '2403', '2404', '2405']);

const stayOf = ({ body }: Sent): string => /"mdtrt_id":"([^"]+)"/.exec(body)?.[1] ?? '';

/** Until when a 2304 may still take effect, as far as the terminal can know: it is handled, or its 2601 is. */
function openUntil({ evidence }: Books, { at, msgid, handledAt }: Sent): number {
  const about = `"omsgid":"${msgid}"`;
  const fence = evidence.sent.find(({ key, handled, body }) => key === '2601' && handled && body.includes(about));
  const ends = [handledAt, fence?.handledAt ?? null].filter((end) => end !== null);
  return ends.length === 0 ? at : Math.min(...ends);
}

/**
 * By the wire alone: what 2304 settles is what the last 2303 of the stay has priced. Nothing about the stay leaves between
 * the two, nor while the 2304 is on its way.
 */
export function checkQuotes(books: Books, tell: Tell): void {
  const { evidence } = books;
  const settling = evidence.sent.filter(({ key }) => key === '2304');
  for (const one of settling) {
    const stay = stayOf(one);
    const priced = evidence.sent.findLast((each) => each.key === '2303' && each.at <= one.at && stayOf(each) === stay);
    if (priced === undefined) {
      tell('I8', `${one.msgid} settles what no 2303 has priced`);
      continue;
    }
    const until = openUntil(books, one);
    const between = evidence.sent.find(
      (each) => CHANGES.has(each.key) && each.at > priced.at && each.at <= until && stayOf(each) === stay,
    );
    if (between !== undefined) tell('I8', `${one.msgid} settles what a ${between.key} has changed since its 2303`);
  }
}
