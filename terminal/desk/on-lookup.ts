import type { DeskIntent } from '../../common/contracts/desk/intents.ts';
import type { DeskEvent } from './events.ts';
import { amend, go, type Moment, type Move, nextOp, stay } from './moves.ts';
import type { State } from './state.ts';

/** 待遇检查 and the filings: asked of the centre beside the person or her bill. */

export function onLookup(state: State, { about }: Extract<DeskIntent, { kind: 'lookup' }>, { at }: Moment): Move {
  const { stage } = state;
  const back = stage.kind === 'lookup' ? stage.back : stage;
  if (back.kind !== 'person' && back.kind !== 'bill') return stay(state);
  const next = nextOp(state);
  const ref = back.client.person.ref;
  const encounter = back.kind === 'bill' ? back.bill.choice.encounter : null;
  return go(next.state, { kind: 'lookup', back, about, op: next.op, rows: [], failure: null }, at, [
    { kind: 'lookUp', op: next.op, ref, about, encounter },
  ]);
}

export function onLookedUp(state: State, { op, result }: Extract<DeskEvent, { kind: 'lookedUp' }>): Move {
  const { stage } = state;
  if (stage.kind !== 'lookup' || stage.op !== op) return stay(state);
  if (!result.ok) return amend(state, { ...stage, op: null, failure: result.error.code });
  return amend(state, { ...stage, op: null, rows: result.value, failure: null });
}
