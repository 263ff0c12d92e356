import type { StatementSums } from '../../common/contracts/reconcile.ts';
import { addFen, type Fen, subFen } from '../../common/kernel/money.ts';
import type { MoneyRules } from '../gateways/centre/money-identities.ts';
import type { BookAmounts } from '../store/reconcile-entries.ts';

export const NO_SUMS: StatementSums = { count: 0, total: 0, funds: 0, account: 0 };

/** Our amounts as the interface counts them: `fund_pay_sumamt`, `acct_pay` (domain-facts B6.3, identity 6). */
export function onTheWire(book: BookAmounts, rules: MoneyRules): { total: Fen; funds: Fen; account: Fen; cash: Fen } {
  return {
    total: book.total,
    funds: rules.accountInsideFunds ? addFen(book.funds, book.account) : book.funds,
    account: rules.mutualAidInsideAccount ? book.account : subFen(book.account, book.mutualAid),
    cash: book.cash,
  };
}

export function addSums(a: StatementSums, b: StatementSums): StatementSums {
  return {
    count: a.count + b.count,
    total: a.total + b.total,
    funds: a.funds + b.funds,
    account: a.account + b.account,
  };
}

/** `a − b`. */
export function subSums(a: StatementSums, b: StatementSums): StatementSums {
  return addSums(a, { count: -b.count, total: -b.total, funds: -b.funds, account: -b.account });
}

export function isNothing({ count, total, funds, account }: StatementSums): boolean {
  return count === 0 && total === 0 && funds === 0 && account === 0;
}

/** What one row adds to theirs that it does not add to ours. */
export function rowDifference(row: { readonly ours: StatementSums | null; readonly theirs: StatementSums | null }) {
  return subSums(row.theirs ?? NO_SUMS, row.ours ?? NO_SUMS);
}
