import type { SessionEvent } from './events.ts';
import { amend, end, go, type Moment, type Move, nextOp, refuseCard, stay } from './moves.ts';
import type { StageOf } from './stage.ts';
import type { Print } from './stage-facts.ts';
import type { State } from './state.ts';

/**
 * The PIN is changed: old, new, new again on the pad, then one command to the card. Until that is sent a person or a
 * pulled card ends it and nothing has happened; from then on only its answer counts, and where none comes the screen
 * says so and never guesses.
 */

type From = StageOf<'service' | 'pinProblem'>;

/** Whether a new PIN may be asked for here: the service's answer says so, or the card still has its first PIN. */
export function mayChangePin(stage: From): boolean {
  if (stage.kind === 'pinProblem') return stage.failure === 'PIN_INITIAL';
  return stage.answer.service === 'card' && stage.answer.acts.includes('pinChange');
}

/** Begins with the old PIN; null where it is not offered. */
export function changePin(state: State, from: From, moment: Moment): Move | null {
  if (!mayChangePin(from)) return null;
  const { visitor } = from;
  if (!moment.policy.hasPad) return go(state, { kind: 'pinProblem', visitor, failure: 'PAD_GONE' }, moment.at);
  const back = from.kind === 'service' ? { ...from, print: null } : from;
  return askOld(state, { visitor, from: back }, { refused: false, triesLeft: null }, moment.at);
}

function askOld(
  state: State,
  { visitor, from }: Pick<StageOf<'pinChange'>, 'visitor' | 'from'>,
  { refused, triesLeft }: Pick<StageOf<'pinChange'>, 'refused' | 'triesLeft'>,
  at: number,
): Move {
  const { state: counted, op } = nextOp(state);
  const entry = { step: 'old', digits: 0, hint: null, refused, triesLeft, leaving: null } as const;
  const stage = { kind: 'pinChange', visitor, from, op, ...entry } as const;
  return go(counted, stage, at, [{ kind: 'changePin', op, generation: visitor.generation }]);
}

/** The person goes on although it is the last try. */
export function changeWithLastTry(state: State, stage: StageOf<'pinChange'>, at: number): Move | null {
  const { step, refused, triesLeft } = stage;
  return step === 'askLastTry' ? askOld(state, stage, { refused, triesLeft }, at) : null;
}

/**
 * She wants back to where it was asked for, or to end; what runs at the pad is ended. From the second entry of the new
 * PIN on the command may be out before this process has heard of it: then she is let go by the pad's answer, for who has
 * a new PIN must be told so. Null where the pad has been told already.
 */
export function leavePinChange(
  state: State,
  stage: StageOf<'pinChange'>,
  leaving: 'back' | 'end',
  { at }: Pick<Moment, 'at'>,
): Move | null {
  if (stage.leaving !== null) return null;
  if (stage.step === 'again') return amend(state, { ...stage, leaving }, [{ kind: 'cancelPin' }]);
  return leaving === 'end' ? end(state, 'cancelled', at) : toWhereItWasAsked(state, stage, at);
}

function toWhereItWasAsked(state: State, { visitor, from, step }: StageOf<'pinChange'>, at: number): Move {
  const running = step !== 'askLastTry';
  return go(state, { ...from, visitor }, at, running ? [{ kind: 'cancelPin' }] : []);
}

/** The host goes one step further. The command that changes the PIN is told before it is sent. */
export function onPinChangeStep(
  state: State,
  event: Extract<SessionEvent, { kind: 'pinChangeStep' }>,
  { at }: Moment,
): Move {
  const { stage } = state;
  if (stage.kind !== 'pinChange' || stage.op !== event.op || stage.step === 'askLastTry') return stay(state);
  const { visitor, op } = stage;
  if (event.step === 'changing') return go(state, { kind: 'pinChanging', visitor, op }, at);
  const refused = stage.refused && event.step === 'old';
  const moved = amend(state, { ...stage, step: event.step, hint: event.hint, digits: 0, refused });
  return { ...moved, state: { ...moved.state, activeAt: at } };
}

/** A change ended. */
export function onPinChangeEnded(
  state: State,
  event: Extract<SessionEvent, { kind: 'pinChangeEnded' }>,
  moment: Moment,
): Move {
  const { stage } = state;
  if ((stage.kind !== 'pinChange' && stage.kind !== 'pinChanging') || stage.op !== event.op) return stay(state);
  const { at } = moment;
  const { result } = event;
  if (result.kind === 'changed' || result.kind === 'unknown') return show(state, stage, result.kind, moment);
  // Once the command was on its way the person is told what became of it, also where she has taken the card.
  if (stage.kind === 'pinChanging') return show(state, stage, 'kept', moment);
  const { visitor } = stage;
  switch (result.kind) {
    case 'wrong': {
      const { triesLeft } = result;
      if (triesLeft === 0) return go(state, { kind: 'pinProblem', visitor, failure: 'PIN_BLOCKED' }, at);
      if (triesLeft !== 1) return askOld(state, stage, { refused: true, triesLeft }, at);
      return go(state, { ...stage, step: 'askLastTry', digits: 0, refused: true, triesLeft }, at);
    }
    case 'blocked':
      return go(state, { kind: 'pinProblem', visitor, failure: 'PIN_BLOCKED' }, at);
    case 'cancelled': {
      // The entry is over at the pad already.
      const over = { ...stage, step: 'askLastTry' } as const;
      return stage.leaving === 'end'
        ? end({ ...state, stage: over }, 'cancelled', at)
        : toWhereItWasAsked(state, over, at);
    }
    case 'timeout':
      return go(state, { kind: 'pinProblem', visitor, failure: 'PIN_TIMEOUT' }, at);
    case 'padGone':
    case 'busy':
      return go(state, { kind: 'pinProblem', visitor, failure: 'PAD_GONE' }, at);
    case 'card':
      return refuseCard(state, result.error, at);
    case 'gaveUp':
    case 'refused':
      return show(state, stage, 'kept', moment);
  }
}

/** Tells the outcome. On paper goes only what a person must remember: that it is changed, or that nobody knows. */
function show(
  state: State,
  { visitor }: StageOf<'pinChange' | 'pinChanging'>,
  outcome: StageOf<'pinResult'>['outcome'],
  { at, policy }: Moment,
): Move {
  const result = (print: Print): StageOf<'pinResult'> => {
    return { kind: 'pinResult', visitor, outcome, print, quietSince: at };
  };
  if (outcome === 'kept' || !policy.hasPrinter)
    return go(state, result({ op: null, state: 'none', failure: null }), at);
  const { state: counted, op } = nextOp(state);
  return go({ ...counted, printing: op }, result({ op, state: 'queued', failure: null }), at, [
    { kind: 'print', op, slip: { kind: 'pinChange', visitor, outcome, locale: state.locale } },
  ]);
}
