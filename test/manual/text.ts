import { failureSentences } from '../../common/strings/failures.ts';
import { kioskStrings } from '../../common/strings/kiosk.ts';
import { quietStrings } from '../../common/strings/quiet.ts';
import type { Sentence } from '../../common/strings/sentence.ts';
import type { Language } from './pictures.ts';

/** A page of the manuals, as far as it can be held against the program and against the page in the other language. */
export interface Page {
  /** Levels of its headings, in their order. */
  readonly headings: readonly number[];
  /** Names of its pictures, in their order, without `.png`. */
  readonly pictures: readonly string[];
  /** Where its links lead, in their order. */
  readonly links: readonly string[];
  /** What it says to stand on a screen; `…` stands for a value. */
  readonly quoted: readonly string[];
  /** Failure codes and commands of `minka` that it names. */
  readonly codes: readonly string[];
  readonly commands: readonly string[];
}

const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

const quotes: Readonly<Record<Language, RegExp>> = { 'zh-CN': /「([^」]*)」/gu, en: /“([^”]*)”/gu };

/** Reads a page. An `img` without an `alt` is no picture, and so is not found. */
export function readPage(text: string, language: Language): Page {
  return {
    headings: all(text, /^(#+) /gmu).map((marks) => marks.length),
    pictures: all(text, /<img src="pictures\/([\w.-]+)\.png" width="\d+" alt="[^"]+">/gu),
    links: all(text, /\]\(([^)]+)\)/gu),
    quoted: all(text, quotes[language]),
    codes: all(text, /`([A-Z]+_[A-Z_]+)`/gu),
    commands: all(text, /`minka ([a-z]+(?: [a-z][a-z-]*)?)/gu),
  };
}

/** The parts of a page that are a step each: from one heading of the third level to the next heading. */
export function stepsOf(text: string): readonly string[] {
  return text.split(/^(?=#+ )/gmu).filter((part) => /^### (第 \d+ 步|Step \d+)/u.test(part));
}

/** The page as far as both languages must have it: without the names of languages. */
export function shapeOf({ headings, pictures, links, codes, commands }: Page): unknown {
  const bare = (name: string): string => name.replace(/\.(zh-CN|en)(?=\.md|$)/u, '');
  // Chapters are linked by their own words.
  const away = links.filter((link) => !link.startsWith('#')).map(bare);
  return { headings, pictures: pictures.map(bare), links: away, inside: links.length - away.length, codes, commands };
}

/** Every sentence that a screen may show, with `…` where a value stands. */
function sentencesOf(language: Language): readonly string[] {
  const key = language === 'en' ? 'en' : 'zh';
  const tables: readonly Readonly<Record<string, Sentence>>[] = [kioskStrings, quietStrings];
  const shown = tables.flatMap((table) => Object.values(table).map((sentence) => sentence[key]));
  const told = Object.values(failureSentences).map(({ person }) => person[key]);
  return [...shown, ...told].map((text) => text.replace(/\{\w+\}/gu, '…'));
}

/** Quoted words that no screen has. */
export function unknownQuotes(page: Page, language: Language): readonly string[] {
  const sentences = sentencesOf(language);
  return page.quoted.filter((quoted) => !sentences.some((sentence) => sentence.includes(quoted)));
}
