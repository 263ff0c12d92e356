import type { Screen } from '../../common/contracts/session/snapshot.ts';
import type { View } from '../keypad/offer.ts';
import { secret, type Utterance } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import { faceOf } from './faces.ts';
import { printSaid } from './print-keys.ts';

/** A service's page: how its slip fares, whose it is, which service, and its sheet. */
export function serviceSaid(
  voice: Voice,
  { answer, person, print }: Extract<Screen, { kind: 'service' }>,
  view: View,
): readonly Utterance[] {
  const { say, join, masked } = voice;
  return [
    ...printSaid(voice, print),
    secret(join(masked(person.name), say(`home.${answer.service}`))),
    ...faceOf(answer).said(voice, answer, view),
  ];
}
