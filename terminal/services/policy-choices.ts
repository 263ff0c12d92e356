import type { PolicyChoice, PolicyList, Situation } from '../../common/contracts/session/policy.ts';
import { policyStrings } from '../../common/strings/kiosk/policy.ts';
import type { PolicyPage } from '../../kiosk-config/policy-pages/page.ts';
import { pagePlace } from './policy-place.ts';
import { initials, type Lang, wordsIn } from './policy-words.ts';

/** The answers of the lists, in one language. `from`: the list that they stand in, to which back leads. */

/** Choices on one page of a list that has more of them; a fourth place is the key to the next page. */
export const PER_PAGE = 3;
const AT_MOST = 4;

/** What has happened, where there is a page about it; one page alone is opened at once. */
export function situationChoices(
  pages: readonly PolicyPage[],
  situation: Situation,
  lang: Lang,
  from: string,
): readonly PolicyChoice[] {
  const found = pages.filter((page) => page.situations.includes(situation));
  return oneOrMore(found, policyStrings[`policy.${situation}`][lang], `situation:${situation}`, lang, from);
}

/** The words of a group. */
export function wordChoices(
  pages: readonly PolicyPage[],
  group: number,
  lang: Lang,
  from: string,
): readonly PolicyChoice[] {
  return wordsIn(pages, lang, group).flatMap((word) => {
    const found = pages.filter((page) => page[lang].words.some((one) => one.word === word));
    return oneOrMore(found, word, `word:${word}`, lang, from);
  });
}

/** Pages by their titles, with the place that they hold for. */
export function pageChoices(pages: readonly PolicyPage[], lang: Lang, from: string): readonly PolicyChoice[] {
  return pages.map((page): PolicyChoice => {
    const { title, place } = page[lang];
    const small = place ?? policyStrings['policy.country'][lang];
    return { to: pagePlace(page.id, 1, from), words: title, small, off: false };
  });
}

/** How words begin; a beginning without words is dead and says so. */
export function initialChoices(pages: readonly PolicyPage[], lang: Lang): PolicyChoice[] {
  return initials(lang).map((words, index): PolicyChoice => {
    const off = wordsIn(pages, lang, index + 1).length === 0;
    return { to: `initial:${index + 1}`, words, small: off ? policyStrings['policy.noWords'][lang] : null, off };
  });
}

function oneOrMore(
  found: readonly PolicyPage[],
  words: string,
  list: string,
  lang: Lang,
  from: string,
): readonly PolicyChoice[] {
  const [only, ...more] = found;
  if (only === undefined) return [];
  if (more.length === 0) return [{ to: pagePlace(only.id, 1, from), words, small: only[lang].title, off: false }];
  const small = policyStrings['policy.pages'][lang].replace('{pages}', String(found.length));
  return [{ to: list, words, small, off: false }];
}

/** One page of a list; a page that does not exist (any more) is its last. `room`: what stands without a next page. */
export function cut(choices: readonly PolicyChoice[], page: number, at: string, room = AT_MOST): PolicyList {
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
