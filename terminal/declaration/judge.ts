import type { Declare } from '../../common/contracts/benefits/declaration.ts';
import { formatFen } from '../../common/kernel/money.ts';
import type { Result } from '../../common/kernel/result.ts';
import type { CallFailure, CallReply } from '../gateways/json-call.ts';
import type { Failure } from '../ports.ts';
import type { DeclarationEnd, DeclarationRow } from '../store/declarations.ts';

/** What an answer of the centre means for one declaration. */
export type Verdict =
  /** The centre has decided; `result` is what the person is told. */
  | { readonly kind: 'ended'; readonly end: DeclarationEnd; readonly result: Result<Declare, Failure> }
  /** It may have the request, and nobody knows yet how that ends. */
  | { readonly kind: 'open' }
  /** No byte of this request was sent. */
  | { readonly kind: 'notReached' };

type Sent = Pick<DeclarationRow, 'key' | 'month' | 'base' | 'total'>;

/** A reply for this key: declared only as it was asked for, refused only with a reason. All else says nothing. */
function decided(row: Sent, reply: Declare): DeclarationEnd | null {
  const { key, result, because, standing } = reply;
  if (key !== row.key) return null;
  if (result === 'refused') return because === null ? null : { state: 'refused', because };
  const { month, declared } = standing;
  const same =
    declared?.key === row.key &&
    month === row.month &&
    declared.base === formatFen(row.base) &&
    declared.total === formatFen(row.total);
  return same ? { state: 'declared', number: declared.number } : null;
}

/**
 * Only the centre's word ends a declaration: an answer for this key, or that it could not read the request, or that it
 * knows no such person. A refused token and the like end nothing: asked again, it may be another story.
 */
export function judgeDeclare(row: Sent, reply: Result<CallReply<Declare>, CallFailure>): Verdict {
  if (reply.ok) {
    const end = decided(row, reply.value.reply);
    return end === null ? { kind: 'open' } : { kind: 'ended', end, result: { ok: true, value: reply.value.reply } };
  }
  const failure = reply.error;
  if (failure.kind === 'notSent') return { kind: 'notReached' };
  if (failure.kind === 'unknown') return { kind: 'open' };
  if (failure.code === 'NO_SUCH_PERSON') return refused('noSuchPerson', 'BENEFITS_NO_RECORD');
  return failure.about === 'content' ? refused('content', 'BENEFITS_BAD_ANSWER') : { kind: 'open' };
}

function refused(because: string, code: Failure['code']): Verdict {
  return { kind: 'ended', end: { state: 'refused', because }, result: { ok: false, error: { code, reason: null } } };
}
