import i18next from 'i18next';
import { failureCauses } from '../../common/strings/failures/cause.ts';
import { failureSentences } from '../../common/strings/failures.ts';
import { type KioskKey, kioskStrings } from '../../common/strings/kiosk.ts';
import { type ReconcileString, reconcileStrings } from '../../common/strings/reconcile.ts';
import type { Sentence } from '../../common/strings/sentence.ts';

export type Locale = 'zh-CN' | 'en';
export type TextKey =
  | KioskKey
  | `failure.${keyof typeof failureSentences}`
  | `remedy.${keyof typeof failureSentences}`
  | `cause.${keyof typeof failureCauses}`
  | `reconcile.${ReconcileString}`;
export type Values = Readonly<Record<string, string | number>>;

function table(pick: (sentence: Sentence) => string): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [key, sentence] of Object.entries(kioskStrings)) all[key] = pick(sentence);
  for (const [key, sentence] of Object.entries(reconcileStrings)) all[`reconcile.${key}`] = pick(sentence);
  for (const [code, sentence] of Object.entries(failureCauses)) all[`cause.${code}`] = pick(sentence);
  for (const [code, { person, remedy }] of Object.entries(failureSentences)) {
    all[`failure.${code}`] = pick(person);
    all[`remedy.${code}`] = pick(remedy);
  }
  return all;
}

const i18n = i18next.createInstance();
void i18n.init({
  initAsync: false,
  lng: 'zh-CN',
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { prefix: '{', suffix: '}', escapeValue: false },
  resources: {
    'zh-CN': { translation: table((sentence) => sentence.zh) },
    en: { translation: table((sentence) => sentence.en) },
  },
});

/** Puts every sentence of `locale` through `change`. For the gallery's longer text; no screen calls it. */
export function rewriteTexts(locale: Locale, change: (text: string) => string): void {
  for (const [key, text] of Object.entries(i18n.getResourceBundle(locale, 'translation') as Record<string, string>)) {
    i18n.addResource(locale, 'translation', key, change(text), { keySeparator: '\u0000' });
  }
}

/** A number stays with what it counts: no line ends after "约 3" of "约 3 秒". */
function held(text: string): string {
  return text.replace(/(?<=\d) (?=\p{Script=Han})/gu, '\u00a0');
}

/** The sentence `key` in `locale` with its values put in. */
export function textOf(locale: Locale, key: TextKey, values: Values = {}): string {
  return held(i18n.t(key, { ...values, lng: locale }));
}

/** What a voice says for `key`: its spoken form where it has one, else what is read. */
export function spokenOf(locale: Locale, key: TextKey, values: Values = {}): string {
  const sentence: Sentence | undefined = Object.hasOwn(kioskStrings, key) ? kioskStrings[key as KioskKey] : undefined;
  const spoken = sentence?.spoken?.[locale === 'en' ? 'en' : 'zh'];
  if (spoken === undefined) return i18n.t(key, { ...values, lng: locale });
  return spoken.replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}

/** The sentence as it stands, placeholders and all, for putting elements in their places. */
export function templateOf(locale: Locale, key: TextKey): string {
  return i18n.t(key, { lng: locale, skipInterpolation: true });
}

/** The sentences of a failure for the person, one by one, without their full stops. */
export function failureParts(locale: Locale, code: keyof typeof failureSentences): readonly string[] {
  return textOf(locale, `failure.${code}`)
    .split(/(?<=\u3002)|(?<=\.)\s+/u)
    .map((part) => part.replace(/[\u3002.]$/u, '').trim())
    .filter((part) => part !== '');
}
