import { createContext, useContext } from 'react';
import { type DockPageKey, dockPage } from '../../../common/strings/dock/page.ts';
import type { Sentence } from '../../../common/strings/sentence.ts';

export type Language = 'zh' | 'en';
export const LanguageContext = createContext<Language>('zh');

/** A sentence with its values put in. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark));
}

export interface Words {
  readonly language: Language;
  say(key: DockPageKey, values?: Readonly<Record<string, string | number>>): string;
  tell(sentence: Sentence): string;
}

/** The page's words in the language that was chosen. */
export function useWords(): Words {
  const language = useContext(LanguageContext);
  return {
    language,
    say: (key, values = {}) => fill(dockPage[key][language], values),
    tell: (sentence) => sentence[language],
  };
}

/** Integer fen as "70.15". */
export function yuan(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100);
  return `${fen < 0 ? '-' : ''}${whole}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
}
