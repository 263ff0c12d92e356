import type { Fen } from '../../../common/kernel/money.ts';

/** One row of the books as 3201 and 3202 count it: a settlement, or a refund with its negative amounts. */
export interface StatementRow {
  readonly setlId: string;
  readonly mdtrtId: string;
  readonly psnNo: string;
  readonly msgid: string;
  readonly refund: boolean;
  readonly total: Fen;
  /** fund_pay_sumamt: with the account where the province counts it as a fund. */
  readonly funds: Fen;
  readonly account: Fen;
}
