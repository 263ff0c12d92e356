import type { StaffIntent } from '../../common/contracts/session/staff-view.ts';
import type { DeskEvent } from './events.ts';
import { amend, go, type Moment, type Move, stay } from './moves.ts';
import { baseOf, isMoving, type StageOf } from './stage.ts';
import type { State } from './state.ts';

/** The glass lent to the staff room: proofs, the work-list, the day's books. Other cards than the client's are staff's. */

/** Whether the staff room may have it: nobody's money moves, or it is the proof that the desk itself has asked for. */
export function mayLend({ stage }: State): boolean {
  if (stage.kind === 'staff' || stage.kind === 'shut') return true;
  if (stage.kind === 'refund') return stage.phase === 'proof';
  if (stage.kind === 'bill') return stage.bill.doing === null;
  return baseOf(stage) !== null && !isMoving(stage);
}

export function onLend(state: State, { view }: Extract<DeskEvent, { kind: 'lend' }>, { at }: Moment): Move {
  const { stage } = state;
  if (!mayLend(state)) return stay(state);
  if (stage.kind === 'staff') {
    return stage.view.kind === view.kind
      ? amend(state, { ...stage, view })
      : go(state, { ...stage, view, pressed: 0 }, at);
  }
  const back = stage.kind === 'shut' || stage.kind === 'refund' ? stage : baseOf(stage);
  return back === null ? stay(state) : go(state, { kind: 'staff', back, view, pressed: 0 }, at);
}

export function onTakeBack(state: State, { at }: Moment): Move {
  const { stage } = state;
  return stage.kind === 'staff' ? go(state, stage.back, at) : stay(state);
}

export function onStaffIntent(state: State, stage: StageOf<'staff'>, intent: StaffIntent): Move {
  return amend(state, { ...stage, pressed: stage.pressed + 1 }, [{ kind: 'staff', intent }]);
}
