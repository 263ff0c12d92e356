import type { DeskIntent } from '../../common/contracts/desk/intents.ts';
import type { DeskEvent } from './events.ts';
import { amend, go, type Moment, type Move, nextOp, stay } from './moves.ts';
import { type Base, baseOf, NO_PRINT, type Outcome, type StageOf } from './stage.ts';
import type { State } from './state.ts';

type IntentOf<K extends DeskIntent['kind']> = Extract<DeskIntent, { kind: K }>;
type EventOf<K extends DeskEvent['kind']> = Extract<DeskEvent, { kind: K }>;

/** Giving a settlement back: found, confirmed with its amount, proved by two people, done; and copies of its slip. */

export function onRefund(state: State, intent: IntentOf<'refund'>, { at }: Moment): Move {
  const back = baseOf(state.stage);
  if (back === null) return stay(state);
  const { encounterId, partial } = intent;
  const next = nextOp(state);
  const stage: StageOf<'refund'> = {
    ...{ kind: 'refund', back, phase: 'looking', op: next.op, encounterId, partial },
    ...{ of: null, stay: false, trouble: null },
  };
  return go(next.state, stage, at, [{ kind: 'findRefund', op: next.op, encounterId }]);
}

/** Nothing of that encounter can be given back: the screen that it was asked on says why. */
export function onRefundable(
  state: State,
  stage: StageOf<'refund'>,
  { result }: EventOf<'refundable'>,
  { at }: Moment,
): Move {
  if (!result.ok) {
    const trouble = result.error;
    return go(state, { kind: 'dayList', back: stage.back, op: null, trouble, printed: false }, at);
  }
  const { bill, stay: ofStay } = result.value;
  return go(state, { ...stage, phase: 'confirm', op: null, of: bill, stay: ofStay }, at);
}

export function onConfirmRefund(state: State, stage: StageOf<'refund'>, intent: IntentOf<'confirmRefund'>): Move {
  const { of, partial } = stage;
  if (of === null || intent.messageId !== of.messageId || intent.cash !== of.split.cash) return stay(state);
  const next = nextOp(state);
  const { messageId } = of;
  return amend(next.state, { ...stage, phase: 'proof', op: next.op, trouble: null }, [
    // A part is billed anew at once: the stay stays as it is, and the new bill changes of it what it has to.
    { kind: 'proveRefund', op: next.op, messageId, cash: of.split.cash, until: partial ? 'settlement' : 'admission' },
  ]);
}

/** Two people stand for it, or do not: then nothing was begun. */
export function onRefundProved(
  state: State,
  stage: StageOf<'refund'>,
  { result }: EventOf<'refundProved'>,
  { at }: Moment,
): Move {
  if (result.ok) return go(state, { ...stage, phase: 'working' }, at);
  return go(state, { ...stage, phase: 'confirm', op: null, trouble: { code: result.error, reason: null } }, at);
}

export function onRefunded(
  state: State,
  stage: StageOf<'refund'>,
  { answer }: EventOf<'refunded'>,
  { at }: Moment,
): Move {
  const { encounterId, partial } = stage;
  const client = stage.back.kind === 'waiting' ? null : stage.back.client;
  const show = (outcome: Outcome): Move => go(state, { kind: 'result', client, outcome } satisfies Base, at);
  if (answer.kind === 'settled') return show({ kind: 'refunded', bill: answer.value, resettle: partial });
  if (answer.kind === 'refused') {
    return show({ kind: 'refused', of: 'refund', encounterId, failure: answer.failure, next: answer.next });
  }
  const { messageId, next } = answer;
  const sent = { kind: 'unknown', of: 'refund', encounterId, messageId, next } as const;
  return show({ ...sent, print: NO_PRINT, tender: null, resettle: partial });
}

/** 补打, of the result on the glass or of a row of the day list. */
export function onCopy(state: State, intent: IntentOf<'copy'>): Move {
  const { stage } = state;
  const next = nextOp(state);
  const effects = [{ kind: 'copy', op: next.op, encounterId: intent.encounterId } as const];
  if (stage.kind === 'dayList') {
    return amend(next.state, { ...stage, op: next.op, trouble: null, printed: false }, effects);
  }
  if (stage.kind !== 'result' || stage.outcome.kind !== 'settled') return stay(state);
  if (stage.outcome.bill.encounterId !== intent.encounterId) return stay(state);
  const print = { op: next.op, state: 'printing', failure: null } as const;
  return amend(next.state, { ...stage, outcome: { ...stage.outcome, print } }, effects);
}
