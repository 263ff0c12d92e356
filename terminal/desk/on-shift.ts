import type { DeskIntent } from '../../common/contracts/desk/intents.ts';
import type { DeskEvent } from './events.ts';
import { amend, go, type Moment, type Move, nextOp, stay } from './moves.ts';
import { baseOf, NO_PRINT, type StageOf } from './stage.ts';
import type { State } from './state.ts';

type IntentOf<K extends DeskIntent['kind']> = Extract<DeskIntent, { kind: K }>;
type EventOf<K extends DeskEvent['kind']> = Extract<DeskEvent, { kind: K }>;

/** 交接班: opened by card and PIN with 9001, counted, closed with 9002. */

export function onOpenShift(state: State, { float }: IntentOf<'openShift'>): Move {
  const next = nextOp(state);
  return amend(next.state, { kind: 'shut', op: next.op, failure: null }, [{ kind: 'openShift', op: next.op, float }]);
}

export function onShiftOpened(state: State, { result }: EventOf<'shiftOpened'>, { at }: Moment): Move {
  if (!result.ok) return go(state, { kind: 'shut', op: null, failure: result.error }, at);
  const facts = { ...state.facts, shift: result.value };
  // The card that proved the cashier is nobody's bill.
  return go({ ...state, facts }, { kind: 'waiting' }, at);
}

/** The shift's page: its report is made from the journal each time. */
export function onShift(state: State, { at }: Moment): Move {
  const back = baseOf(state.stage);
  if (back === null) return stay(state);
  const next = nextOp(state);
  const stage: StageOf<'shift'> = {
    ...{ kind: 'shift', back, step: 'report', report: null, op: next.op },
    ...{ failure: null, print: NO_PRINT, saved: null },
  };
  return go(next.state, stage, at, [{ kind: 'report', op: next.op }]);
}

export function onReported(state: State, stage: StageOf<'shift'>, { result }: EventOf<'reported'>): Move {
  if (!result.ok) return amend(state, { ...stage, op: null, failure: result.error });
  return amend(state, { ...stage, op: null, report: result.value });
}

export function onCloseShift(state: State, stage: StageOf<'shift'>, intent: IntentOf<'closeShift'>): Move {
  if (stage.report === null || intent.expected !== stage.report.expected) return stay(state);
  const next = nextOp(state);
  const { count, expected } = intent;
  return amend(next.state, { ...stage, op: next.op, failure: null }, [
    { kind: 'closeShift', op: next.op, count, expected },
  ]);
}

/** Closed: nobody is at the desk any more. Where it was not, what is expected may have changed: it is shown anew. */
export function onShiftClosed(
  state: State,
  stage: StageOf<'shift'>,
  { result }: EventOf<'shiftClosed'>,
  { at }: Moment,
): Move {
  if (!result.ok) return amend(state, { ...stage, op: null, failure: result.error });
  const facts = { ...state.facts, shift: null };
  const closed: StageOf<'shift'> = {
    ...{ kind: 'shift', back: { kind: 'waiting' }, step: 'closed', report: result.value, op: null },
    ...{ failure: null, print: NO_PRINT, saved: null },
  };
  return go({ ...state, facts }, closed, at);
}

export function onPrintShift(state: State, stage: StageOf<'shift'>): Move {
  if (stage.report === null || stage.print.op !== null) return stay(state);
  const next = nextOp(state);
  const print = { op: next.op, state: 'printing', failure: null } as const;
  return amend(next.state, { ...stage, print }, [{ kind: 'printShift', op: next.op, report: stage.report }]);
}

export function onSaveShift(state: State, stage: StageOf<'shift'>): Move {
  if (stage.report === null || stage.op !== null) return stay(state);
  const next = nextOp(state);
  return amend(next.state, { ...stage, op: next.op, failure: null }, [
    { kind: 'saveShift', op: next.op, report: stage.report },
  ]);
}

export function onSaved(state: State, stage: StageOf<'shift'>, { result }: EventOf<'saved'>): Move {
  return amend(state, {
    ...stage,
    ...{ op: null, failure: result.ok ? null : result.error, saved: result.ok ? result.value : null },
  });
}
