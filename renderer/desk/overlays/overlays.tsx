import type { ReactNode } from 'react';
import { useSay } from '../context.tsx';
import { type Binding, binding } from '../keys/binding.ts';
import type { Overlay } from '../keys/key-map.ts';
import { useKeys } from '../keys/keyboard.tsx';
import { Confirm } from './confirm.tsx';
import { Details } from './details.tsx';
import { Help } from './help.tsx';
import { Lookups } from './lookups.tsx';
import { Palette } from './palette.tsx';
import { RefundKind } from './refund-kind.tsx';

export interface OverlayProps {
  readonly show: (overlay: Overlay) => void;
  readonly hide: () => void;
}

/** What lies over a screen; it has the keyboard to itself until it is closed. */
export function Overlays({ overlay, show, hide }: OverlayProps & { readonly overlay: Overlay }): ReactNode {
  switch (overlay.kind) {
    case 'help':
      return <Help hide={hide} />;
    case 'palette':
      return <Palette show={show} hide={hide} />;
    case 'details':
      return <Details hide={hide} />;
    case 'lookups':
      return <Lookups hide={hide} />;
    case 'confirm':
      return <Confirm by={overlay.by} hide={hide} />;
    case 'refund':
      return <RefundKind encounterId={overlay.encounterId} hide={hide} />;
  }
}

/** The key that closes what lies over a screen. */
export function closeKey(hide: () => void): Binding {
  return binding('Esc', 'close', { key: 'desk.act.close' }, hide);
}

interface SheetProps {
  readonly title: string;
  readonly name: Overlay['kind'];
  readonly keys: readonly Binding[];
  readonly children: ReactNode;
}

/** A sheet over the screen, with a title; round it the screen stays in sight. */
export function Sheet({ title, name, keys, children }: SheetProps): ReactNode {
  useKeys('overlay', keys);
  return (
    <section className="over" aria-label={title} data-overlay={name}>
      <h1>{title}</h1>
      {children}
    </section>
  );
}

/** Choices with digits: what each is, and what it comes to. */
export interface ChoiceRow {
  readonly digit: `${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`;
  readonly words: string;
  readonly small: string;
}

export function ChoiceList({ rows }: { readonly rows: readonly ChoiceRow[] }): ReactNode {
  return (
    <ol className="choice-list">
      {rows.map(({ digit, words, small }) => (
        <li key={digit} data-choice={digit}>
          <kbd className="cap">{digit}</kbd>
          <b>{words}</b>
          <span className="soft">{small}</span>
        </li>
      ))}
    </ol>
  );
}

/** Nothing is shown where a sheet has lost what it is about. */
export function Nothing(): ReactNode {
  return <p>{useSay()('desk.details.none')}</p>;
}
