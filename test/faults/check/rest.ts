import { type Books, onWorklist, standing } from './books.ts';
import type { Tell } from './finding.ts';
import { encounterOf } from './money.ts';

const OPEN = new Set(['intended', 'unknown', 'fencing']);

/** Rest: nothing is left that nobody looks after. The hospital: knows what was paid, and holds nothing else. I15, I17. */
export function checkRest(books: Books, tell: Tell): void {
  if (!books.rested) tell('rest', 'the world did not come to rest');
  for (const journal of books.journals) {
    for (const row of journal.settlements) {
      if (OPEN.has(row.state) && !onWorklist(journal, row))
        tell('rest', `${row.messageId} is ${row.state} and nobody knows`);
    }
    for (const { id, encounterId, phase } of journal.visits) {
      tell('rest', `preparation ${id} of ${encounterId} is ${phase}`);
    }
    if (journal.chainFault !== null) tell('I17', journal.chainFault);
  }
  if (books.evidence.intruders > 0) tell('I15', 'a second instance was let in');
  if (books.rested) checkHospital(books, tell);
}

function checkHospital(books: Books, tell: Tell): void {
  const paid = standing(books);
  const known = new Set(
    books.journals.flatMap(({ settlements }) =>
      settlements.filter((row) => row.state === 'settled').map((row) => row.messageId),
    ),
  );
  for (const row of books.his) {
    const settled = paid.filter((one) => encounterOf(books, one.msgid) === row.encounterId && known.has(one.msgid));
    const told = row.settlement?.messageId ?? null;
    if (settled.length === 0 && told !== null && !paid.some((one) => one.msgid === told)) {
      tell('his', `${row.encounterId} counts as paid there and is not`);
    }
    if (settled.length > 0 && !settled.some((one) => one.msgid === told)) {
      tell('his', `${row.encounterId} is paid and the hospital does not know`);
    }
    if (row.holder !== null && !stillOpen(books, row.encounterId))
      tell('his', `${row.encounterId} is held for ${row.holder}`);
  }
}

function stillOpen(books: Books, encounterId: string): boolean {
  return books.journals.some(({ settlements }) =>
    settlements.some((row) => row.encounterId === encounterId && OPEN.has(row.state)),
  );
}
