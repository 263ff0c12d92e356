import type { Failure } from '../ports.ts';
import type { SessionEvent } from './events.ts';
import { go, type Moment, type Move, nextOp, stay, undo } from './moves.ts';
import type { Found, StageOf, State, Visitor } from './state.ts';

/** Asking again may help. */
const WORTH_ANOTHER_TRY: ReadonlySet<Failure['code']> = new Set(['BENEFITS_UNREACHABLE', 'BENEFITS_BAD_ANSWER']);

/** Asks for the account and the year; `found` is where the person comes from, null where nothing was unpaid. */
export function askBenefits(state: State, visitor: Visitor, found: Found | null, { at, policy }: Moment): Move | null {
  if (!policy.hasBenefits) return null;
  const { state: counted, op } = nextOp(state);
  return go(counted, { kind: 'askingBenefits', visitor, found, op }, at, [
    { kind: 'askBenefits', op, holder: visitor.holder },
  ]);
}

/** The answer, shown only to the person who still waits for it. */
export function onBenefitsAsked(
  state: State,
  event: Extract<SessionEvent, { kind: 'benefitsAsked' }>,
  { at }: Moment,
): Move {
  const { stage } = state;
  if (stage.kind !== 'askingBenefits' || stage.op !== event.op) return stay(state);
  const { visitor, found } = stage;
  if (event.result.ok) {
    return go(state, { kind: 'benefits', visitor, found, summary: event.result.value, print: null }, at);
  }
  const { code, reason } = event.result.error;
  const retry = WORTH_ANOTHER_TRY.has(code) ? 'benefits' : null;
  const aside = { found };
  return go(state, { kind: 'stepFailed', visitor, failure: code, reason, retry, at: null, aside }, at);
}

/** Back to the choices, or to "nothing to pay". */
export function leaveBenefits(
  state: State,
  from: { readonly visitor: Visitor; readonly found: Found | null },
  { at }: Moment,
): Move {
  const { visitor, found } = from;
  const undone = undo(state.stage);
  if (found === null) return go(state, { kind: 'nothingUnpaid', visitor }, at, undone);
  return go(state, { kind: 'whoYouAre', visitor, found }, at, undone);
}

/** Whether the slip may be asked for: not yet, or nothing of it reached the paper. One that may be out is not repeated. */
export function mayPrint(stage: StageOf<'benefits'>): boolean {
  return stage.print === null || stage.print.state === 'notPrinted';
}

/** Prints the slip, once. */
export function printBenefits(state: State, stage: StageOf<'benefits'>, { at, policy }: Moment): Move | null {
  if (!policy.hasPrinter || !mayPrint(stage) || state.printing !== null) return null;
  const { visitor, summary } = stage;
  const { state: counted, op } = nextOp(state);
  const print = { op, state: 'queued', failure: null } as const;
  const effect = { kind: 'print', op, slip: { kind: 'benefits', visitor, summary } } as const;
  return {
    state: { ...counted, printing: op, stage: { ...stage, print }, activeAt: at },
    effects: [effect],
  };
}
