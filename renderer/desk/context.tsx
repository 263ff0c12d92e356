import { createContext, useContext } from 'react';
import type { DeskIntent } from '../../common/contracts/desk/intents.ts';
import type { DeskSnapshot } from '../../common/contracts/desk/snapshot.ts';
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
  /** A key was pressed and its snapshot has not come. */
  readonly waiting: boolean;
  /** Has a sentence read out to who does not see the screen. */
  readonly announce: (words: string) => void;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('a part of the desk stands outside its provider');
  return desk;
}

/** Says sentences in the language of the snapshot. */
export function useSay(): Say {
  const { locale } = useDesk().snapshot;
  return (key, values) => sayIn(locale, key, values);
}
