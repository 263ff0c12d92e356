import type { ReactNode } from 'react';
import { useSay } from '../context.tsx';
import { type Binding, binding } from '../keys/binding.ts';
import { KeyCap } from '../keys/cap.tsx';
import type { Overlay } from '../keys/key-map.ts';
import { useKeys } from '../keys/keyboard.tsx';

export interface OverlayProps {
  readonly show: (overlay: Overlay) => void;
  readonly hide: () => void;
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
  /** Drawn filled where it most likely comes now, dashed where it cannot be pressed. */
  readonly state?: 'on' | 'next' | 'off';
}

export function ChoiceList({ rows }: { readonly rows: readonly ChoiceRow[] }): ReactNode {
  return (
    <ol className="choice-list">
      {rows.map(({ digit, words, small, state = 'on' }) => (
        <li key={digit} className={state} data-choice={digit}>
          <KeyCap cap={digit} off={state === 'off'} />
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
