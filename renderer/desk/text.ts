import { type DeskStringKey, deskStrings } from '../../common/strings/desk.ts';
import type { Sentence } from '../../common/strings/sentence.ts';
import { type Locale, type TextKey, textOf, type Values } from '../text/texts.ts';

/** A sentence of the desk, or one that desk and kiosk share: failures, payers, kinds of case, the work-list. */
export type DeskText = DeskStringKey | TextKey;

/** Says a sentence in the language of the screen. */
export type Say = (key: DeskText, values?: Values) => string;

function isDesk(key: DeskText): key is DeskStringKey {
  return Object.hasOwn(deskStrings, key);
}

/** The sentence `key` in `locale` with its values put in; a value that is missing leaves its name, which a test sees. */
export function sayIn(locale: Locale, key: DeskText, values: Values = {}): string {
  if (!isDesk(key)) return textOf(locale, key, values);
  const sentence: Sentence = deskStrings[key];
  const text = locale === 'en' ? sentence.en : sentence.zh;
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}

/** A sentence that is not said yet: what a key is called, and why it is dashed. */
export interface Said {
  readonly key: DeskText;
  readonly values?: Values;
}
