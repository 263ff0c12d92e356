import type { Screen } from '../../common/contracts/session/snapshot.ts';
import { visitsOn } from '../keypad/choices.ts';
import { backOffer, endOffer } from '../keypad/common-offers.ts';
import { type Offer, offer, type View } from '../keypad/offer.ts';
import { open, secret, type Utterance } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';

type HomeScreen = Extract<Screen, { kind: 'home' }>;

const digit = (number: number): '1' => `${number}` as '1';

export function homeOffers(voice: Voice, screen: HomeScreen, view: View): readonly Offer[] {
  const { say, join } = voice;
  const { shown, pages } = visitsOn(screen.services, false, view.page);
  const reveal = offer(voice, { pad: '9', words: 'who.reveal', name: 'reveal' });
  const choices = shown.map((service, index) =>
    offer(voice, {
      pad: digit(index + 1),
      words: [open(join(say(`home.${service}`), say(`home.${service}.sub`)))],
      intent: { kind: 'openService', service },
    }),
  );
  const more = join(say('who.page', { page: view.page + 1, pages }), say('who.more'));
  const next = offer(voice, { pad: digit(shown.length + 1), words: [open(more)] });
  return [reveal, ...choices, ...(pages > 1 ? [next] : []), backOffer(voice), endOffer(voice)];
}

export function homeSaid(voice: Voice, { person, city }: HomeScreen): readonly Utterance[] {
  const { say, masked } = voice;
  return [
    open(say('enterPin.stay')),
    secret(say('who.hello', { name: masked(person.name) })),
    city === null ? open(say('home.here')) : secret(say('home.city', { city })),
    open(say('home.question')),
  ];
}
