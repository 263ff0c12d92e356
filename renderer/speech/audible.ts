import { open, type Utterance } from './utterance.ts';
import { voiceOf } from './voice.ts';

/**
 * What may be heard: with headphones everything; through the loudspeaker nothing private, and once, where the first of
 * it would have been, that there is more to hear.
 */
export function audible(
  utterances: readonly Utterance[],
  headphones: boolean,
  locale: 'zh-CN' | 'en',
): readonly Utterance[] {
  if (headphones) return utterances;
  const first = utterances.findIndex((each) => each.private);
  const told = open(voiceOf(locale).say('speech.private'));
  return utterances.flatMap((each, index) => (index === first ? [told] : each.private ? [] : [each]));
}
