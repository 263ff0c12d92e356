import type { Locale } from '../../common/contracts/session/snapshot.ts';
import { amend, type Moment, type Move, stay } from './moves.ts';
import type { Stage, State } from './state.ts';
import { isResult } from './steps.ts';

/**
 * The person wants another language. It is a sign of life and nothing else: no step is left, no money moves, so it is
 * valid on every screen and for any snapshot. Null where it is that language already.
 */
export function setLocale(state: State, locale: Locale, { at }: Moment): Move | null {
  if (state.locale === locale) return null;
  const chosen = { ...state, locale, activeAt: at };
  // A result stays readable for its whole time in the new language.
  return isResult(state.stage) ? amend(chosen, { ...state.stage, quietSince: at }) : stay(chosen);
}

/** Whether the stage belongs to somebody whose card was read, or is still in the slot after the end. */
function ofSomebody(stage: Stage): boolean {
  return stage.kind === 'stillThere' || stage.kind === 'takeCard' || 'visitor' in stage;
}

/** `now` with the language of the site again where the session of `before` is over. */
export function localeAfter(before: State, now: State): State {
  if (now.locale === null || before.stage === now.stage) return now;
  const rests = now.stage.kind === 'idle' && before.stage.kind !== 'idle';
  // A new device host reads the same person's card again; any other reading is another card.
  const another = now.stage.kind === 'reading' && now.stage.held !== 'host' && ofSomebody(before.stage);
  return rests || another ? { ...now, locale: null } : now;
}
