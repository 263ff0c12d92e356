import type { Intent } from '../../common/contracts/session/screen-link.ts';
import type { ServiceAnswer } from '../../common/contracts/session/services/answer.ts';
import type { Utterance } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import type { TextKey, Values } from '../text/texts.ts';

/** Where somebody stands within a service: which of its sheets, and which page of that. Sheet 0 is its first. */
export interface Place {
  readonly sheet: number;
  readonly page: number;
}

export const firstPlace: Place = { sheet: 0, page: 0 };

/** A key of a sheet: to another place of the answer, or an intent for the terminal. Its digit is its place in the list. */
export interface SheetKey {
  readonly words: TextKey;
  readonly values?: Values;
  readonly act: Place | Intent;
  readonly off?: boolean;
}

/** A number that is typed on a sheet: digits are digits there, and what was typed so far is the place's page. */
export interface Typing {
  /** So many at most. */
  readonly digits: number;
  /** The main key: what becomes of the number. */
  go(typed: number): SheetKey;
}

/** What a service is to the keypad and to the voice; its page draws the same keys from the same list. */
export interface Face<A extends ServiceAnswer> {
  /** At most four; two where the sheet is full. */
  keys(answer: A, place: Place): readonly SheetKey[];
  /** What is typed on the first sheet, in the place of keys; null where nothing is. */
  typing?(answer: A): Typing | null;
  /** Where "back" leads from a place, null where it leaves the service; `placeBefore` where it is not given. */
  before?(answer: A, place: Place): Place | null;
  /** Everything that the sheet says, in its order; the frame around it is not of its concern. */
  said(voice: Voice, answer: A, place: Place): readonly Utterance[];
}

/** Whether a key's act asks the terminal. */
export function isIntent(act: SheetKey['act']): act is Intent {
  return 'kind' in act;
}

/** Where "back" leads within a service, or null where it leaves it. */
export function backOf<A extends ServiceAnswer>(face: Face<A>, answer: A, place: Place): Place | null {
  return face.before === undefined ? placeBefore(place) : face.before(answer, place);
}

/** From a page to its sheet's first, from there to the first sheet, and out. */
function placeBefore({ sheet, page }: Place): Place | null {
  if (page > 0) return { sheet, page: 0 };
  return sheet === 0 ? null : firstPlace;
}
