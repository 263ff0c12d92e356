import Database from 'better-sqlite3-multiple-ciphers';

/** Four amounts of one settlement, integer fen. */
export interface Amounts {
  readonly total: number;
  readonly funds: number;
  readonly account: number;
  readonly cash: number;
}

/** What the reference centre's own file says of the settlement that bears this message id. */
export function ledgerAmounts(file: string, messageId: string): Amounts {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const row = db
      .prepare(
        `SELECT s.total AS total, s.account AS account, s.cash AS cash,
                (SELECT coalesce(sum(f.amount), 0) FROM settlement_funds f WHERE f.setl_id = s.setl_id) AS funds
           FROM settlements s WHERE s.msgid = ? AND s.state = 'settled'`,
      )
      .get(messageId) as Amounts | undefined;
    if (!row) throw new Error(`the centre's ledger has no settlement ${messageId}`);
    return { total: row.total, funds: row.funds, account: row.account, cash: row.cash };
  } finally {
    db.close();
  }
}
