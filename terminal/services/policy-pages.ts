import {
  type PolicyChoice,
  type PolicyList,
  type PolicyView,
  type Situation,
  situations,
} from '../../common/contracts/session/policy.ts';
import { policyStrings } from '../../common/strings/kiosk/policy.ts';
import type { Sentence } from '../../common/strings/sentence.ts';
import { LETTERS, STROKES } from '../../kiosk-config/policy-pages/facts.ts';
import { inForce } from '../../kiosk-config/policy-pages/load.ts';
import type { PolicyPage } from '../../kiosk-config/policy-pages/page.ts';
import { type Place, pagePlace, parsePlace } from './policy-place.ts';
import { readingOf } from './policy-reading.ts';

/** S13: what a bureau wrote for people, found by what has happened to them, or by a word. */
export interface PolicyShelf {
  readonly pages: readonly PolicyPage[];
  /** Whose pages stand here for somebody whose city nobody knows; empty: everybody's. */
  readonly cities: readonly string[];
}

export interface PolicyAsked {
  /** Where to, as a view before it said; null: the first question. */
  readonly to: string | null;
  /** The city that the person is insured in; null where nobody has said. */
  readonly city: string | null;
  /** `yyyy-MM-dd`: a page is shown from its first day to its last. */
  readonly today: string;
}

/** What is shown then, and the whole page of it, for the paper. */
export interface PolicyTurn {
  readonly view: PolicyView;
  readonly page: PolicyPage | null;
}

type Lang = 'zh' | 'en';
type ListPlace = Exclude<Place, { kind: 'page' }>;

const FIRST: ListPlace = { kind: 'situations', page: 1, at: 'situations' };

/** Choices on one page of a list that has more of them; a fourth place is the key to the next page. */
const PER_PAGE = 3;
const AT_MOST = 4;

/** Where a key leads; an unknown place, or a page that has expired meanwhile, is the first question again. */
export function turnTo(shelf: PolicyShelf, { to, city, today }: PolicyAsked): PolicyTurn {
  const cities = city === null ? shelf.cities : [city];
  const pages = shelf.pages.filter((page) => inForce(page, today) && holdsFor(page, cities));
  const place = (to === null ? null : parsePlace(to)) ?? FIRST;
  if (place.kind !== 'page') return { view: listOf(pages, place), page: null };
  const page = pages.find(({ id }) => id === place.id);
  return page === undefined ? { view: listOf(pages, FIRST), page: null } : { view: readingOf(page, place), page };
}

function holdsFor({ cities }: PolicyPage, wanted: readonly string[]): boolean {
  return cities.length === 0 || wanted.length === 0 || cities.some((city) => wanted.includes(city));
}

function listOf(pages: readonly PolicyPage[], place: ListPlace): PolicyView {
  const both = (make: (lang: Lang) => PolicyList) => ({ zh: make('zh'), en: make('en') });
  const { at } = place;
  const base = { step: 'choose' as const, at };
  switch (place.kind) {
    case 'situations': {
      const choices = (lang: Lang) => situations.flatMap((situation) => situationChoice(pages, situation, lang, at));
      const lists = both((lang) => cut(choices(lang), place.page, at, PER_PAGE));
      return { ...base, ask: 'situation', chosen: null, lists, find: 'initials', up: null };
    }
    case 'situation': {
      const found = pages.filter((page) => page.situations.includes(place.situation));
      const lists = both((lang) =>
        cut(
          found.map((page) => pageChoice(page, at, lang)),
          place.page,
          at,
        ),
      );
      const chosen = wordsOf(policyStrings[`policy.${place.situation}`]);
      return { ...base, ask: 'page', chosen, lists, find: null, up: placeOf(pages, place.situation) };
    }
    case 'initials': {
      const lists = both((lang) => {
        const choices = initials(lang).map((words, index) => initialChoice(pages, lang, words, index + 1));
        return { choices, page: 1, pages: 1, next: null };
      });
      return { ...base, ask: 'initial', chosen: null, lists, find: null, up: 'situations' };
    }
    case 'initial': {
      const { group } = place;
      const lists = both((lang) => cut(wordChoices(pages, lang, group, at), place.page, at));
      const chosen = { zh: initials('zh')[group - 1] ?? '', en: initials('en')[group - 1] ?? '' };
      return { ...base, ask: 'word', chosen, lists, find: null, up: 'initials' };
    }
    case 'word': {
      const found = pages.filter((page) =>
        [...page.zh.words, ...page.en.words].some(({ word }) => word === place.word),
      );
      const lists = both((lang) =>
        cut(
          found.map((page) => pageChoice(page, at, lang)),
          place.page,
          at,
        ),
      );
      return {
        ...base,
        ask: 'page',
        chosen: { zh: place.word, en: place.word },
        lists,
        find: null,
        up: groupOf(found, place.word),
      };
    }
  }
}

/** What has happened, where there is a page about it; one page alone is opened at once. */
function situationChoice(
  pages: readonly PolicyPage[],
  situation: Situation,
  lang: Lang,
  from: string,
): readonly PolicyChoice[] {
  const found = pages.filter((page) => page.situations.includes(situation));
  const [only] = found;
  if (only === undefined) return [];
  const to = found.length === 1 ? pagePlace(only.id, 1, from) : `situation:${situation}`;
  const words = policyStrings[`policy.${situation}`][lang];
  return [{ to, words, small: found.length === 1 ? only[lang].title : count(found.length, lang), off: false }];
}

/** The page of the first question on which something that has happened stands. */
function placeOf(pages: readonly PolicyPage[], situation: Situation): string {
  const shown = situations.filter((one) => pages.some((page) => page.situations.includes(one)));
  const page = Math.floor(Math.max(0, shown.indexOf(situation)) / PER_PAGE) + 1;
  return page === 1 ? FIRST.at : `${FIRST.at}@${page}`;
}

/** The list of words in which a word stands. */
function groupOf(found: readonly PolicyPage[], word: string): string {
  const one = found.flatMap((page) => [...page.zh.words, ...page.en.words]).find((each) => each.word === word);
  return one === undefined ? 'initials' : `initial:${one.group}`;
}

function pageChoice(page: PolicyPage, from: string, lang: Lang): PolicyChoice {
  const { title, place } = page[lang];
  return {
    to: pagePlace(page.id, 1, from),
    words: title,
    small: place ?? policyStrings['policy.country'][lang],
    off: false,
  };
}

/** How words begin: the strokes of the telephone's keys, or ranges of letters. */
function initials(lang: Lang): readonly string[] {
  if (lang === 'en') return LETTERS;
  return STROKES.map((stroke, index) => `${stroke} ${policyStrings[strokeKeys[index] ?? 'policy.stroke.1'].zh}`);
}

const strokeKeys = [
  'policy.stroke.1',
  'policy.stroke.2',
  'policy.stroke.3',
  'policy.stroke.4',
  'policy.stroke.5',
] as const;

function initialChoice(pages: readonly PolicyPage[], lang: Lang, words: string, group: number): PolicyChoice {
  const found = wordsIn(pages, lang, group).length;
  const small = found === 0 ? policyStrings['policy.noWords'][lang] : null;
  return { to: `initial:${group}`, words, small, off: found === 0 };
}

/** The words of a group, in the order of the alphabet, or of their sound. */
function wordsIn(pages: readonly PolicyPage[], lang: Lang, group: number): readonly string[] {
  const all = pages.flatMap((page) => page[lang].words.filter((word) => word.group === group));
  return [...new Set(all.map(({ word }) => word))].sort(new Intl.Collator(lang === 'zh' ? 'zh-CN' : 'en').compare);
}

function wordChoices(pages: readonly PolicyPage[], lang: Lang, group: number, from: string): readonly PolicyChoice[] {
  return wordsIn(pages, lang, group).flatMap((word): readonly PolicyChoice[] => {
    const found = pages.filter((page) => page[lang].words.some((one) => one.word === word));
    const [only] = found;
    if (only === undefined) return [];
    const to = found.length === 1 ? pagePlace(only.id, 1, from) : `word:${word}`;
    return [{ to, words: word, small: found.length === 1 ? only[lang].title : count(found.length, lang), off: false }];
  });
}

function count(pages: number, lang: Lang): string {
  return policyStrings['policy.pages'][lang].replace('{pages}', String(pages));
}

function wordsOf({ zh, en }: Sentence): { readonly zh: string; readonly en: string } {
  return { zh, en };
}

/** One page of a list; a page that does not exist (any more) is its last. `room`: what stands without a next page. */
function cut(choices: readonly PolicyChoice[], page: number, at: string, room = AT_MOST): PolicyList {
  const perPage = choices.length <= room ? room : PER_PAGE;
  const pages = Math.max(1, Math.ceil(choices.length / perPage));
  const now = Math.min(page, pages);
  const bare = at.replace(/@\d+$/, '');
  return {
    choices: choices.slice((now - 1) * perPage, now * perPage),
    page: now,
    pages,
    next: pages === 1 ? null : `${bare}@${(now % pages) + 1}`,
  };
}
