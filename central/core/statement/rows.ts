import { addFen, type Fen, fen, negFen } from '../../../common/kernel/money.ts';
import type { StatementEntry } from '../ledger.ts';
import type { Settings } from '../settings.ts';
import { disagree } from './disagree.ts';
import type { StatementRow } from './row.ts';

function rowOf(entry: StatementEntry, settings: Settings): StatementRow {
  const { refundOf, setlId, mdtrtId, psnNo, msgid } = entry;
  const signed = (amount: Fen): Fen => (refundOf === null ? amount : negFen(amount));
  const funds = settings.accountInsideFunds ? addFen(entry.funds, entry.account) : entry.funds;
  return {
    setlId,
    mdtrtId,
    psnNo,
    msgid,
    refund: refundOf !== null,
    total: signed(entry.total),
    funds: signed(funds),
    account: signed(entry.account),
  };
}

/** The books of these days as this centre shows them, its switched-on disagreements included. */
export function statementRows(entries: readonly StatementEntry[], settings: Settings): readonly StatementRow[] {
  return disagree(
    entries.map((entry) => rowOf(entry, settings)),
    settings.statement,
  );
}

export interface StatementSums {
  readonly count: number;
  readonly total: Fen;
  readonly funds: Fen;
  readonly account: Fen;
}

export function sumRows(rows: readonly Pick<StatementRow, 'total' | 'funds' | 'account'>[]): StatementSums {
  let [total, funds, account] = [fen(0), fen(0), fen(0)];
  for (const row of rows) {
    total = addFen(total, row.total);
    funds = addFen(funds, row.funds);
    account = addFen(account, row.account);
  }
  return { count: rows.length, total, funds, account };
}
