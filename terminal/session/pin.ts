import type { CardError } from '../../common/contracts/devices/card.ts';
import type { PinPadStatus } from '../../common/contracts/devices/pin-pad.ts';
import type { OfferedAct } from './acts.ts';
import { lookUp } from './card.ts';
import type { SessionEvent } from './events.ts';
import { amend, end, go, type Moment, type Move, nextOp, refuseCard, stay, undo } from './moves.ts';
import { doAct } from './services.ts';
import type { StageOf } from './stage.ts';
import type { State } from './state.ts';

/** The pad counts digits; the count is all that ever leaves the device host. */
export function onPad(state: State, status: PinPadStatus, { at }: Moment): Move {
  const { stage } = state;
  if (stage.kind === 'pinChange' && stage.step !== 'askLastTry' && status.kind === 'entering') {
    const amended = amend(state, { ...stage, digits: status.digits });
    return { ...amended, state: { ...amended.state, activeAt: at } };
  }
  if (stage.kind !== 'pin' || stage.phase === 'askLastTry') return stay(state);
  if (status.kind === 'entering') {
    const amended = amend(state, { ...stage, phase: 'waiting', digits: status.digits });
    return { ...amended, state: { ...amended.state, activeAt: at } };
  }
  const checking = status.kind === 'ready' && stage.digits > 0;
  return checking ? amend(state, { ...stage, phase: 'checking' }) : stay(state);
}

/** Another entry on the pad; the one before is spent and is never sent again. */
function ask(state: State, stage: StageOf<'pin'>, at: number, triesLeft: number | null): Move {
  const { state: counted, op } = nextOp(state);
  return go(counted, { ...stage, op, phase: 'waiting', digits: 0, refused: true, triesLeft }, at, [
    { kind: 'verifyPin', op, generation: stage.visitor.generation },
  ]);
}

/** The person goes on although it is the last try. */
export function tryOnceMore(state: State, stage: StageOf<'pin'>, at: number): Move {
  return ask(state, stage, at, stage.triesLeft);
}

/** The PIN is asked for before something is done; null where that is not offered. */
export function askForAct(
  state: State,
  from: StageOf<'service'>,
  offered: OfferedAct | null,
  { at, policy }: Moment,
): Move | null {
  const { visitor } = from;
  if (offered === null) return null;
  if (!policy.hasPad) return go(state, { kind: 'pinProblem', visitor, failure: 'PAD_GONE' }, at);
  const { state: counted, op } = nextOp(state);
  const then = { ...offered, from: { ...from, print: null } };
  const stage = {
    kind: 'pin',
    visitor,
    op,
    phase: 'waiting',
    digits: 0,
    refused: false,
    triesLeft: null,
    then,
  } as const;
  return go(counted, stage, at, [...undo(state.stage), { kind: 'verifyPin', op, generation: visitor.generation }]);
}

/** Back to where the PIN was asked for, or null where that was the session's beginning. */
export function leavePin(state: State, stage: StageOf<'pin'>, at: number): Move | null {
  if (stage.then === undefined) return null;
  return go(state, { ...stage.then.from, visitor: stage.visitor }, at, undo(stage));
}

/** An entry ended. */
export function onPinEnded(state: State, event: Extract<SessionEvent, { kind: 'pinEnded' }>, moment: Moment): Move {
  const { at } = moment;
  const { stage } = state;
  if (stage.kind !== 'pin' || stage.op !== event.op || stage.phase === 'askLastTry') return stay(state);
  const { visitor } = stage;
  const problem = (failure: StageOf<'pinProblem'>['failure']): Move =>
    go(state, { kind: 'pinProblem', visitor, failure }, at);
  switch (event.result.kind) {
    case 'verified':
      return stage.then === undefined
        ? lookUp(state, visitor, at)
        : doAct(ended(state, stage), { ...stage.then.from, visitor }, stage.then, moment);
    case 'wrong': {
      const { triesLeft } = event.result;
      if (triesLeft === 0) return problem('PIN_BLOCKED');
      if (triesLeft !== 1) return ask(state, stage, at, triesLeft);
      return go(state, { ...stage, phase: 'askLastTry', digits: 0, refused: true, triesLeft }, at);
    }
    case 'blocked':
      return problem('PIN_BLOCKED');
    case 'initial':
      return problem('PIN_INITIAL');
    case 'cancelled':
      return (
        leavePin(ended(state, stage), { ...stage, phase: 'askLastTry' }, at) ??
        end(ended(state, stage), 'cancelled', at)
      );
    case 'timeout':
      return problem('PIN_TIMEOUT');
    case 'padGone':
    case 'busy':
      return problem('PAD_GONE');
    case 'card':
      return cardFailed(state, event.result.error, at);
  }
}

/** The entry is over at the pad already: leaving must not cancel anything. */
function ended(state: State, stage: StageOf<'pin'>): State {
  return { ...state, stage: { ...stage, phase: 'askLastTry' } };
}

function cardFailed(state: State, error: CardError, at: number): Move {
  return refuseCard(state, error, at);
}
