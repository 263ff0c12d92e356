import { createContext, useContext } from 'react';
import type { DeskIntent } from '../../common/contracts/desk/intents.ts';
import type { DeskSnapshot } from '../../common/contracts/desk/snapshot.ts';
import type { Locale } from '../text/texts.ts';
import type { DeskClient } from './link/desk-client.ts';
import type { Say } from './text.ts';
import { sayIn } from './text.ts';

export interface Desk {
  readonly snapshot: DeskSnapshot;
  /** When this screen received the snapshot, on its monotonic clock, ms. */
  readonly receivedAt: number;
  readonly client: Pick<DeskClient, 'lines' | 'day' | 'reveal'>;
  /** Asks the terminal; keys wait until the next snapshot, or until it is refused. */
  readonly send: (intent: DeskIntent) => void;
  /** Has a sentence read out to who does not see the screen. */
  readonly announce: (words: string) => void;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('a part of the desk stands outside its provider');
  return desk;
}

const speakers: Readonly<Record<Locale, Say>> = {
  'zh-CN': (key, values) => sayIn('zh-CN', key, values),
  en: (key, values) => sayIn('en', key, values),
};

/** The language by itself: what only says something is not drawn anew with every snapshot. */
export const LocaleContext = createContext<Locale>('zh-CN');

/** Says sentences in the language of the snapshot. */
export function useSay(): Say {
  return speakers[useContext(LocaleContext)];
}
