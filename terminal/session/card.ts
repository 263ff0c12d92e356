import type { CardStatus } from '../../common/contracts/devices/card.ts';
import type { SessionEvent } from './events.ts';
import { reportsLoss } from './loss.ts';
import { after, amend, begin, end, go, type Moment, type Move, nextOp, refuseCard, stay, undo } from './moves.ts';
import { askAgain, askWhose, interrupted, isSameCard, MAX_ATTEMPTS, personOf } from './proof.ts';
import type { Stage } from './stage.ts';
import type { Visitor } from './stage-facts.ts';
import { cardIn, generationOf, type State } from './state.ts';
import { isResult, stageGeneration, steps, withGeneration } from './steps.ts';
import { usableVisitor, visitorOf } from './visitor.ts';

/** Something changed in the reader. */
export function onCard(before: State, status: CardStatus, { at }: Moment): Move {
  let state: State = { ...before, card: status, hostUp: true };
  const generation = generationOf(status);
  if (state.adopt) {
    // A new host finds the service and its readers first; until then it knows nothing of the card.
    if (status.kind === 'serviceDown' || status.kind === 'noReader') return stay(state);
    const asked = askWhose(state);
    if (asked !== null) return asked;
    const anybodys = !waitsForHost(state) && personOf(state.stage) === null;
    const adopted = generation !== null && generation >= 0 && anybodys;
    state = { ...state, adopt: false, stage: adopted ? withGeneration(state.stage, generation) : state.stage };
  } else if (state.proof !== null && generation === state.proof.generation) {
    return (state.proof.op === 0 ? askWhose(state) : null) ?? stay(state);
  }
  return onOtherCard({ ...state, proof: null }, at);
}

/** What stands in the slot is not, or not any more, what the stage knows. */
function onOtherCard(state: State, at: number): Move {
  const { card: status } = state;
  const generation = generationOf(status);
  const { stage } = state;
  // Lent to the staff; or a report is on its way to the bureau, whose answer is waited for.
  if (stage.kind === 'staff' || reportsLoss(stage)) return stay(state);
  if (stage.kind === 'idle') return begin(state, at);
  if (tornOut(stage, status)) return tellTornOut(state, at);
  if (waitsForHost(state)) return begin(state, at, stage.kind === 'reading' ? stage.attempt : 0);
  // The own card is in, or none is on a screen that needs none.
  if (generation === stageGeneration(stage)) return stay(state);
  switch (steps[stage.kind].onCardRemoved) {
    case 'finish':
      return isResult(stage) ? amend(state, { ...stage, quietSince: at }) : stay(state);
    case 'abort':
    case 'ignore':
      return after(undo(stage), begin(state, at));
  }
}

/** The card came out of a reader that is still there while it was being read: by mistake, so it is said. */
function tornOut(stage: Stage, status: CardStatus): boolean {
  if (status.kind !== 'empty') return false;
  if (stage.kind === 'cardProblem') return stage.failure === 'CARD_REMOVED';
  return stage.kind === 'reading' && stage.held === null;
}

/** Says so for a moment; the screen then rests by itself, or reads the card that is put in again. */
function tellTornOut(state: State, at: number): Move {
  return state.stage.kind === 'cardProblem' ? stay(state) : refuseCard(state, 'CARD_REMOVED', at);
}

function waitsForHost(state: State): boolean {
  return state.stage.kind === 'reading' && state.stage.held === 'host';
}

/** The device host is gone; the shell makes a new one, which will number card sessions anew. */
export function onHostGone(before: State, { at }: Moment): Move {
  const wasIn = cardIn(before);
  // Another person's card that was put in meanwhile is hers under the new numbers too. A host that said nothing of the
  // card it had to look for has settled nothing: the next one looks for the same.
  const own = generationOf(before.card) === stageGeneration(before.stage) || before.proof !== null;
  const adopt = before.adopt || (wasIn && own);
  const proof = adopt ? interrupted(before) : null;
  const state: State = { ...before, hostUp: false, card: { kind: 'noReader' }, adopt, proof };
  const { stage } = state;
  // Typed twice: the command may be out, and what became of it is about to be told.
  if (stage.kind === 'pinChange' && stage.step === 'again') {
    return go(state, { kind: 'pinChanging', visitor: stage.visitor, op: stage.op }, at);
  }
  if (stage.kind === 'idle' || !wasIn || steps[stage.kind].onCardRemoved !== 'abort' || stage.kind === 'pinProblem') {
    return stay(state);
  }
  const attempt = stage.kind === 'reading' ? stage.attempt + 1 : 1;
  const generation = stageGeneration(stage) ?? 0;
  if (attempt > MAX_ATTEMPTS) return refuseCard(state, 'READER_STUCK', at);
  return go(state, { kind: 'reading', generation, op: 0, held: 'host', attempt }, at, undo(stage));
}

/** The card was read, or not. */
export function onCardRead(state: State, event: Extract<SessionEvent, { kind: 'cardRead' }>, moment: Moment): Move {
  const { stage } = state;
  if (state.proof?.op === event.op) return onProof(state, state.proof.generation, event, moment);
  if (stage.kind !== 'reading' || stage.held !== null || stage.op !== event.op) return stay(state);
  if (!event.result.ok) return refuseCard(state, event.result.error, moment.at);
  const reading = event.result.value;
  const usable = usableVisitor(reading, stage.generation, event.today);
  if (!usable.ok) {
    const expiresOn = usable.error === 'CARD_EXPIRED' ? reading.expiresOn : null;
    return refuseCard(state, usable.error, moment.at, expiresOn);
  }
  const visitor = usable.value;
  return moment.policy.pinBeforeAccount ? askPin(state, visitor, moment) : lookUp(state, visitor, moment.at);
}

/** Whose the card is that a new host found: the own one keeps its session, any other is another person's. */
function onProof(
  before: State,
  generation: number,
  { result }: Extract<SessionEvent, { kind: 'cardRead' }>,
  { at }: Moment,
): Move {
  const state: State = { ...before, proof: null };
  const known = personOf(state.stage);
  const read = result.ok ? visitorOf(result.value, generation) : null;
  if (known === null) return stay(state);
  const again = result.ok ? null : askAgain(before, result.error);
  if (again !== null) return again;
  const own = read !== null && isSameCard(known, read);
  return own ? amend(state, withGeneration(state.stage, generation)) : onOtherCard(state, at);
}

/** The PIN on the pad, before anything is paid. */
export function askPin(state: State, visitor: Visitor, { at, policy }: Moment): Move {
  if (!policy.hasPad) return go(state, { kind: 'pinProblem', visitor, failure: 'PAD_GONE' }, at);
  const { state: counted, op } = nextOp(state);
  const stage = { kind: 'pin', visitor, op, phase: 'waiting', digits: 0, refused: false, triesLeft: null } as const;
  return go(counted, stage, at, [{ kind: 'verifyPin', op, generation: visitor.generation }]);
}

/** The holder is proved, or need not be: ask centre and HIS. */
export function lookUp(state: State, visitor: Visitor, at: number): Move {
  const { state: counted, op } = nextOp(state);
  return go(counted, { kind: 'lookingUp', visitor, op }, at, [{ kind: 'lookUp', op, holder: visitor.holder }]);
}

/** The terminal can, or cannot, serve at all. A session that is past its confirmation is not touched. */
export function onFault(before: State, event: Extract<SessionEvent, { kind: 'fault' }>, { at }: Moment): Move {
  const state: State = { ...before, fault: event.code };
  if (state.stage.kind === 'idle') return begin(state, at);
  const aborts = event.code !== null && !reportsLoss(state.stage) && steps[state.stage.kind].onCardRemoved === 'abort';
  return aborts ? end(state, 'problem', at) : stay(state);
}
