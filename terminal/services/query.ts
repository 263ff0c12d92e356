import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { Answered } from '../gateways/benefits/port.ts';
import type { CallFailure } from '../gateways/json-call.ts';
import type { Failure, Timing } from '../ports.ts';

/**
 * Runs a call and turns its reply into what a screen shows; `view` answers null where a sum of the contract does not
 * hold, and nothing of such an answer is shown: the person would count.
 */
export type Query = <R, A>(call: Answered<R>, view: (reply: R) => A | null) => Promise<Result<A, Failure>>;

/** Queries whose times are kept under `step`. */
export function queryOf(timing: Timing, step: string): Query {
  return async (call, view) => {
    const answer = await call;
    if (!answer.ok) return err({ code: failureCode(answer.error), reason: null });
    const { reply, timing: took } = answer.value;
    timing(step, took.wallMs, Math.max(0, took.wallMs - (took.serverMs ?? 0)));
    const shown = view(reply);
    return shown === null ? err({ code: 'BENEFITS_BAD_ANSWER', reason: null }) : ok(shown);
  };
}

function failureCode(failure: CallFailure): Failure['code'] {
  if (failure.kind === 'notSent') return 'BENEFITS_UNREACHABLE';
  // 404 with the documented code is "this person"; any other 404 is a wrong address.
  if (failure.kind === 'refused') {
    return failure.code === 'NO_SUCH_PERSON' ? 'BENEFITS_NO_RECORD' : 'BENEFITS_BAD_ANSWER';
  }
  return failure.reason === 'badAnswer' || failure.reason === 'redirect'
    ? 'BENEFITS_BAD_ANSWER'
    : 'BENEFITS_UNREACHABLE';
}
