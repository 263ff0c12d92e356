import { createContext, type ReactNode, useContext } from 'react';
import type { Intent } from '../../common/contracts/session/screen-link.ts';
import type { Screen, ScreenKind, Snapshot } from '../../common/contracts/session/snapshot.ts';
import type { ScreenClient } from '../link/screen-client.ts';
import type { Tell } from '../speech/tell.ts';
import { type Locale, type TextKey, templateOf, textOf, type Values } from '../text/texts.ts';

export interface Kiosk {
  readonly snapshot: Snapshot;
  /** When this screen received the snapshot, on its monotonic clock, ms. */
  readonly receivedAt: number;
  readonly client: Pick<ScreenClient, 'feeLines' | 'reveal'>;
  readonly send: (intent: Intent) => void;
  /** A key was pressed and its snapshot has not come: keys wait, so that a double tap is one press. */
  readonly waiting: boolean;
  /** Width of a bar over the whole look area in mm, for parts with a least size. */
  readonly barMm: number;
  /** The page on which look and sound are chosen. */
  readonly settings: { readonly open: boolean; readonly show: () => void; readonly hide: () => void };
  /** Where the screen stands within itself, for the voice. */
  readonly tell: Tell;
  /** Keys show what presses them on the keypad. */
  readonly keypad: boolean;
}

export const KioskContext = createContext<Kiosk | null>(null);

export function useKiosk(): Kiosk {
  const kiosk = useContext(KioskContext);
  if (kiosk === null) throw new Error('a kiosk component stands outside its provider');
  return kiosk;
}

export type ScreenOf<K extends ScreenKind> = Extract<Screen, { kind: K }>;

/** One component per screen kind; the registry gives each its own member of the union. */
export type ScreenView<K extends ScreenKind> = (props: { readonly screen: ScreenOf<K> }) => ReactNode;

export function useLocale(): Locale {
  return useKiosk().snapshot.locale;
}

/** The sentence of `key` in the locale of the snapshot. */
export function useText(): (key: TextKey, values?: Values) => string {
  const locale = useLocale();
  return (key, values) => textOf(locale, key, values);
}

/** A sentence with elements in the places of its values. */
export function Say({ k, ...values }: { readonly k: TextKey; readonly [name: string]: ReactNode }): ReactNode {
  const parts = templateOf(useLocale(), k).split(/\{(\w+)\}/u);
  return parts.map((part, index) => {
    const key = `${index}${part}`;
    return <span key={key}>{index % 2 === 1 ? values[part] : part}</span>;
  });
}
