import { type PolicyList, type PolicyView, type Situation, situations } from '../../common/contracts/session/policy.ts';
import { policyStrings } from '../../common/strings/kiosk/policy.ts';
import { inForce } from '../../kiosk-config/policy-pages/load.ts';
import type { PolicyPage } from '../../kiosk-config/policy-pages/page.ts';
import { cut, initialChoices, PER_PAGE, pageChoices, situationChoices, wordChoices } from './policy-choices.ts';
import { type Place, parsePlace } from './policy-place.ts';
import { readingOf } from './policy-reading.ts';
import { groupOf, initials, type Lang, pagesWith } from './policy-words.ts';

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

type ListPlace = Exclude<Place, { kind: 'page' }>;

const FIRST: ListPlace = { kind: 'situations', page: 1, at: 'situations' };

/** Where a key leads; an unknown place, or a page that has expired meanwhile, is the first question again. */
export function turnTo(shelf: PolicyShelf, { to, city, today }: PolicyAsked): PolicyTurn {
  const cities = city === null ? shelf.cities : [city];
  const shown = shelf.pages.filter((page) => inForce(page, today) && holdsFor(page, cities));
  // What holds here stands before what holds everywhere.
  const pages = [
    ...shown.filter((page) => page.cities.length > 0),
    ...shown.filter((page) => page.cities.length === 0),
  ];
  const place = (to === null ? null : parsePlace(to)) ?? FIRST;
  if (place.kind !== 'page') return { view: listOf(pages, place), page: null };
  const page = pages.find(({ id }) => id === place.id);
  return page === undefined ? { view: listOf(pages, FIRST), page: null } : { view: readingOf(page, place), page };
}

function holdsFor({ cities }: PolicyPage, wanted: readonly string[]): boolean {
  return cities.length === 0 || wanted.length === 0 || cities.some((city) => wanted.includes(city));
}

const both = <T>(make: (lang: Lang) => T): { zh: T; en: T } => ({ zh: make('zh'), en: make('en') });

function listOf(pages: readonly PolicyPage[], place: ListPlace): PolicyView {
  const { at, page } = place;
  const base = { step: 'choose' as const, at, find: null };
  const listed = (found: readonly PolicyPage[]) => both((lang) => cut(pageChoices(found, lang, at), page, at));
  switch (place.kind) {
    case 'situations': {
      const choices = (lang: Lang) => situations.flatMap((one) => situationChoices(pages, one, lang, at));
      const lists = both((lang) => cut(choices(lang), page, at, PER_PAGE));
      return { ...base, ask: 'situation', chosen: null, lists, find: 'initials', up: null };
    }
    case 'situation': {
      const { situation } = place;
      const chosen = both((lang) => policyStrings[`policy.${situation}`][lang]);
      const lists = listed(pages.filter((each) => each.situations.includes(situation)));
      return { ...base, ask: 'page', chosen, lists, up: placeOf(pages, situation) };
    }
    case 'initials': {
      const lists = both(
        (lang): PolicyList => ({ choices: initialChoices(pages, lang), page: 1, pages: 1, next: null }),
      );
      return { ...base, ask: 'initial', chosen: null, lists, up: FIRST.at };
    }
    case 'initial': {
      const { group } = place;
      const chosen = both((lang) => initials(lang)[group - 1] ?? '');
      const lists = both((lang) => cut(wordChoices(pages, group, lang, at), page, at));
      return { ...base, ask: 'word', chosen, lists, up: 'initials' };
    }
    case 'word': {
      const { word } = place;
      const group = groupOf(pages, word);
      const up = group === null ? 'initials' : `initial:${group}`;
      return { ...base, ask: 'page', chosen: { zh: word, en: word }, lists: listed(pagesWith(pages, word)), up };
    }
  }
}

/** The page of the first question on which something that has happened stands. */
function placeOf(pages: readonly PolicyPage[], situation: Situation): string {
  const shown = situations.filter((one) => pages.some((page) => page.situations.includes(one)));
  const page = Math.floor(Math.max(0, shown.indexOf(situation)) / PER_PAGE) + 1;
  return page === 1 ? FIRST.at : `${FIRST.at}@${page}`;
}
