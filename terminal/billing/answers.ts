import type { PinVerifyResult } from '../../common/contracts/devices/pin-pad.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Failure, Settled, SettleResult } from '../ports.ts';
import type { MoneyAnswer, SettledBill } from './port.ts';

/** A failure without another side's words. */
export const failed = (code: FailureCode): Failure => ({ code, reason: null });

export function settledBill({
  prepared,
  messageId,
  setlId,
  settledAt,
  split,
  checkCode,
  changed,
}: Settled): SettledBill {
  const { encounter, mdtrtId } = prepared;
  return { encounterId: encounter.encounterId, messageId, setlId, mdtrtId, settledAt, split, checkCode, changed };
}

/** Nothing was paid, and a new try is a new intent. */
export function refused(failure: Failure): Extract<MoneyAnswer<never>, { kind: 'refused' }> {
  return { kind: 'refused', failure, next: 'again' };
}

/**
 * A settlement's end as a caller hears it. `open`: the message id of an earlier settlement of the encounter that is
 * still open, for what was not even begun because of it: then the truth is that one's.
 */
export function answerOf(result: SettleResult, open: string | null, onWorklist: boolean): MoneyAnswer<SettledBill> {
  switch (result.kind) {
    case 'settled':
      return { kind: 'settled', value: settledBill(result.settled), next: 'done' };
    case 'refused':
      return refused(result.failure);
    case 'notSent':
      if (result.failure.code !== 'SETTLEMENT_OPEN') return refused(result.failure);
      if (open !== null) return { kind: 'unknown', messageId: open, next: onWorklist ? 'people' : 'wait' };
      return onWorklist
        ? { kind: 'refused', failure: result.failure, next: 'people' }
        : refused({ code: 'BILL_GONE', reason: null });
    case 'reversed':
      return refused(failed('SETTLEMENT_REVERSED'));
    case 'unknown':
      return { kind: 'unknown', messageId: result.messageId, next: onWorklist ? 'people' : 'wait' };
  }
}

const PIN_FAILURES = {
  wrong: 'PIN_WRONG',
  blocked: 'PIN_BLOCKED',
  initial: 'PIN_INITIAL',
  cancelled: 'PIN_CANCELLED',
  timeout: 'PIN_TIMEOUT',
  padGone: 'PAD_GONE',
  busy: 'TERMINAL_IN_USE',
} as const satisfies Record<Exclude<PinVerifyResult['kind'], 'verified' | 'card'>, FailureCode>;

/** Why an entry does not let anything be paid, or null: verified. */
export function pinFailure(result: PinVerifyResult): FailureCode | null {
  if (result.kind === 'verified') return null;
  return result.kind === 'card' ? result.error : PIN_FAILURES[result.kind];
}
