import type { Voice } from '../speech/voice.ts';
import type { TextKey } from '../text/texts.ts';

/** Signs of a formula, as a voice says them. */
const SIGNS: readonly (readonly [string, TextKey])[] = [
  ['×', 'formula.times'],
  ['÷', 'formula.over'],
  ['+', 'formula.plus'],
  ['−', 'formula.minus'],
  ['%', 'formula.percent'],
  ['(', 'formula.open'],
  [')', 'formula.close'],
];

/** "(C + C × Z) ÷ 2" for the ear; a voice does not read signs. */
export function formulaSaid({ say }: Voice, formula: string): string {
  return SIGNS.reduce((text, [sign, words]) => text.replaceAll(sign, say(words)), formula);
}
