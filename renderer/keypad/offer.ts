import type { Intent } from '../../common/contracts/session/screen-link.ts';
import type { PadLabel } from '../components/pad.tsx';
import type { Utterance } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import type { TextKey } from '../text/texts.ts';

/** What a key of a screen is to somebody who does not see it: what presses it, what it says, what it does. */
export interface Offer {
  readonly pad: PadLabel | null;
  /** Its name on the glass (`data-key`). */
  readonly name: string;
  /** What it says; a dead one says why it is dead. */
  readonly words: readonly Utterance[];
  readonly off: boolean;
  /** What it wants of the terminal; null where it only changes the view. */
  readonly intent: Intent | null;
}

/** Where somebody stands within one screen: what keys that ask nobody have done. */
export interface View {
  /** The page on which look and sound are chosen. */
  readonly settings: boolean;
  /** Which page of a list of choices, from 0. */
  readonly page: number;
  /** The single items of a visit, by page; null: not open. */
  readonly lines: number | null;
  /** The row of the work-list and the answer that were chosen. */
  readonly work: number | null;
  readonly answer: string | null;
  /** Which sheet of a day's books, from 0. */
  readonly sheet: number;
}

export const firstView: View = { settings: false, page: 0, lines: null, work: null, answer: null, sheet: 0 };

interface Made {
  readonly pad: PadLabel | null;
  readonly words: TextKey | readonly Utterance[];
  readonly intent?: Intent | undefined;
  readonly name?: string;
  readonly off?: boolean;
}

/** Makes an offer; its words may be the key of a sentence without anything private. */
export function offer(voice: Voice, { pad, words, intent, name, off = false }: Made): Offer {
  const said = typeof words === 'string' ? [{ text: voice.say(words), private: false }] : words;
  return { pad, name: name ?? intent?.kind ?? 'view', words: said, off, intent: intent ?? null };
}
