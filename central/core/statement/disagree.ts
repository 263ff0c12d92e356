import { addFen, negFen } from '../../../common/kernel/money.ts';
import type { Settings } from '../settings.ts';
import type { StatementRow } from './row.ts';

/** An id with another end, its own for each row of the books. A message id keeps its sender. */
function otherEnd(id: string, place: number): string {
  return `${id.slice(0, -2)}Z${(place % 36).toString(36).toUpperCase()}`;
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
      const other = (id: string): string => otherEnd(id, books.length);
      books.push({ ...row, setlId: other(row.setlId), mdtrtId: other(row.mdtrtId), msgid: other(row.msgid) });
    } else {
      const { total, funds, account } = row;
      const amounts = { total: negFen(total), funds: negFen(funds), account: negFen(account) };
      books.push({
        ...row,
        ...amounts,
        setlId: otherEnd(row.setlId, books.length),
        msgid: otherEnd(row.msgid, books.length),
        refund: true,
      });
    }
  }
  return books;
}
