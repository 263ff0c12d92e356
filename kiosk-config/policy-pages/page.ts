import type { Situation } from '../../common/contracts/session/policy.ts';
import { checkChinese, checkEnglish, type Word } from './facts.ts';
import { figuresApart } from './figures.ts';
import { readFrontMatter } from './front-matter.ts';
import { readSheets, type Sheet } from './markdown.ts';
import { type Fault, fault, type PageProblem } from './problem.ts';

/** One language of a page. */
export interface PageText {
  readonly title: string;
  /** The cities; null: the whole country. */
  readonly place: string | null;
  readonly source: string;
  /** What it is found by, each with the group of its beginning, 1 to 5. */
  readonly words: readonly Word[];
  readonly sheets: readonly Sheet[];
}

/** A page as a bureau wrote it, checked. Days are `yyyy-MM-dd`. */
export interface PolicyPage {
  readonly id: string;
  readonly situations: readonly Situation[];
  /** Empty: the whole country. */
  readonly cities: readonly string[];
  readonly validFrom: string;
  /** The last day; null: no source names one. */
  readonly validUntil: string | null;
  readonly checkedOn: string;
  readonly illustrative: boolean;
  readonly zh: PageText;
  readonly en: PageText;
}

/** The name of a page: at most forty small letters, digits and hyphens between them. */
export const FILE_NAME = /^(?=[^.]{1,40}\.)([a-z0-9]+(?:-[a-z0-9]+)*)\.(zh-CN|en)\.md$/;
export const fileOf = (id: string, lang: 'zh-CN' | 'en'): string => `${id}.${lang}.md`;

/** A page from its two texts, or everything that is wrong with them. `today`: no page was checked after it. */
export function readPage(
  id: string,
  texts: { readonly zh: string; readonly en: string },
  today: string,
): { readonly page: PolicyPage | null; readonly problems: readonly PageProblem[] } {
  const [zhMatter, enMatter] = [readFrontMatter(texts.zh), readFrontMatter(texts.en)];
  const zhFacts = checkChinese(zhMatter.matter);
  const enFacts = checkEnglish(enMatter.matter);
  const zhBody = readSheets(zhMatter.matter.body, zhMatter.matter.bodyLine, 'zh');
  const enBody = readSheets(enMatter.matter.body, enMatter.matter.bodyLine, 'en');
  const zh = [...zhMatter.faults, ...zhFacts.faults, ...zhBody.faults];
  const en = [...enMatter.faults, ...enFacts.faults, ...enBody.faults];
  const facts = zhFacts.facts;
  if (facts !== null) {
    const { validFrom, validUntil, checkedOn, cities } = facts;
    const { lineOf } = zhMatter.matter;
    if (validUntil !== null && validUntil < validFrom) {
      zh.push(fault(lineOf['validUntil'] ?? 1, 'It ends before it begins', 'a day after validFrom'));
    }
    if (checkedOn > today)
      zh.push(fault(lineOf['checkedOn'] ?? 1, 'It was checked in the future', 'a day until today'));
    if (enFacts.facts !== null && (enFacts.facts.place === undefined) !== (cities.length === 0)) {
      en.push(
        fault(enMatter.matter.lineOf['place'] ?? 1, '"place" and the Chinese "cities" differ', 'both, or neither'),
      );
    }
  }
  en.push(...sheetsApart(zhBody.sheets, enBody.sheets));
  const problems = [
    ...zh.map((each) => ({ file: fileOf(id, 'zh-CN'), ...each })),
    ...en.map((each) => ({ file: fileOf(id, 'en'), ...each })),
  ];
  if (problems.length > 0 || facts === null || enFacts.facts === null) return { page: null, problems };
  const { title, source, words, cities, ...shared } = facts;
  const place = cities.length === 0 ? null : cities.join('、');
  const english = { ...enFacts.facts, place: enFacts.facts.place ?? null };
  return {
    page: {
      id,
      cities,
      ...shared,
      zh: { title, place, source, words, sheets: zhBody.sheets },
      en: { ...english, sheets: enBody.sheets },
    },
    problems,
  };
}

/** Where the two languages do not say the same. */
function sheetsApart(zh: readonly Sheet[], en: readonly Sheet[]): readonly Fault[] {
  if (zh.length !== en.length) {
    return [fault(1, 'The languages differ', `${zh.length} sheets, as in Chinese`)];
  }
  return zh.flatMap((sheet, index) => {
    const other = en[index];
    if (other === undefined) return [];
    const apart = figuresApart(sheet, other);
    if (apart.zh.length + apart.en.length === 0) return [];
    const words = `The figures of sheet ${index + 1} differ: Chinese ${apart.zh.join(' ')}, English ${apart.en.join(' ')}`;
    return [fault(1, words, 'the same figures in both languages')];
  });
}
