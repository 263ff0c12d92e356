import { addFen, type Fen, ZERO_FEN } from '../../common/kernel/money.ts';
import type { Pattern } from './money-shares.ts';

/** What was paid in one month, by whom. `month` is 1 to 12. */
export interface MonthPaid {
  readonly month: number;
  readonly funds: Fen;
  readonly account: Fen;
  readonly cash: Fen;
}

interface Column {
  /** 1 to 12. */
  readonly month: number;
  /** From the top down, in per cent of the highest column; null for a month that is still to come. */
  readonly parts: readonly { readonly pattern: Pattern; readonly percent: number }[] | null;
}

/** Below this a part is a line that nobody sees; it is drawn this high, per cent of the chart. */
const LEAST_PERCENT = 4;

/** Twelve columns, the highest as high as the chart; each non-zero part is high enough to be seen. */
export function columnsOf(months: readonly MonthPaid[]): readonly Column[] {
  const sums = months.map(({ funds, account, cash }) => addFen(funds, account, cash));
  const most = Math.max(1, ...sums);
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1;
    const paid = months.find((each) => each.month === month);
    if (paid === undefined) return { month, parts: null };
    const stack = [
      { pattern: 'cash', amount: paid.cash },
      { pattern: 'account', amount: paid.account },
      { pattern: 'pool', amount: paid.funds },
    ] as const;
    const parts = stack.map(({ pattern, amount }) => ({ pattern, percent: heightOf(amount, most) }));
    const high = parts.reduce((sum, { percent }) => sum + percent, 0);
    const over = Math.max(1, high / 100);
    return { month, parts: parts.map(({ pattern, percent }) => ({ pattern, percent: percent / over })) };
  });
}

function heightOf(amount: Fen, most: number): number {
  return amount <= ZERO_FEN ? 0 : Math.max(LEAST_PERCENT, (amount / most) * 100);
}

/** How far a gauge is filled, per cent; with no end a fixed beginning where anything is used at all. */
export function fillOf(used: Fen, of: Fen | null): number {
  if (used <= ZERO_FEN) return 0;
  if (of === null) return 30;
  return of <= ZERO_FEN ? 100 : Math.min(100, Math.max(2, (used / of) * 100));
}
