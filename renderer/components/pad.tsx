import type { ReactNode } from 'react';

/** A key of the keypad that can press a key of the screen. */
export type PadLabel = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | 'green' | 'yellow' | 'red';

/** The raised signs of the coloured keys (EN 1332-3), which a finger can read too. */
const signs: Readonly<Record<string, string>> = { green: '\u25cb', yellow: '\uff1c', red: '\u00d7' };

/** What presses this key on the keypad; hidden from a screen reader, which has its own ways. */
export function Pad({ label }: { readonly label: PadLabel }): ReactNode {
  return (
    <span className={`pad ${label}`} aria-hidden="true" data-frame="pad">
      {signs[label] ?? label}
    </span>
  );
}
