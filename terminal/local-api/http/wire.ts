import type { ApiQuote, ApiSplit } from '../../../common/contracts/billing/bill.ts';
import type { RefundAnswer, SettleAnswer } from '../../../common/contracts/billing/money.ts';
import type { Split } from '../../../common/contracts/session/snapshot.ts';
import { type Fen, formatFen } from '../../../common/kernel/money.ts';
import type { MoneyAnswer, Quote, RefundedBill, SettledBill, Standing } from '../../billing/port.ts';
import { apiFailure } from './problem.ts';

/** Our figures as the API writes them: yuan text. */

const yuanOr = (amount: Fen | null): string | null => (amount === null ? null : formatFen(amount));

export function splitOut(split: Split): ApiSplit {
  return {
    total: formatFen(split.total),
    funds: formatFen(split.funds),
    layers: split.layers.map(({ layer, amount }) => ({ layer, amount: formatFen(amount) })),
    hospital: formatFen(split.hospital),
    account: formatFen(split.account),
    accountMutualAid: formatFen(split.accountMutualAid),
    accountBalanceAfter: yuanOr(split.accountBalanceAfter),
    cash: formatFen(split.cash),
    deductible: yuanOr(split.deductible),
  };
}

export function quoteOut({ id, encounterId, prepared, split, rulings, terms }: Quote): ApiQuote {
  const lines = [...rulings].map(([lineId, { level, limit = null, share = null }]) => ({
    lineId,
    level,
    limit,
    share,
  }));
  const { mdtrtId, useAccount } = prepared;
  const words = terms.words.slice(0, 10).map((word) => word.slice(0, 200));
  return { quote: id, encounterId, mdtrtId, useAccount, split: splitOut(split), lines, words };
}

export function settledOut({ split, ...bill }: SettledBill) {
  return { ...bill, split: splitOut(split) };
}

export function refundedOut({ cashReturned, ...bill }: RefundedBill) {
  return { ...bill, cashReturned: formatFen(cashReturned) };
}

function moneyOut<T, U>(answer: MoneyAnswer<T>, bill: (value: T) => U) {
  if (answer.kind === 'settled') return { kind: 'settled', bill: bill(answer.value), next: 'done' } as const;
  if (answer.kind === 'refused') return { ...answer, failure: apiFailure(answer.failure) };
  return answer;
}

export const settleOut = (answer: MoneyAnswer<SettledBill>): SettleAnswer => moneyOut(answer, settledOut);
export const refundOut = (answer: MoneyAnswer<RefundedBill>): RefundAnswer => moneyOut(answer, refundedOut);

export function standingOut({ settled, refunded, ...standing }: Standing) {
  return {
    ...standing,
    settled: settled === null ? null : settledOut(settled),
    refunded: refunded === null ? null : refundedOut(refunded),
  };
}
