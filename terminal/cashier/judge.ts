import type { CashierAnswer } from '../../common/contracts/cashier/cashier.ts';
import { parseFen } from '../../common/kernel/money.ts';
import type { Result } from '../../common/kernel/result.ts';
import type { CallFailure, CallReply } from '../gateways/json-call.ts';
import type { CollectionEnd, CollectionRow } from '../store/cash-collections.ts';

/** What an answer of the cashier means for one collection. */
export type Verdict =
  | { readonly kind: 'ended'; readonly end: CollectionEnd }
  /** It may have the request, and nobody knows yet how that ends. */
  | { readonly kind: 'open' }
  /** No byte of this request was sent. */
  | { readonly kind: 'notReached' };

/**
 * Only an answer for this key ends it, and "collected" only with the amount that was asked: everything else, a refusal
 * among it, says nothing about the money.
 */
export function judgeAnswer(
  row: Pick<CollectionRow, 'key' | 'amount'>,
  reply: Result<CallReply<CashierAnswer>, CallFailure>,
): Verdict {
  if (!reply.ok) return reply.error.kind === 'notSent' ? { kind: 'notReached' } : { kind: 'open' };
  const answer = reply.value.reply;
  if (answer.key !== row.key || answer.result === 'pending') return { kind: 'open' };
  if (answer.result === 'notCollected') {
    return { kind: 'ended', end: { state: 'notCollected', because: answer.because } };
  }
  const amount = parseFen(answer.amount);
  if (!amount.ok || amount.value !== row.amount) return { kind: 'open' };
  return { kind: 'ended', end: { state: 'collected', reference: answer.reference, collectedAt: answer.at } };
}
