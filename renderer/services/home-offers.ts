import type { Screen } from '../../common/contracts/session/snapshot.ts';
import { backOffer, endOffer } from '../keypad/common-offers.ts';
import { type Offer, offer, type View } from '../keypad/offer.ts';
import { policyDoor } from '../policy/offers.ts';
import { open, secret, type Utterance } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import { groupAt, type HomeEntry, homeBefore, homeEntries, offersPages } from './home.ts';
import { entryWords } from './home-words.ts';

type HomeScreen = Extract<Screen, { kind: 'home' }>;

function entryOffer(voice: Voice, entry: HomeEntry, index: number): Offer {
  const { words, small } = entryWords(voice.say, entry);
  return offer(voice, {
    pad: `${index + 1}` as '1',
    words: [open(voice.join(words, small))],
    ...(entry.kind === 'service' ? { intent: { kind: 'openService', service: entry.service } } : {}),
  });
}

export function homeOffers(voice: Voice, screen: HomeScreen, view: View): readonly Offer[] {
  const reveal = offer(voice, { pad: '9', words: 'who.reveal', name: 'reveal' });
  const entries = homeEntries(screen.services, view).map((entry, index) => entryOffer(voice, entry, index));
  const back = homeBefore(view) === null ? backOffer(voice) : offer(voice, { pad: 'yellow', words: 'foot.back' });
  const pages = offersPages(screen, view) ? [policyDoor(voice, '8')] : [];
  return [reveal, ...pages, ...entries, back, endOffer(voice)];
}

export function homeSaid(voice: Voice, { person, city, services }: HomeScreen, view: View): readonly Utterance[] {
  const { say, masked } = voice;
  const group = groupAt(services, view);
  return [
    open(say('enterPin.stay')),
    secret(say('who.hello', { name: masked(person.name) })),
    secret(city === null ? say('home.here') : say('home.city', { city })),
    open(say(group === null ? 'home.question' : `home.group.${group}`)),
  ];
}
