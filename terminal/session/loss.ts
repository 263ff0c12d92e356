import type { SessionEvent } from './events.ts';
import { end, go, type Moment, type Move, nextOp, stay } from './moves.ts';
import type { SessionPolicy } from './session-policy.ts';
import type { Stage, StageOf } from './stage.ts';
import type { Print } from './stage-facts.ts';
import type { State } from './state.ts';

/**
 * 挂失 without the card: an electronic card is shown, the bureau says whose card that is, the person confirms, the bureau
 * takes the report. The terminal hands the token on and forgets it with the stage; it never learns who the person is.
 */

/** Whether it is offered: nobody is here, the terminal works, and there is something that reads electronic cards. */
export function offersLoss({ stage, fault, hostUp, card }: State, policy: SessionPolicy): boolean {
  const works = fault === null && hostUp && card.kind === 'empty';
  return policy.hasElectronicCard && policy.hasServices && stage.kind === 'idle' && works;
}

/** A report is on its way to the bureau, whose answer is waited for whatever else happens. */
export function reportsLoss(stage: Stage): boolean {
  return stage.kind === 'loss' && stage.step === 'reporting';
}

/** An electronic card is asked for. */
export function openLoss(state: State, { at, policy }: Moment): Move | null {
  return offersLoss(state, policy) ? go(state, { kind: 'loss', step: 'show' }, at) : null;
}

/** Whether an electronic card is being waited for; one that is shown at any other time is nobody's business. */
export function waitsForElectronicCard({ stage }: State): boolean {
  return stage.kind === 'loss' && stage.step === 'show';
}

/** One was shown: the bureau is asked whose card that is. */
export function onElectronicCard(
  state: State,
  { token }: Extract<SessionEvent, { kind: 'electronicCard' }>,
  { at }: Moment,
): Move {
  if (!waitsForElectronicCard(state)) return stay(state);
  const { state: counted, op } = nextOp(state);
  return go(counted, { kind: 'loss', step: 'asking', op, token }, at, [{ kind: 'askLoss', op, token, report: false }]);
}

/** The bureau answered, or not. */
export function onLossAsked(
  state: State,
  { op, result }: Extract<SessionEvent, { kind: 'lossAsked' }>,
  moment: Moment,
): Move {
  const { stage } = state;
  const waits = stage.kind === 'loss' && (stage.step === 'asking' || stage.step === 'reporting') && stage.op === op;
  if (!waits) return stay(state);
  const { at } = moment;
  const { token } = stage;
  if (!result.ok) {
    const unknown = result.error.code === 'BENEFITS_NO_RECORD';
    const trouble = unknown ? 'unknownCode' : stage.step === 'reporting' ? 'unsure' : 'noAnswer';
    return go(state, { kind: 'loss', step: 'failed', trouble, token: trouble === 'unsure' ? token : null }, at);
  }
  if (stage.step === 'asking') return go(state, { kind: 'loss', step: 'confirm', token, card: result.value }, at);
  return done(state, result.value, moment);
}

function done(state: State, card: StageOf<'lossDone'>['card'], { at, policy }: Moment): Move {
  const result = (print: Print): StageOf<'lossDone'> => ({ kind: 'lossDone', card, print });
  const reported = card.state === 'lost';
  if (!reported || !policy.hasPrinter || state.printing !== null) {
    return go(state, result({ op: null, state: 'none', failure: null }), at);
  }
  const { state: counted, op } = nextOp(state);
  const slip = { kind: 'loss', card, locale: state.locale } as const;
  return go({ ...counted, printing: op }, result({ op, state: 'queued', failure: null }), at, [
    { kind: 'print', op, slip },
  ]);
}

/** The person has seen whose card it is and wants it reported; or wants to be told again what may have been done. */
export function reportLoss(state: State, stage: StageOf<'loss'>, { at }: Moment): Move | null {
  const may = stage.step === 'confirm' ? stage.card.mayReport : stage.step === 'failed' && stage.trouble === 'unsure';
  const token = stage.step === 'confirm' || stage.step === 'failed' ? stage.token : null;
  if (!may || token === null) return null;
  const { state: counted, op } = nextOp(state);
  return go(counted, { kind: 'loss', step: 'reporting', op, token }, at, [
    { kind: 'askLoss', op, token, report: true },
  ]);
}

/** Once more with another code, or what may have been done asked for again. */
export function retryLoss(state: State, stage: StageOf<'loss'>, moment: Moment): Move | null {
  if (stage.step !== 'failed') return null;
  return stage.trouble === 'unsure'
    ? reportLoss(state, stage, moment)
    : go(state, { kind: 'loss', step: 'show' }, moment.at);
}

/** Leaves; not while the report is on its way. */
export function endLoss(state: State, stage: StageOf<'loss'>, { at }: Moment): Move | null {
  return stage.step === 'reporting' ? null : end(state, 'finished', at);
}
