import type { Said } from '../text.ts';
import type { Cap } from './caps.ts';

/** What a cap does now. */
export interface Binding {
  readonly cap: Cap;
  /** For tests and the palette: what is done, whatever presses it. */
  readonly name: string;
  readonly words: Said;
  /** Why it cannot be pressed now; null: it can. */
  readonly off: Said | null;
  /** What most likely comes now; drawn filled. */
  readonly next: boolean;
  /** It moves money: it asks for a stroke of its own. */
  readonly money: boolean;
  readonly press: () => void;
}

/** A binding that can be pressed and is nothing special, unless `more` says so. */
export function binding(
  cap: Cap,
  name: string,
  words: Said,
  press: () => void,
  more: Partial<Pick<Binding, 'off' | 'next' | 'money'>> = {},
): Binding {
  return { cap, name, words, press, off: null, next: false, money: false, ...more };
}

/** Bindings that come and go together: those of every screen, of this screen, of what lies over it. */
export interface Layer {
  readonly level: 'desk' | 'screen' | 'overlay';
  readonly bindings: readonly Binding[];
}

const LEVELS: readonly Layer['level'][] = ['desk', 'screen', 'overlay'];

/** What a cap means; `covered`: something lies over the screen, and has the keyboard to itself. */
export interface Resolved {
  readonly binding: Binding;
  readonly covered: boolean;
}

/** What each cap means on a list of layers, made once for it: every cap on the glass asks, at every stroke. */
const meanings = new WeakMap<readonly Layer[], ReadonlyMap<Cap, Resolved>>();

function meaningsOf(layers: readonly Layer[]): ReadonlyMap<Cap, Resolved> {
  const known = meanings.get(layers);
  if (known !== undefined) return known;
  const sorted = [...layers].sort((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level));
  const over = sorted.some(({ level }) => level === 'overlay');
  const found = new Map<Cap, Resolved>();
  for (const { level, bindings } of sorted) {
    for (const each of bindings) {
      if (!found.has(each.cap)) found.set(each.cap, { binding: each, covered: over && level !== 'overlay' });
    }
  }
  meanings.set(layers, found);
  return found;
}

/** What a cap means now; null: nothing. */
export function resolve(layers: readonly Layer[], cap: Cap): Resolved | null {
  return meaningsOf(layers).get(cap) ?? null;
}
