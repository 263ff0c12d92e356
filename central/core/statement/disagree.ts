import { addFen, negFen } from '../../../common/kernel/money.ts';
import type { Settings } from '../settings.ts';
import type { StatementRow } from './row.ts';

/** The same message id with another end: of the same sender, so that it looks like one of its own. */
function otherMessage(msgid: string): string {
  return `${msgid.slice(0, -2)}ZZ`;
}

/**
 * What switches (`settings.statement`) make of the books, in order; `nth` counts the rows as the switches before it left
 * them. A switch whose row is not there does nothing. The ledger itself keeps the truth, and 5203 tells it.
 */
export function disagree(rows: readonly StatementRow[], switches: Settings['statement']): readonly StatementRow[] {
  const books = [...rows];
  for (const { kind, nth, fen } of switches) {
    const row = books[nth];
    if (row === undefined) continue;
    if (kind === 'missing') books.splice(nth, 1);
    else if (kind === 'amount') {
      books[nth] = { ...row, total: addFen(row.total, fen), funds: addFen(row.funds, fen) };
    } else if (kind === 'extra') {
      const [setlId, mdtrtId] = [`${row.setlId.slice(0, -1)}X`, `${row.mdtrtId.slice(0, -1)}X`];
      books.push({ ...row, setlId, mdtrtId, msgid: otherMessage(row.msgid) });
    } else {
      const { total, funds, account } = row;
      const amounts = { total: negFen(total), funds: negFen(funds), account: negFen(account) };
      books.push({
        ...row,
        ...amounts,
        setlId: `${row.setlId.slice(0, -1)}R`,
        msgid: otherMessage(row.msgid),
        refund: true,
      });
    }
  }
  return books;
}
