import { type ReactNode, useSyncExternalStore } from 'react';
import type { Cap } from './caps.ts';
import { useBoard } from './keyboard.tsx';

const SHOWN: Readonly<Partial<Record<Cap, string>>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

/** What is printed on a cap. */
export const capText = (cap: Cap): string => SHOWN[cap] ?? cap;

interface KeyCapProps {
  readonly cap: Cap;
  /** Dashed: it cannot be pressed now. */
  readonly off?: boolean;
}

/** A cap of the keyboard beside what it does; under a finger it sinks, wherever it stands on the glass. */
export function KeyCap({ cap, off = false }: KeyCapProps): ReactNode {
  const board = useBoard();
  const down = useSyncExternalStore(board.subscribe, () => board.state().pressed === cap);
  return (
    <kbd className={off ? 'cap off' : 'cap'} data-down={down ? '' : undefined}>
      {capText(cap)}
    </kbd>
  );
}
