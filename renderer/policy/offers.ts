import type { PolicyChoosing, PolicyReading } from '../../common/contracts/session/policy.ts';
import type { Screen } from '../../common/contracts/session/snapshot.ts';
import { endOffer } from '../keypad/common-offers.ts';
import { type Offer, offer } from '../keypad/offer.ts';
import { printKeys } from '../services/print-keys.ts';
import { open } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import { choiceWords, langOf, listKeys, sheetKeys } from './words.ts';

type PolicyScreen = Extract<Screen, { kind: 'policy' }>;

/** Every key of the policy pages; without a card there is none to take, so the last one says otherwise. */
export function policyOffers(voice: Voice, { view, print }: PolicyScreen, cardIn: boolean): readonly Offer[] {
  const back = offer(voice, { pad: 'yellow', words: 'foot.back', intent: { kind: 'back' } });
  const foot = [back, leaveOffer(voice, cardIn)];
  if (view.step === 'choose') return [...listOffers(voice, view), ...foot];
  if (print.state === 'printed') return [...sheetOffers(voice, view), { ...back, pad: 'green' }];
  if (print.state === 'off') return [...sheetOffers(voice, view), ...foot];
  const { words, off } = printKeys[print.state];
  const paper = offer(voice, { pad: 'green', words, off, intent: { kind: 'printService' } });
  return [...sheetOffers(voice, view), paper, ...foot];
}

/** The end of reading: without a card there is none to take. */
export function leaveOffer(voice: Voice, cardIn: boolean): Offer {
  return cardIn ? endOffer(voice) : offer(voice, { pad: 'red', words: 'policy.leave', intent: { kind: 'end' } });
}

/** The way in, from the empty machine and from the home page. */
export function policyDoor(voice: Voice, pad: '1' | '8'): Offer {
  const words = pad === '1' ? 'insertCard.policy' : 'home.policy';
  return offer(voice, { pad, words, intent: { kind: 'openPolicy', to: null } });
}

function listOffers(voice: Voice, { ask, lists, find }: PolicyChoosing): readonly Offer[] {
  const list = lists[langOf(voice.locale)];
  const choices = list.choices.map((choice, index) =>
    offer(voice, {
      pad: `${index + 1}` as '1',
      words: [open(voice.join(...choiceWords(choice, ask)))],
      off: choice.off,
      intent: { kind: 'openPolicy', to: choice.to },
    }),
  );
  const keys = listKeys(list, find).map(({ words, to, digit }) =>
    offer(voice, { pad: `${digit}` as '1', words, intent: { kind: 'openPolicy', to } }),
  );
  return [...choices, ...keys];
}

function sheetOffers(voice: Voice, view: PolicyReading): readonly Offer[] {
  return sheetKeys(view).map(({ words, to, digit }) =>
    offer(voice, {
      pad: `${digit}` as '1',
      words,
      off: to === null,
      intent: { kind: 'openPolicy', to: to ?? view.at },
    }),
  );
}
