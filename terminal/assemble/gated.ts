import type { FailureCode } from '../../common/contracts/failures.ts';
import { err } from '../../common/kernel/result.ts';
import type { Settlements } from '../ports.ts';

/**
 * The money core behind a gate: while `closed` names a reason, nothing new is prepared, priced or settled, and who
 * asks is told that reason. What is under way goes on: recovery, giving back and looking things up are never gated.
 */
export function gateSettlements(inner: Settlements, closed: () => FailureCode | null): Settlements {
  const refusal = () => {
    const code = closed();
    return code === null ? null : { code, reason: null };
  };
  return {
    ...inner,
    async prepare(input) {
      const failure = refusal();
      return failure === null ? inner.prepare(input) : err(failure);
    },
    async reprice(prepared, useAccount) {
      const failure = refusal();
      return failure === null ? inner.reprice(prepared, useAccount) : err(failure);
    },
    async settle(prepared, limitMs, onStep) {
      const failure = refusal();
      return failure === null ? inner.settle(prepared, limitMs, onStep) : { kind: 'notSent', failure };
    },
  };
}
