import { settles } from '../plan/settling.ts';
import { type Books, type JournalBooks, knownAs } from './books.ts';
import type { Tell } from './finding.ts';

/** States in which a settlement stands, or may yet stand, at the centre. */
const MAY_STAND: ReadonlySet<string> = new Set(['intended', 'unknown', 'fencing', 'settled']);

/**
 * I4 over the loss of a journal (risks I14): what that one left open or paid stays blocked, though nobody can read it.
 * No 2207 leaves for such an encounter from the journal that follows.
 */
export function checkLost(books: Books, tell: Tell): void {
  for (const lost of books.lost) {
    for (const row of lost.settlements) {
      if (!MAY_STAND.has(row.state) || isBack(lost, row.id)) continue;
      for (const { key, msgid, terminal } of books.evidence.sent) {
        if (!settles(key) || terminal !== lost.terminal || msgid === null || msgid === row.messageId) continue;
        const later = knownAs(books, msgid);
        if (later === null || later.journal === lost || later.row.encounterId !== row.encounterId) continue;
        tell('I4', `${msgid} was sent though ${row.messageId} was ${row.state} in the journal that is lost`);
      }
    }
  }
}

/** Whether it had been given back. */
function isBack({ refunds }: JournalBooks, settlementId: number): boolean {
  const state = refunds.find((refund) => refund.settlementId === settlementId)?.state;
  return state === 'refunded' || state === 'done';
}
