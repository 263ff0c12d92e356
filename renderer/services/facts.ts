import type { Fen } from '../../common/kernel/money.ts';
import { secret, type Utterance } from '../speech/utterance.ts';
import type { Voice } from '../speech/voice.ts';
import type { TextKey, Values } from '../text/texts.ts';
import { monthText } from '../text/times.ts';

/** A sentence with its values. */
export interface Words {
  readonly words: TextKey;
  readonly values?: Values;
}

/** What a fact is: money, a `yyyy-MM`, words, or a plain number as the centre wrote it. */
export type Value = { readonly fen: Fen } | { readonly month: string } | Words | { readonly text: string };

/** One fact of a service, written once for the eye and for the ear. */
export interface Fact {
  readonly name: TextKey;
  readonly value: Value;
  /** Left out where somebody wants only what matters; the voice and the slip still have it. */
  readonly minor?: boolean;
  /** Names the row for tests. */
  readonly mark: string;
}

/** A value as text, where it is not money. */
export function plainText({ say, locale }: Pick<Voice, 'say' | 'locale'>, value: Exclude<Value, { fen: Fen }>): string {
  if ('month' in value) return monthText(locale, value.month);
  return 'text' in value ? value.text : say(value.words, value.values);
}

/** Facts for the ear. */
export function factsSaid(voice: Voice, facts: readonly Fact[]): readonly Utterance[] {
  return facts.map(({ name, value }) =>
    secret(voice.named(voice.say(name), 'fen' in value ? voice.yuan(value.fen) : plainText(voice, value))),
  );
}
