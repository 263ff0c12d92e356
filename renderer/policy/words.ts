import type { PolicyChoice, PolicyChoosing, PolicyList, PolicyReading } from '../../common/contracts/session/policy.ts';
import type { Locale, TextKey } from '../text/texts.ts';

/** What the policy pages show and say alike: the glass, the keypad and the voice read it from here. */

export function langOf(locale: Locale): 'zh' | 'en' {
  return locale === 'en' ? 'en' : 'zh';
}

/** The words of an answer, one after the other, as they are said. */
export function choiceWords({ words, small }: PolicyChoice, ask: PolicyChoosing['ask']): readonly string[] {
  const said = ask === 'initial' ? strokeOf(words).name : words;
  return small === null ? [said] : [said, small];
}

/** A stroke is seen as it is written, and said by its name; letters are both. */
export function strokeOf(words: string): { readonly glyph: string | null; readonly name: string } {
  const [, glyph = null, name = words] = /^(\S) (\S.*)$/u.exec(words) ?? [];
  return { glyph, name };
}

interface TurnKey<To> {
  readonly words: TextKey;
  readonly to: To;
  readonly digit: number;
}

/** Keys beside the answers of a list: its next page, and another way to find something. */
export function listKeys({ choices, next }: PolicyList, find: string | null): readonly TurnKey<string>[] {
  const more = [
    ...(next === null ? [] : [{ words: 'policy.more', to: next } as const]),
    ...(find === null ? [] : [{ words: 'policy.find', to: find } as const]),
  ];
  return more.map((key, index) => ({ ...key, digit: choices.length + index + 1 }));
}

/** The keys that turn sheets; at an end the key is dead and says so. */
export function sheetKeys({ previous, next }: PolicyReading): readonly TurnKey<string | null>[] {
  return [
    { words: previous === null ? 'policy.first' : 'policy.previous', to: previous, digit: 1 },
    { words: next === null ? 'policy.last' : 'policy.next', to: next, digit: 2 },
  ];
}

/** How long a page holds, as a sentence and its values. */
export function validWords({ from, until }: PolicyReading): {
  readonly key: 'policy.since' | 'policy.fromTo';
  readonly values: Readonly<Record<string, string>>;
} {
  return until === null ? { key: 'policy.since', values: { from } } : { key: 'policy.fromTo', values: { from, until } };
}
