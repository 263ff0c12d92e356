import { useCallback, useEffect, useState } from 'react';
import { type Binding, binding } from '../keys/binding.ts';
import { moveCaps } from '../keys/caps.ts';
import { goTo, type ListSize, type ListWindow, moved, scrollBy } from './window.ts';

/** Rows that one notch of a wheel scrolls. */
const WHEEL_ROWS = 3;

export interface Walk {
  readonly window: ListWindow;
  /** The keys that walk through the list. */
  readonly keys: readonly Binding[];
  readonly onWheel: (event: { readonly deltaY: number }) => void;
  readonly to: (row: number) => void;
}

/** Walks through a list of `total` rows, `shown` at once. Another `start` is another list: it begins there. */
export function useWindow({ total, shown }: ListSize, start: { readonly key: string; readonly at: number }): Walk {
  const begin = goTo({ top: 0, at: 0 }, start.at, { total, shown });
  const [state, setState] = useState({ key: start.key, window: begin });
  const size = { total, shown };
  const mine = state.key === start.key ? state.window : begin;
  // The list may have become shorter, or the box higher.
  const window = goTo(mine, mine.at, size);
  useEffect(() => {
    setState((now) => (now.key === start.key ? now : { key: start.key, window: { top: 0, at: start.at } }));
  }, [start.key, start.at]);
  const become = useCallback(
    (next: (now: ListWindow) => ListWindow): void => {
      setState((now) => {
        const from = now.key === start.key ? now.window : { top: 0, at: start.at };
        return { key: start.key, window: next(goTo(from, from.at, { total, shown })) };
      });
    },
    [start.key, start.at, total, shown],
  );
  const keys = moveCaps.map((cap) =>
    binding(cap, `move.${cap}`, { key: 'desk.help.move' }, () => become((now) => moved(now, cap, size) ?? now)),
  );
  return {
    window,
    keys,
    onWheel: ({ deltaY }) => become((now) => scrollBy(now, Math.sign(deltaY) * WHEEL_ROWS, size)),
    to: (row) => become((now) => goTo(now, row, size)),
  };
}
