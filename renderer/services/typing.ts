import type { ServiceAnswer } from '../../common/contracts/session/services/answer.ts';
import type { Screen } from '../../common/contracts/session/snapshot.ts';
import type { DIGITS } from '../check/words.ts';
import type { Place, Typing } from './face.ts';
import { faceOf } from './faces.ts';

/** What is typed on an answer's sheet, or null where nothing is. */
export function typingOf(answer: ServiceAnswer): Typing | null {
  return faceOf(answer).typing?.(answer) ?? null;
}

/** Where one more digit leads; null where there is no room, or it would be a zero in front. */
export function typedOn({ digits }: Typing, { sheet, page }: Place, digit: (typeof DIGITS)[number]): Place | null {
  const full = page >= 10 ** (digits - 1);
  return full || (page === 0 && digit === '0') ? null : { sheet, page: page * 10 + Number(digit) };
}

/** With the last digit taken back; null where none was typed. */
export function erased({ sheet, page }: Place): Place | null {
  return page === 0 ? null : { sheet, page: Math.floor(page / 10) };
}

/** Whether digits are typed on a screen: 0 is a digit there, and opens no settings. */
export function takesDigits(screen: Screen): boolean {
  return screen.kind === 'checkCode' || (screen.kind === 'service' && typingOf(screen.answer) !== null);
}
