import { settles } from '../plan/settling.ts';
import type { Sent } from '../world/record.ts';
import type { Books } from './books.ts';
import type { Tell } from './finding.ts';

/**
 * Only these may be sent again: 2601, queries, which here are made anew each time, and of a comparison of the books 9101 and
 * 3202, which change nothing by themselves.
 */
const REPEATABLE = new Set(['2601', '5201', '5203', '9101', '3202']);

/** I3: durable first, the same bytes again. I4: nothing new beside an open one. I13: room first. */
export function checkSending(books: Books, tell: Tell): void {
  const first = new Map<string, Sent>();
  let newest = '';
  for (const one of books.evidence.sent) {
    if (one.target !== 'centre' || one.msgid === null) continue;
    const { msgid, key } = one;
    if (!one.durable) tell(key === '2601' ? 'I5' : 'I3', `${key} ${msgid} left before it was committed`);
    if (settles(key) && one.openOthers.length > 0) tell('I4', `${msgid} was sent while ${one.openOthers[0]} was open`);
    if (settles(key) && !one.roomy) tell('I13', `${msgid} was sent without free space`);
    const before = first.get(msgid);
    if (before === undefined) {
      first.set(msgid, one);
      const place = one.terminal + msgid.slice(12, 26) + msgid.slice(28);
      if (key === '2601') {
        // It is stored with the move that makes it, and others may leave before it; but what it is about was first.
        const about = /"omsgid":"([^"]+)"/.exec(one.body)?.[1] ?? '';
        if (place <= one.terminal + about.slice(12, 26) + about.slice(28))
          tell('I12', `2601 ${msgid} is not newer than what it is about`);
        continue;
      }
      const last = newestOf(newest, one.terminal);
      if (last !== null && place <= last) tell('I12', `${key} ${msgid} is not newer than the one before`);
      newest = put(newest, one.terminal, place);
      continue;
    }
    if (!REPEATABLE.has(key)) tell('I3', `${key} ${msgid} was sent again`);
    if (before.body !== one.body) tell('I3', `${key} ${msgid} was sent again with other bytes`);
  }
}

/** The newest message id per terminal, as "0xxx 1yyy". */
function newestOf(newest: string, terminal: number): string | null {
  return newest.split(' ').find((one) => one.startsWith(String(terminal))) ?? null;
}

function put(newest: string, terminal: number, place: string): string {
  const others = newest.split(' ').filter((one) => one !== '' && !one.startsWith(String(terminal)));
  return [...others, place].join(' ');
}
