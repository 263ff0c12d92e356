import type { Snapshot } from '../../common/contracts/session/snapshot.ts';
import type { Utterance } from './utterance.ts';
import { voiceOf } from './voice.ts';

/** What a hint needs of a snapshot. */
export type Hall = Pick<Snapshot, 'locale' | 'headphones' | 'site'>;

/** What the hall is told of what it does not hear: where to plug in, or who helps where nothing private is ever spoken. */
function hintOf({ locale, headphones, site }: Hall): string {
  const { say } = voiceOf(locale);
  return headphones === undefined ? say('speech.never', { window: site.helpWindow }) : say('speech.private');
}

/**
 * The same, with what the hall is told in place of the first private one where no headphones are in. The rest of what is
 * private is then left out, by the voice itself (`drivers/speech`).
 */
export function withHint(utterances: readonly Utterance[], hall: Hall): readonly Utterance[] {
  const first = utterances.findIndex((each) => each.private);
  return utterances.map((each, index) => (index === first ? { ...each, instead: hintOf(hall) } : each));
}
