import { createContext, type ReactNode, useContext, useEffect, useId, useLayoutEffect, useRef } from 'react';
import type { Binding, Layer } from './binding.ts';
import type { Board } from './board.ts';
import type { Typing } from './caps.ts';

const BoardContext = createContext<Board | null>(null);

export function useBoard(): Board {
  const board = useContext(BoardContext);
  if (board === null) throw new Error('a key of the desk stands outside its board');
  return board;
}

/** What the input that has the keyboard takes for itself. */
function typingIn(target: EventTarget | null): Typing {
  if (!(target instanceof HTMLInputElement)) return 'nothing';
  return target.dataset['digits'] === undefined ? 'text' : 'digits';
}

/** Gives the keyboard of this window to the board. */
export function Keyboard({ board, children }: { readonly board: Board; readonly children: ReactNode }): ReactNode {
  useEffect(() => {
    const down = (event: KeyboardEvent): void => {
      if (board.down(event, typingIn(event.target)) === 'ours') event.preventDefault();
    };
    const up = (event: KeyboardEvent): void => board.up(event.code);
    const blur = (): void => board.blur();
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    window.addEventListener('blur', blur);
    return () => {
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
      window.removeEventListener('blur', blur);
    };
  }, [board]);
  return <BoardContext.Provider value={board}>{children}</BoardContext.Provider>;
}

/** What is drawn of a binding; the rest of it is what it does, and that is always the newest. */
function looks(bindings: readonly Binding[]): string {
  return JSON.stringify(bindings.map(({ press: _, ...look }) => look));
}

/** Puts bindings on the board for as long as the caller stands on the screen. */
export function useKeys(level: Layer['level'], bindings: readonly Binding[]): void {
  const board = useBoard();
  const id = useId();
  const newest = useRef(bindings);
  const look = looks(bindings);
  useLayoutEffect(() => {
    newest.current = bindings;
  });
  useLayoutEffect(() => {
    const drawn = JSON.parse(look) as readonly Omit<Binding, 'press'>[];
    const layer = drawn.map((each, index) => ({ ...each, press: () => newest.current[index]?.press() }));
    board.setLayer(id, { level, bindings: layer });
  }, [board, id, level, look]);
  useLayoutEffect(() => () => board.setLayer(id, null), [board, id]);
}
