import type { Said } from '../text.ts';
import { type Layer, resolve } from './binding.ts';
import { type Cap, capOf, composing, isTyped, movesOnly, type Stroke, type Typing } from './caps.ts';
import { asked, freshGuard, lost, released, stroke } from './guard.ts';

export interface Denied {
  readonly cap: Cap;
  readonly why: Said;
  /** Tells one press from the next. */
  readonly times: number;
}

export interface BoardState {
  readonly layers: readonly Layer[];
  /** The cap that a finger is on. */
  readonly pressed: Cap | null;
  /** A dashed cap was pressed: it says why. `times` tells one press from the next. */
  readonly denied: Denied | null;
}

/** The part of a keyboard event that the board needs. */
export type KeyDown = Stroke & Pick<KeyboardEvent, 'repeat'>;

export interface Board {
  /** Puts a layer on the board, or takes it off. */
  setLayer(id: string, layer: Layer | null): void;
  /** A key goes down. `browser`: it is none of ours; `ours`: the browser must not hear it. */
  down(event: KeyDown, typing: Typing): 'browser' | 'ours';
  up(code: string): void;
  /** By a mouse on the key map, which guards itself. */
  click(cap: Cap): void;
  /** The window has lost its keyboard. */
  blur(): void;
  /** Another question stands on the screen. */
  ask(): void;
  state(): BoardState;
  subscribe(listener: () => void): () => void;
}

const CLOSE_FIRST: Said = { key: 'desk.why.closeFirst' };

/** What the desk's keys do now, and the guard before them. `now`: a monotonic clock, ms; `busy`: an answer is awaited. */
export function createBoard(now: () => number, busy: () => boolean): Board {
  const layers = new Map<string, Layer>();
  const listeners = new Set<() => void>();
  let state: BoardState = { layers: [], pressed: null, denied: null };
  let guard = freshGuard(now());

  const become = (change: Partial<BoardState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const deny = (cap: Cap, why: Said): void => {
    become({ pressed: cap, denied: { cap, why, times: (state.denied?.times ?? 0) + 1 } });
  };
  const press = (cap: Cap, may: { readonly act: boolean; readonly money: boolean }): void => {
    const found = resolve(state.layers, cap);
    if (found === null) return;
    const { binding, covered } = found;
    const why = covered ? CLOSE_FIRST : binding.off;
    if (why !== null) {
      if (may.act) deny(cap, why);
      return;
    }
    if (movesOnly(cap)) {
      binding.press();
      return;
    }
    if (!may.act || (binding.money && !may.money) || busy()) return;
    become({ pressed: cap, denied: null });
    binding.press();
  };

  return {
    setLayer(id, layer) {
      if (layer === null) layers.delete(id);
      else layers.set(id, layer);
      become({ layers: [...layers.values()] });
    },
    down(event, typing) {
      const own = typing === 'text' ? composing(event) : event.isComposing;
      const cap = own ? null : capOf(event);
      const ruling = stroke(guard, { code: event.code, repeat: event.repeat, at: now() });
      guard = ruling.guard;
      if (cap === null || isTyped(cap, typing)) return 'browser';
      press(cap, { act: ruling.mayAct, money: ruling.mayMoveMoney });
      return 'ours';
    },
    up(code) {
      guard = released(guard, code);
      if (state.pressed !== null) become({ pressed: null });
    },
    click(cap) {
      const ruling = stroke(guard, { code: 'mouse', repeat: false, at: now() });
      guard = released(ruling.guard, 'mouse');
      press(cap, { act: ruling.mayAct, money: ruling.mayMoveMoney });
      become({ pressed: null });
    },
    blur() {
      guard = lost(guard);
      become({ pressed: null });
    },
    ask() {
      guard = asked(guard, now());
      if (state.denied !== null) become({ denied: null });
    },
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
