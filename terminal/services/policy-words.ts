import { policyStrings } from '../../common/strings/kiosk/policy.ts';
import { LETTERS, STROKES } from '../../kiosk-config/policy-pages/facts.ts';
import type { PolicyPage } from '../../kiosk-config/policy-pages/page.ts';

/** The words by which pages are found, in groups by how they begin. */

export type Lang = 'zh' | 'en';

const strokeKeys = [
  'policy.stroke.1',
  'policy.stroke.2',
  'policy.stroke.3',
  'policy.stroke.4',
  'policy.stroke.5',
] as const;

/** How words begin: the strokes of the telephone's keys with their names, or ranges of letters. */
export function initials(lang: Lang): readonly string[] {
  if (lang === 'en') return LETTERS;
  return strokeKeys.map((key, index) => `${STROKES[index] ?? ''} ${policyStrings[key].zh}`);
}

/** The words of a group, in the order of the alphabet, or of their sound. */
export function wordsIn(pages: readonly PolicyPage[], lang: Lang, group: number): readonly string[] {
  const all = pages.flatMap((page) => page[lang].words.filter((word) => word.group === group));
  return [...new Set(all.map(({ word }) => word))].sort(new Intl.Collator(lang === 'zh' ? 'zh-CN' : 'en').compare);
}

/** The pages that a word of either language stands on. */
export function pagesWith(pages: readonly PolicyPage[], wanted: string): readonly PolicyPage[] {
  return pages.filter(({ zh, en }) => [...zh.words, ...en.words].some(({ word }) => word === wanted));
}

/** The group in which a word stands; null where no page has it. */
export function groupOf(pages: readonly PolicyPage[], wanted: string): number | null {
  const words = pages.flatMap(({ zh, en }) => [...zh.words, ...en.words]);
  return words.find(({ word }) => word === wanted)?.group ?? null;
}
