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

/** Whether a finger is on the cap; who asks is drawn anew when this changes, and at no other stroke. */
export function useDown(cap: Cap): boolean {
  const board = useBoard();
  return useSyncExternalStore(board.subscribe, () => board.state().pressed === cap);
}

interface KeyCapProps {
  readonly cap: Cap;
  /** Dashed: it cannot be pressed now. */
  readonly off?: boolean;
}

/** A cap of the keyboard beside what it does; under a finger it sinks, wherever it stands on the glass. */
export function KeyCap({ cap, off = false }: KeyCapProps): ReactNode {
  const down = useDown(cap);
  return (
    <kbd className={off ? 'cap off' : 'cap'} data-down={down ? '' : undefined}>
      {capText(cap)}
    </kbd>
  );
}
