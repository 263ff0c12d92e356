import type { PolicyView } from '../../common/contracts/session/policy.ts';
import type { SessionEvent } from './events.ts';
import { end, go, type Moment, type Move, nextOp, stay, undo } from './moves.ts';
import { mayPrint } from './services.ts';
import type { SessionPolicy } from './session-policy.ts';
import type { StageOf } from './stage.ts';
import type { State } from './state.ts';

/**
 * The policy pages: read by anybody, with a card or without one. Which pages there are and where a key leads is the
 * library's; the session machine only stands where that says (docs/policy-pages.md).
 */

/** Whether they are offered to somebody who has put in no card: the terminal works, and waits for one. */
export function offersPolicy({ stage, fault, hostUp, card }: State, { hasPolicies }: SessionPolicy): boolean {
  return hasPolicies && stage.kind === 'idle' && fault === null && hostUp && card.kind === 'empty';
}

/** Asks for what a key leads to; null where they are not offered, or where one stands there already. */
export function openPolicy(state: State, to: string | null, { policy }: Moment): Move | null {
  const { stage } = state;
  if (stage.kind === 'idle' ? !offersPolicy(state, policy) : !policy.hasPolicies) return null;
  if (stage.kind === 'policy' && (to === null || to === stage.view.at)) return null;
  const home = stage.kind === 'home' ? stage : stage.kind === 'policy' ? stage.back : null;
  const { state: counted, op } = nextOp(state);
  return { state: counted, effects: [{ kind: 'askPolicy', op, to, city: home?.home.city ?? null }] };
}

/** What the key led to, shown to whoever still stands where it was pressed. */
export function onPolicyAsked(
  state: State,
  { op, view, page }: Extract<SessionEvent, { kind: 'policyAsked' }>,
  { at }: Moment,
): Move {
  const { stage } = state;
  if (op !== state.op) return stay(state);
  if (stage.kind === 'idle') return go(state, { kind: 'policy', view, page, back: null, print: null }, at);
  if (stage.kind === 'home') {
    // Their key stands on the first page of all: that is where the way back leads, not into a group.
    const { left: _left, ...back } = stage;
    return go(state, { kind: 'policy', view, page, back, print: null }, at);
  }
  if (stage.kind !== 'policy') return stay(state);
  // The slip of a page goes on while its sheets are turned.
  const print = idOf(view) === idOf(stage.view) ? stage.print : null;
  return go(state, { ...stage, view, page, print }, at, print === stage.print ? [] : undo(stage));
}

function idOf(view: PolicyView): string | null {
  return view.step === 'read' ? view.id : null;
}

/** One step back: to the list, to the question before it, and out to where the pages were opened. */
export function backFromPolicy(state: State, stage: StageOf<'policy'>, moment: Moment): Move | null {
  const { view, back } = stage;
  if (view.up !== null) return openPolicy(state, view.up, moment);
  return back === null ? end(state, 'finished', moment.at) : go(state, back, moment.at, undo(stage));
}

/** Prints the whole page, once, in the language that is on the glass. */
export function printPolicy(state: State, stage: StageOf<'policy'>, { at, policy }: Moment): Move | null {
  const { page } = stage;
  if (!policy.hasPrinter || page === null || !mayPrint(stage) || state.printing !== null) return null;
  const { state: counted, op } = nextOp(state);
  const print = { op, state: 'queued', failure: null } as const;
  const slip = { kind: 'policy', page, locale: state.locale } as const;
  return {
    state: { ...counted, printing: op, stage: { ...stage, print }, activeAt: at },
    effects: [{ kind: 'print', op, slip }],
  };
}
