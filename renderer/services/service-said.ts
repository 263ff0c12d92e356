import type { Screen } from '../../common/contracts/session/snapshot.ts';
import type { View } from '../keypad/offer.ts';
import { open, secret, type Utterance } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import { faceOf } from './faces.ts';

/** A service's page: whose, which service, its sheet, and the paper that came. */
export function serviceSaid(
  voice: Voice,
  { answer, person, print }: Extract<Screen, { kind: 'service' }>,
  view: View,
): readonly Utterance[] {
  const { say, join, masked } = voice;
  return [
    secret(join(masked(person.name), say(`home.${answer.service}`))),
    ...faceOf(answer).said(voice, answer, view),
    ...(print.state === 'printed' ? [open(join(say('tab.paper'), say('speech.slotPaper')))] : []),
  ];
}
