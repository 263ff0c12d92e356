import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Binding, binding } from '../keys/binding.ts';
import { moveCaps } from '../keys/caps.ts';
import { browserFrames, oneAFrame } from './one-a-frame.ts';
import { goTo, type ListSize, type ListWindow, moved, scrollBy } from './window.ts';

/** Rows that one notch of a wheel scrolls. */
const WHEEL_ROWS = 3;

/** Where the window stands, and in which list. */
interface Placed {
  readonly key: string;
  readonly window: ListWindow;
}

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
  const [state, setState] = useState<Placed>({ key: start.key, window: begin });
  const size = { total, shown };
  const mine = state.key === start.key ? state.window : begin;
  // The list may have become shorter, or the box higher.
  const window = goTo(mine, mine.at, size);
  // In the frame that it is for, and not when the browser has time: the next stroke may be on its way.
  const [drawing] = useState(() => oneAFrame<Placed>(browserFrames, (placed) => flushSync(() => setState(placed))));
  useEffect(() => {
    setState((now) => (now.key === start.key ? now : { key: start.key, window: { top: 0, at: start.at } }));
    return drawing.forget;
  }, [drawing, start.key, start.at]);
  const become = (next: (now: ListWindow) => ListWindow): void => {
    const newest = drawing.newest();
    const from = newest?.key === start.key ? goTo(newest.window, newest.window.at, size) : window;
    drawing.draw({ key: start.key, window: next(from) });
  };
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
