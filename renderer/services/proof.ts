import type { ProofView } from '../../common/contracts/session/services/proof.ts';
import { open, secret, type Utterance } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import { cardDayText } from '../text/card-days.ts';
import type { TextKey } from '../text/texts.ts';
import type { Face, SheetKey } from './face.ts';

/** What stands below the first sentence: what the key does, or who does it instead; null where nothing is left to do. */
export function proofNote({ state, atWindow }: ProofView): TextKey | null {
  if (state === 'notEnough' || (state === 'due' && atWindow)) return 'proof.window';
  return state === 'due' ? 'proof.dueNote' : null;
}

function keys({ state, atWindow }: ProofView): readonly SheetKey[] {
  return state === 'due' && !atWindow ? [{ words: 'proof.send', act: { kind: 'turnService', to: 'send' } }] : [];
}

function said({ say, named, locale }: Voice, answer: ProofView): readonly Utterance[] {
  const { state, drawing, provenOn, validUntil, illustrative } = answer;
  const note = proofNote(answer);
  const on = provenOn === null ? say('proof.never') : cardDayText(locale, provenOn);
  return [
    secret(say(`proof.${state}`)),
    ...(note === null ? [] : [secret(say(note))]),
    ...drawing.map((what) => secret(named(say('proof.drawing'), what))),
    secret(named(say('proof.provenOn'), on)),
    ...(validUntil === null ? [] : [secret(named(say('proof.validUntil'), cardDayText(locale, validUntil)))]),
    ...(illustrative ? [open(say('service.illustrative'))] : []),
  ];
}

/** S11 */
export const proofFace: Face<ProofView> = { keys, said };
