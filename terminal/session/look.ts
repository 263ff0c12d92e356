import type { Look, LookChange } from '../../common/contracts/session/look.ts';
import { amend, type Moment, type Move, stay } from './moves.ts';
import { personOf } from './proof.ts';
import type { Stage } from './stage.ts';
import type { State } from './state.ts';
import { isResult } from './steps.ts';

/** Larger letters, other colours, keys further down, a voice: valid wherever another language is. Null: no change. */
export function setLook(state: State, change: LookChange, { at }: Moment): Move | null {
  const look: Partial<Look> = { ...state.look, ...change };
  const same = Object.entries(change).every(([field, value]) => state.look?.[field as keyof Look] === value);
  return same ? null : chosen({ ...state, look }, at);
}

/** The person chose something for the eyes or ears: a sign of life, after which a result has its whole time again. */
export function chosen(state: State, at: number): Move {
  const alive = { ...state, activeAt: at };
  return isResult(state.stage) ? amend(alive, { ...state.stage, quietSince: at }) : stay(alive);
}

/**
 * Headphones that are plugged in want to be heard: the voice begins. Those that were in when the terminal started are
 * nobody's act. Pulled out of the empty machine they leave it as it was; in a session the voice stays, and is private.
 */
export function onHeadphones(state: State, { plugged }: { readonly plugged: boolean }, moment: Moment): Move {
  const before = state.headphones;
  if (plugged === before) return stay(state);
  const known = { ...state, headphones: plugged };
  if (plugged) return (before === false ? setLook(known, { sound: true }, moment) : null) ?? stay(known);
  return stay(state.stage.kind === 'idle' ? { ...known, look: silent(state.look) } : known);
}

/** What was chosen but for the voice; null: nothing else was. */
function silent(look: State['look']): State['look'] {
  if (look === null) return null;
  const { sound: _ended, ...rest } = look;
  return Object.keys(rest).length === 0 ? null : rest;
}

/** Whether the glass speaks and looks as the site has it. */
export function choseNothing({ locale, look }: State): boolean {
  return locale === null && look === null;
}

/** Whether the stage belongs to somebody whose card was read, or is still in the slot after the end. */
function ofSomebody(stage: Stage): boolean {
  return stage.kind === 'takeCard' || personOf(stage) !== null;
}

/**
 * `now` with the site's language and look again where the session of `before` is over. Whoever still has headphones in
 * goes on hearing: that the session is over, and how to begin another.
 */
export function choicesAfter(before: State, now: State): State {
  if (choseNothing(now) || before.stage === now.stage) return now;
  const rests = now.stage.kind === 'idle' && before.stage.kind !== 'idle';
  // A new device host reads the same person's card again; any other reading is another card.
  const another = now.stage.kind === 'reading' && now.stage.held !== 'host' && ofSomebody(before.stage);
  if (!rests && !another) return now;
  const listens = now.headphones === true && now.look?.sound === true;
  return { ...now, locale: null, look: listens ? { sound: true } : null };
}
