import type { DeskEffect } from './events.ts';
import type { DeskPolicy } from './policy.ts';
import {
  type Base,
  type Bill,
  clientOf,
  type Doing,
  type Outcome,
  type Stage,
  type StageOf,
  UNCHECKED,
} from './stage.ts';
import { generationOf, type State } from './state.ts';

/** A state with what has to be done because of it. */
export interface Move {
  readonly state: State;
  readonly effects: readonly DeskEffect[];
}

/** What every part of the reducer is given: monotonic ms, and the site's policy. */
export interface Moment {
  readonly at: number;
  readonly policy: DeskPolicy;
}

export function stay(state: State): Move {
  return { state, effects: [] };
}

/** Enters `stage`. */
export function go(state: State, stage: Stage, at: number, effects: readonly DeskEffect[] = []): Move {
  return { state: { ...state, stage, since: at }, effects };
}

/** Changes the present stage without entering it anew. */
export function amend(state: State, stage: Stage, effects: readonly DeskEffect[] = []): Move {
  return { state: { ...state, stage }, effects };
}

export function nextOp(state: State): { readonly state: State; readonly op: number } {
  const op = state.op + 1;
  return { state: { ...state, op }, op };
}

/** What a result that is left still needs: who was told of it, and no collecting any more. */
function leave(outcome: Outcome): readonly DeskEffect[] {
  if (outcome.kind !== 'settled') return [];
  const stop: readonly DeskEffect[] =
    outcome.collecting === null ? [] : [{ kind: 'stopCollecting', op: outcome.collecting }];
  return [...stop, { kind: 'left', messageId: outcome.bill.messageId }];
}

/** Lets go of whoever is at the desk: her reference ends, and with it every preparation that was not settled. */
export function letGo(stage: Stage): readonly DeskEffect[] {
  const client = clientOf(stage);
  const left =
    stage.kind === 'result'
      ? leave(stage.outcome)
      : 'back' in stage && stage.back.kind === 'result'
        ? leave(stage.back.outcome)
        : [];
  return client === null ? left : [...left, { kind: 'letGo', ref: client.person.ref }];
}

/** Nobody is at the desk any more; the card that is in stays unread until somebody asks for it. */
export function clear(state: State, at: number): Move {
  const leftCard = generationOf(state);
  return go({ ...state, leftCard }, { kind: 'waiting' }, at, letGo(state.stage));
}

/** Reads the card that is in. */
export function find(state: State, at: number): Move {
  const letting = letGo(state.stage);
  const next = nextOp({ ...state, leftCard: null });
  return go(next.state, { kind: 'reading', op: next.op }, at, [...letting, { kind: 'find', op: next.op }]);
}

/** Changes the bill on the glass. */
export function withBill(
  state: State,
  stage: StageOf<'bill'>,
  change: Partial<Bill>,
  effects: readonly DeskEffect[] = [],
): Move {
  return amend(state, { ...stage, bill: { ...stage.bill, ...change } }, effects);
}

/** Something about the bill is begun; its effect bears the next number. */
export function begin(
  state: State,
  stage: StageOf<'bill'>,
  { what, at, ...more }: Pick<Doing, 'what'> & Partial<Pick<Doing, 'tender' | 'stay'>> & { readonly at: number },
  effect: (op: number) => DeskEffect,
): Move {
  const next = nextOp(state);
  const { tender = null, stay = null } = more;
  const doing: Doing = { op: next.op, what, since: at, step: null, tender, stay };
  return withBill(next.state, stage, { doing, trouble: null, said: null }, [effect(next.op)]);
}

/** A fresh bill of this choice. */
export function openBill(stage: StageOf<'person'>, choice: StageOf<'person'>['client']['choices'][number]): Base {
  return {
    kind: 'bill',
    client: stage.client,
    bill: { check: UNCHECKED, choice, quoted: null, doing: null, trouble: null, said: null },
  };
}
