import type { FailureCode } from '../../common/contracts/failures.ts';
import { leaveCollecting } from './collecting.ts';
import type { Effect } from './events.ts';
import { isAnotherCardIn } from './other-card.ts';
import type { SessionPolicy } from './session-policy.ts';
import type { Stage } from './stage.ts';
import type { Print } from './stage-facts.ts';
import { cardIn, generationOf, type State } from './state.ts';
import { isResult, stageGeneration } from './steps.ts';

/** A state with what has to be done because of it; the unit in which the reducer's parts speak to each other. */
export interface Move {
  readonly state: State;
  readonly effects: readonly Effect[];
}

/** What every part of the reducer is given: monotonic ms, and the site's policy. */
export interface Moment {
  readonly at: number;
  readonly policy: SessionPolicy;
}

/** Nothing changes. */
export function stay(state: State): Move {
  return { state, effects: [] };
}

/** Enters `stage`, which counts as a sign of life. */
export function go(state: State, stage: Stage, at: number, effects: readonly Effect[] = []): Move {
  return { state: { ...state, stage, since: at, activeAt: at }, effects };
}

/** Changes the present stage without entering it anew. */
export function amend(state: State, stage: Stage, effects: readonly Effect[] = []): Move {
  return { state: { ...state, stage }, effects };
}

/** Gives out the next effect number. */
export function nextOp(state: State): { readonly state: State; readonly op: number } {
  const op = state.op + 1;
  return { state: { ...state, op }, op };
}

/** What must be undone when `stage` is left before its end. A preparation in flight is undone when its answer comes. */
export function undo(stage: Stage): readonly Effect[] {
  switch (stage.kind) {
    case 'stillThere':
      return undo(stage.back);
    case 'pin':
      return stage.phase === 'askLastTry' ? [] : [{ kind: 'cancelPin' }];
    case 'pinChange':
      return stage.step === 'askLastTry' ? [] : [{ kind: 'cancelPin' }];
    case 'visit':
      return stage.prepared === null ? [] : [{ kind: 'abandon', target: stage.prepared }];
    case 'split':
    case 'confirm':
      return [{ kind: 'abandon', target: stage.prepared }];
    case 'stepFailed':
      return stage.at === null ? [] : [{ kind: 'abandon', target: { encounterId: stage.at.encounter.encounterId } }];
    case 'service':
    case 'policy':
      return stage.print === null ? [] : stopWaiting(stage.print);
    case 'done':
    case 'lossDone':
    case 'unknown':
    case 'pinResult':
      return stopWaiting(stage.print);
    case 'notPaid':
      return [
        ...stopWaiting(stage.print),
        ...(stage.open ? [{ kind: 'abandon', target: stage.prepared } as const] : []),
      ];
    default:
      return [];
  }
}

function stopWaiting({ op, state }: Print): readonly Effect[] {
  const waits = state === 'waitingForPaper' || state === 'waitingForCover';
  return op !== null && waits ? [{ kind: 'abandonPrint', op }] : [];
}

/** Shows why the card in the slot cannot be used. */
export function refuseCard(state: State, failure: FailureCode, at: number, expiredOn: string | null = null): Move {
  const generation = generationOf(state.card) ?? stageGeneration(state.stage) ?? 0;
  return go(state, { kind: 'cardProblem', generation, failure, expiredOn }, at);
}

/** Begins with whatever stands in the slot, all earlier being wiped: reads a card, or rests. */
export function begin(state: State, at: number, attempt = 0): Move {
  const generation = generationOf(state.card);
  if (generation === null || state.fault !== null) return go(state, { kind: 'idle' }, at);
  if (state.printing !== null) {
    return go(state, { kind: 'reading', generation, op: 0, held: 'print', attempt }, at);
  }
  if (state.card.kind === 'tooMany') return refuseCard(state, 'CARD_TOO_MANY', at);
  if (state.card.kind !== 'present') return refuseCard(state, 'CARD_MUTE', at);
  const next = nextOp(state);
  return go(next.state, { kind: 'reading', generation, op: next.op, held: null, attempt }, at, [
    { kind: 'readCard', op: next.op, generation },
  ]);
}

/** Ends the session: undoes, wipes, and asks for the card where one is still in. */
export function end(before: State, reason: 'finished' | 'cancelled' | 'idle' | 'problem', at: number): Move {
  const left = leaveCollecting(before, at);
  const { state } = left;
  const undone = [...left.effects, ...undo(state.stage)];
  if (!cardIn(state)) return go(state, { kind: 'idle' }, at, undone);
  const generation = generationOf(state.card) ?? 0;
  if (isResult(state.stage) && isAnotherCardIn(state, state.stage)) return after(undone, begin(state, at));
  return go(state, { kind: 'takeCard', generation, reason, left: false }, at, undone);
}

/** The effects of an earlier part, then those of a later one. */
export function after(first: readonly Effect[], then: Move): Move {
  return { state: then.state, effects: [...first, ...then.effects] };
}
