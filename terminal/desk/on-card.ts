import type { DeskEvent } from './events.ts';
import { clear, find, go, letGo, type Moment, type Move, stay } from './moves.ts';
import { baseOf, clientOf, isMoving, type Stage } from './stage.ts';
import { generationOf, type State } from './state.ts';

type EventOf<K extends DeskEvent['kind']> = Extract<DeskEvent, { kind: K }>;

/** Whether a card that is put in now is the next person's: not while staff are being proved, nor while money moves. */
function brings(state: State): boolean {
  const { stage, fault, facts } = state;
  if (fault !== null || facts.shift === null || isMoving(stage)) return false;
  return (
    stage.kind === 'waiting' || stage.kind === 'cardProblem' || stage.kind === 'result' || stage.kind === 'dayList'
  );
}

/** The person's card is gone: she is let go of, unless what she came for is under way or over. */
function onGone(state: State, moment: Moment): Move {
  const { stage } = state;
  if (stage.kind === 'reading' || stage.kind === 'cardProblem') return go(state, { kind: 'waiting' }, moment.at);
  const base = baseOf(stage);
  if (base === null || base.kind === 'waiting' || base.kind === 'result' || isMoving(stage)) return stay(state);
  const effects = letGo(base);
  // What is open over her bill stays open, over nobody.
  if (base === stage || stage.kind === 'lookup') return clear(state, moment.at);
  const left = withoutClient(stage);
  return { state: { ...state, stage: left }, effects };
}

function withoutClient(stage: Stage): Stage {
  if (stage.kind === 'staff') {
    if (stage.back.kind === 'refund') return { ...stage, back: { ...stage.back, back: { kind: 'waiting' } } };
    return stage.back.kind === 'shut' ? stage : { ...stage, back: { kind: 'waiting' } };
  }
  return 'back' in stage ? ({ ...stage, back: { kind: 'waiting' } } as Stage) : stage;
}

/** What stands in the reader changed. */
export function onCard(before: State, { status }: EventOf<'card'>, moment: Moment): Move {
  const state: State = { ...before, card: status, hostUp: true };
  const generation = generationOf(state);
  const own = clientOf(state.stage)?.generation ?? null;
  if (generation === null) return onGone({ ...state, leftCard: null }, moment);
  if (generation === own) return stay(state);
  const gone = own === null ? stay(state) : onGone(state, moment);
  const { state: now } = gone;
  if (!brings(now) || now.leftCard === generation) return gone;
  const found = find(now, moment.at);
  return { state: found.state, effects: [...gone.effects, ...found.effects] };
}

/** The device host is gone; the next one numbers the card in the reader anew. */
export function onHostGone(before: State, moment: Moment): Move {
  const state: State = { ...before, hostUp: false, card: { kind: 'noReader' } };
  return onGone(state, moment);
}
