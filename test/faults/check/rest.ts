import type { WorklistRow } from '../../../terminal/store/worklist.ts';
import { type Books, isGivenBack, onWorklist, refundOf } from './books.ts';
import { isOfClient } from './counter.ts';
import type { Tell } from './finding.ts';

const REFUND_ENDS = new Set(['done', 'kept', 'stopped']);
const OPEN = new Set(['intended', 'unknown', 'fencing']);

/** Rest: nothing is left that nobody looks after; no stay is at the centre twice. The hospital: knows what was paid, and holds nothing else. I15, I17. */
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
    for (const { id, state, settlementId } of journal.refunds) {
      const known = state !== 'stopped' || journal.worklist.some((row) => isCall(row, settlementId));
      if (!known || !REFUND_ENDS.has(state)) tell('rest', `refund ${id} is ${state}`);
    }
    if (journal.chainFault !== null) tell('I17', journal.chainFault);
  }
  for (const { encounterId, mdtrtId } of books.stays) {
    const first = books.stays.find((one) => one.encounterId === encounterId);
    if (books.rested && first?.mdtrtId !== mdtrtId) tell('I1', `${encounterId} is admitted twice`);
  }
  if (books.evidence.intruders > 0) tell('I15', 'a second instance was let in');
  if (books.rested) checkHospital(books, tell);
}

/** An open call about a refund that stopped. */
function isCall({ kind, resolution, settlementId }: WorklistRow, about: number): boolean {
  return kind === 'refund-stuck' && resolution === null && settlementId === about;
}

function checkHospital(books: Books, tell: Tell): void {
  const paid = new Map<string, string>();
  /** Encounters of which a person must first say what is so: a refund that stopped, or a report that was set aside. */
  const undecided = new Set<string>();
  for (const journal of books.journals) {
    for (const row of journal.settlements) {
      const open = refundOf(journal, row)?.state === 'stopped';
      if (open) undecided.add(row.encounterId);
      if (row.state !== 'settled' || isGivenBack(journal, row) || isOfClient(books, row.messageId)) continue;
      paid.set(row.encounterId, row.messageId);
    }
  }
  for (const { outbox } of books.journals) {
    for (const row of outbox) if (row.destination === 'his' && row.state === 'dead') undecided.add(row.group);
  }
  // What a lost journal still had to say nobody says any more; the hospital's people end it.
  for (const { settlements, visits, outbox } of books.lost) {
    for (const { encounterId } of [...settlements, ...visits]) undecided.add(encounterId);
    for (const { group } of outbox) undecided.add(group);
  }
  for (const { encounterId, settlement, holder } of books.his) {
    const told = settlement?.messageId ?? null;
    const due = paid.get(encounterId) ?? null;
    if (told !== due && !undecided.has(encounterId)) {
      tell('his', `${encounterId}: the hospital holds ${told ?? 'nothing'} for paid, and it is ${due ?? 'nothing'}`);
    }
    if (holder !== null && !undecided.has(encounterId) && !stillOpen(books, encounterId))
      tell('his', `${encounterId} is held for ${holder}`);
  }
}

function stillOpen(books: Books, encounterId: string): boolean {
  return books.journals.some(({ settlements }) =>
    settlements.some((row) => row.encounterId === encounterId && OPEN.has(row.state)),
  );
}
