import type { Locale } from '../../common/contracts/session/snapshot.ts';
import { chosen } from './look.ts';
import type { Moment, Move } from './moves.ts';
import type { State } from './state.ts';

/**
 * The person wants another language. It is a sign of life and nothing else: no step is left, no money moves, so it is
 * valid on every screen and for any snapshot. Null where it is that language already.
 */
export function setLocale(state: State, locale: Locale, { at }: Moment): Move | null {
  return state.locale === locale ? null : chosen({ ...state, locale }, at);
}
