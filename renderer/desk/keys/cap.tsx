import type { ReactNode } from 'react';
import type { Cap } from './caps.ts';

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

/** A cap of the keyboard beside what it does. */
export function KeyCap({ cap, off = false }: KeyCapProps): ReactNode {
  return <kbd className={off ? 'cap off' : 'cap'}>{capText(cap)}</kbd>;
}
