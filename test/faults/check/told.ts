import type { SettlementRow } from '../../../terminal/store/settlements.ts';
import type { Begun, Drawn } from '../world/record.ts';
import { type Books, isGivenBack, type JournalBooks, onWorklist, refundOf, wasTold } from './books.ts';
import type { Tell } from './finding.ts';

/** What was settled somebody has seen: a person on screen or paper, or who was called. Nothing is given back behind her. */
export function checkTold(books: Books, tell: Tell): void {
  for (const journal of books.journals) {
    for (const row of journal.settlements) {
      if (row.state !== 'settled') continue;
      if (books.rested && !isTold(books, journal, row)) tell('told', `${row.messageId} is settled and nobody was told`);
      for (const refund of begunBy(books, journal, row)) checkBehind(books, row, refund, tell);
    }
  }
}

function isTold(books: Books, journal: JournalBooks, row: SettlementRow): boolean {
  if (wasTold(books, row)) return true;
  // Whoever has it given back knows of it; a call that ended by itself counts where it ended because the money went back.
  const isAsked = (refundOf(journal, row)?.by ?? null) !== null;
  if (isGivenBack(journal, row)) return isAsked || journal.worklist.some(({ settlementId }) => settlementId === row.id);
  return onWorklist(journal, row);
}

/** Refunds of it that nobody asked for. */
function begunBy({ evidence }: Books, { terminal, boots }: JournalBooks, row: SettlementRow): readonly Begun[] {
  return evidence.refunds.filter(
    (one) =>
      one.byItself &&
      one.settlementId === row.id &&
      one.terminal === terminal &&
      one.boot >= boots.from &&
      one.boot <= boots.to,
  );
}

function checkBehind({ evidence }: Books, { messageId }: SettlementRow, refund: Begun, tell: Tell): void {
  const drawn = evidence.drawn.find((one) => one.messageId === messageId);
  if (drawn !== undefined && drawn.at <= refund.at && isKnown(drawn, refund))
    tell('told', `${messageId} was shown, and then given back behind the person`);
  for (const sheet of evidence.paper) {
    if (sheet.success?.messageId !== messageId || sheet.told === 'notPrinted') continue;
    if (sheet.at <= refund.at) tell('told', `${messageId} was given back behind a slip that may be out`);
    else if (sheet.slip.copy === 0) tell('told', `a slip of ${messageId} was printed while it was given back`);
  }
}

/** Whether the process that gave it back could know: from the journal, or because it had shown it itself. */
function isKnown(drawn: Drawn, refund: Begun): boolean {
  return drawn.kept || drawn.boot === refund.boot;
}
