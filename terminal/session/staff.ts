import type { StaffIntent, StaffView } from '../../common/contracts/session/staff-view.ts';
import { amend, go, type Moment, type Move, stay } from './moves.ts';
import type { StageOf } from './stage.ts';
import { cardIn, generationOf, type State } from './state.ts';

/**
 * The terminal lent to the staff (terminal/staff). Nobody's session can begin meanwhile: a card that is put in is the
 * staff's. What their page shows is made there; here is only when it may stand on the glass.
 */

/** Whether nobody is using the terminal: no session, no card of somebody who is leaving, no slip on its way. */
export function mayLend(state: State): boolean {
  return state.stage.kind === 'staff' || (state.stage.kind === 'idle' && state.printing === null);
}

/** Lends the terminal, or changes what the staff see. Null: a resident is here. */
export function lend(state: State, view: StaffView, { at }: Moment): Move {
  const { stage } = state;
  if (!mayLend(state)) return stay(state);
  if (stage.kind === 'staff' && stage.view.kind === view.kind) return amend(state, { ...stage, view });
  return go(state, { kind: 'staff', view, pressed: 0 }, at);
}

/** Takes the terminal back. A card that is still in must come out before the next person's session. */
export function takeBack(state: State, { at }: Moment): Move {
  if (state.stage.kind !== 'staff') return stay(state);
  if (!cardIn(state)) return go(state, { kind: 'idle' }, at);
  return go(
    state,
    { kind: 'takeCard', generation: generationOf(state.card) ?? 0, reason: 'finished', left: false },
    at,
  );
}

/** A key of the staff's page. What comes of it is the staff room's business. */
export function onStaffIntent(state: State, stage: StageOf<'staff'>, intent: StaffIntent): Move {
  return amend(state, { ...stage, pressed: stage.pressed + 1 }, [{ kind: 'staff', intent }]);
}
