import type { Screen } from '../../common/contracts/session/snapshot.ts';
import { type Offer, offer } from '../keypad/offer.ts';
import { open } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import { DIGITS, mainKeyOf, takesDigits } from './words.ts';

/** Every key of the page on which a code is typed: digits are digits here. */
export function checkOffers(voice: Voice, screen: Extract<Screen, { kind: 'checkCode' }>): readonly Offer[] {
  const off = !takesDigits(screen);
  const digits = DIGITS.map((digit) =>
    offer(voice, { pad: digit, words: [open(digit)], off, intent: { kind: 'typeCode', digit } }),
  );
  const main = mainKeyOf(screen);
  return [
    ...(screen.phase === 'told' ? [] : digits),
    offer(voice, { pad: 'green', words: main.words, off: main.off, intent: { kind: 'eraseCode' } }),
    offer(voice, { pad: 'yellow', words: 'foot.back', intent: { kind: 'back' } }),
    offer(voice, { pad: 'red', words: 'check.leave', intent: { kind: 'end' } }),
  ];
}

/** The way in, from the empty machine. */
export function checkDoor(voice: Voice): Offer {
  return offer(voice, { pad: '3', words: 'insertCard.check', intent: { kind: 'openCheck' } });
}
