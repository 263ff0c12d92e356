import type { Screen } from '../../common/contracts/session/snapshot.ts';
import { DIGITS } from '../check/words.ts';
import { backOffer, endOffer } from '../keypad/common-offers.ts';
import { type Offer, offer, type View } from '../keypad/offer.ts';
import { open, secret } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import { backOf, isIntent, type Typing } from './face.ts';
import { faceOf } from './faces.ts';
import { printKeys } from './print-keys.ts';
import { erased, typedOn, typingOf } from './typing.ts';

type ServiceScreen = Extract<Screen, { kind: 'service' }>;

/** The keys of a service's page, whichever it is. */
export function serviceOffers(voice: Voice, { answer, print }: ServiceScreen, view: View): readonly Offer[] {
  const face = faceOf(answer);
  const typing = typingOf(answer);
  if (typing !== null) return typingOffers(voice, typing, view);
  const own = face.keys(answer, view).map(({ words, values, act, off = false }, index) =>
    offer(voice, {
      pad: `${index + 1}` as '1',
      words: [secret(voice.say(words, values))],
      off,
      ...(isIntent(act) ? { intent: act } : {}),
    }),
  );
  return [...own, ...printOffers(voice, print, backOf(face, answer, view) === null)];
}

function typingOffers(voice: Voice, typing: Typing, view: View): readonly Offer[] {
  const { words, act, off = false } = typing.go(view.page);
  return [
    ...DIGITS.map((digit) =>
      offer(voice, { pad: digit, words: [open(digit)], off: typedOn(typing, view, digit) === null }),
    ),
    offer(voice, { pad: 'green', words, off, ...(isIntent(act) ? { intent: act } : {}) }),
    erased(view) === null ? backOffer(voice) : offer(voice, { pad: 'yellow', words: 'check.erase' }),
    endOffer(voice),
  ];
}

/** `leaves`: back leads out of the service, not to its first sheet. */
function printOffers(voice: Voice, print: ServiceScreen['print'], leaves: boolean): readonly Offer[] {
  const back = leaves ? backOffer(voice) : offer(voice, { pad: 'yellow', words: 'foot.back' });
  if (print.state === 'off') return [back, endOffer(voice)];
  if (print.state === 'printed') return [{ ...back, pad: 'green' }, endOffer(voice)];
  const { words, off } = printKeys[print.state];
  return [offer(voice, { pad: 'green', words, off, intent: { kind: 'printService' } }), back, endOffer(voice)];
}
