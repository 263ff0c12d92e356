import type { Books } from './books.ts';
import { isGivenBack, standing } from './books.ts';
import type { Tell } from './finding.ts';

/** I1: net effects at the centre. I8: identities and sums, everybody's figures side by side. */
export function checkMoney(books: Books, tell: Tell): void {
  const effects = standing(books);
  const original = books.ledger.filter((row) => row.refundOf === null);
  for (const row of original) {
    const same = original.filter((one) => one.msgid === row.msgid);
    if (same.length > 1 && same[0] === row) tell('I1', `the centre has ${same.length} rows of ${row.msgid}`);
  }
  for (const row of original) {
    const back = books.ledger.filter((one) => one.refundOf === row.setlId && one.state !== 'reversed');
    if (back.length > 1) tell('I1', `${row.msgid} is given back ${back.length} times`);
  }
  if (!books.setting.noFence) {
    for (const row of effects) {
      const visit = encounterOf(books, row.msgid);
      const twice = effects.filter((one) => visit !== null && encounterOf(books, one.msgid) === visit);
      if (twice.length > 1 && twice[0] === row) tell('I1', `${visit} is settled ${twice.length} times`);
    }
  }
  let [ours, theirs] = [0, 0];
  for (const row of effects) theirs += row.total;
  for (const journal of books.journals) {
    for (const row of journal.settlements) {
      if (row.state !== 'settled' || row.splitSettled === null || isGivenBack(journal, row)) continue;
      const { total, funds, hospital, account, cash } = row.splitSettled;
      if (![total, funds, hospital, account, cash].every(Number.isSafeInteger))
        tell('I8', `${row.messageId}: no whole fen`);
      if (total !== funds + hospital + account + cash)
        tell('I8', `${row.messageId}: ${total} is not the sum of its parts`);
      const centre = effects.find((one) => one.msgid === row.messageId);
      if (centre === undefined) continue;
      ours += total;
      if (
        centre.total !== total ||
        centre.account !== account ||
        centre.cash !== cash ||
        centre.hospital !== hospital
      ) {
        tell('I8', `${row.messageId}: the centre has other amounts`);
      }
    }
  }
  if (!books.setting.noFence && books.rested && !isUndecided(books) && ours !== theirs)
    tell('I8', `the day: ours ${ours} fen, the centre's ${theirs} fen`);
}

/** The encounter that a message settled, by whichever journal has it. */
export function encounterOf(books: Books, messageId: string): string | null {
  for (const { settlements } of books.journals) {
    const row = settlements.find((one) => one.messageId === messageId);
    if (row !== undefined) return row.encounterId;
  }
  return null;
}

/** A refund that a person must decide on may or may not have been done. */
function isUndecided(books: Books): boolean {
  return books.journals.some(({ refunds }) => refunds.some(({ state }) => state === 'stopped'));
}
