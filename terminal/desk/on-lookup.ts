import type { DeskIntent } from '../../common/contracts/desk/intents.ts';
import { caseOf, wantsFiling } from '../billing/case-notice.ts';
import type { DeskEvent } from './events.ts';
import { amend, go, type Moment, type Move, nextOp, stay } from './moves.ts';
import { baseOf, type CaseCheck, overBase, type StageOf, UNCHECKED } from './stage.ts';
import type { State } from './state.ts';

/** 待遇检查 and the filings: asked of the centre beside the person or her bill. */

/** A benefit check is about the kind of case and the disease of the bill that is open, or about a plain visit. */
export function onLookup(state: State, { about }: Extract<DeskIntent, { kind: 'lookup' }>, { at }: Moment): Move {
  const { stage } = state;
  const back = stage.kind === 'lookup' ? stage.back : stage;
  if (back.kind !== 'person' && back.kind !== 'bill') return stay(state);
  const next = nextOp(state);
  const { ref } = back.client.person;
  const question = { about, of: back.kind === 'bill' ? caseOf(back.bill.choice.encounter) : null };
  return go(next.state, { kind: 'lookup', back, question, op: next.op, rows: [], failure: null }, at, [
    { kind: 'lookUp', op: next.op, ref, question },
  ]);
}

/** Asks beside a bill that has just come onto the glass, where its kind of case wants a filing. */
export function checked(move: Move): Move {
  const { stage } = move.state;
  if (stage.kind !== 'bill') return move;
  const { encounter } = stage.bill.choice;
  if (!wantsFiling(encounter)) return { ...move, state: withCheck(move.state, stage, UNCHECKED) };
  const next = nextOp(move.state);
  const effect = { kind: 'checkCase', op: next.op, ref: stage.client.person.ref, encounter } as const;
  return {
    state: withCheck(next.state, stage, { op: next.op, notice: null }),
    effects: [...move.effects, effect],
  };
}

function withCheck(state: State, stage: StageOf<'bill'>, check: CaseCheck): State {
  return { ...state, stage: { ...stage, bill: { ...stage.bill, check } } };
}

export function onLookedUp(state: State, { op, result }: Extract<DeskEvent, { kind: 'lookedUp' }>): Move {
  const { stage } = state;
  if (stage.kind !== 'lookup' || stage.op !== op) return stay(state);
  if (!result.ok) return amend(state, { ...stage, op: null, failure: result.error });
  return amend(state, { ...stage, op: null, rows: result.value, failure: null });
}

/** The bill keeps it under whatever was opened over it. What could not be asked is not said: the centre decides anyway. */
export function onCaseChecked(state: State, { op, result }: Extract<DeskEvent, { kind: 'caseChecked' }>): Move {
  const base = baseOf(state.stage);
  if (base?.kind !== 'bill' || base.bill.check.op !== op) return stay(state);
  const check = { op: null, notice: result.ok ? result.value : null };
  return amend(state, overBase(state.stage, { ...base, bill: { ...base.bill, check } }));
}
