import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FILE_NAME, fileOf, type PolicyPage, readPage } from './page.ts';
import type { PageProblem } from './problem.ts';

/** What a folder of policy pages holds. A page with a problem is not in it. */
export interface Policies {
  readonly pages: readonly PolicyPage[];
  readonly problems: readonly PageProblem[];
}

/** A page is read whole into memory: nothing larger is one. Bytes. */
const MAX_BYTES = 20_000;
const MAX_PAGES = 200;
/** Files that may lie beside the pages. */
const BESIDE = 'README.md';

type Language = 'zh-CN' | 'en';

/**
 * Reads and checks every page of a folder. `today` is a day, `yyyy-MM-dd`. Never throws: a folder that cannot be read is
 * one problem.
 */
export function loadPolicies(folder: string, today: string): Policies {
  let names: readonly string[];
  try {
    names = readdirSync(folder).sort();
  } catch {
    return { pages: [], problems: [problem('', 'The folder of the policy pages cannot be read', folder)] };
  }
  const problems: PageProblem[] = [];
  const ids = new Set<string>();
  for (const name of names) {
    const [, id] = FILE_NAME.exec(name) ?? [];
    if (id !== undefined) ids.add(id);
    else if (name !== BESIDE) problems.push(problem(name, 'This is no policy page', 'name.zh-CN.md and name.en.md'));
  }
  const pages: PolicyPage[] = [];
  for (const id of [...ids].slice(0, MAX_PAGES)) {
    const [zh, en] = [readText(folder, id, 'zh-CN'), readText(folder, id, 'en')];
    if (typeof zh !== 'string') problems.push(zh);
    if (typeof en !== 'string') problems.push(en);
    if (typeof zh !== 'string' || typeof en !== 'string') continue;
    const read = readPage(id, { zh, en }, today);
    problems.push(...read.problems);
    if (read.page !== null) pages.push(read.page);
  }
  if (ids.size > MAX_PAGES) problems.push(problem('', 'There are too many pages', `at most ${MAX_PAGES}`));
  problems.push(...strokesApart(pages));
  return { pages, problems };
}

/** Pages of a day that are not shown any more, or not yet. */
export function notInForce(pages: readonly PolicyPage[], today: string): readonly PolicyPage[] {
  return pages.filter((page) => !inForce(page, today));
}

/** Whether a page is shown on a day, `yyyy-MM-dd`; its last day is one. */
export function inForce({ validFrom, validUntil }: PolicyPage, today: string): boolean {
  return validFrom <= today && (validUntil === null || today <= validUntil);
}

function problem(file: string, message: string, allowed: string): PageProblem {
  return { file, line: 0, message, allowed };
}

function readText(folder: string, id: string, lang: Language): string | PageProblem {
  const name = fileOf(id, lang);
  const file = join(folder, name);
  try {
    if (!statSync(file).isFile()) return problem(name, 'This is no file', 'a text');
    const bytes = readFileSync(file);
    if (bytes.length > MAX_BYTES) return problem(name, 'The page is too long', `at most ${MAX_BYTES} bytes`);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return problem(name, 'The page is missing in this language, or is not UTF-8', 'both languages, as UTF-8 text');
  }
}

/** A character that one page files under another first stroke than another page does. */
function strokesApart(pages: readonly PolicyPage[]): readonly PageProblem[] {
  const known = new Map<string, number>();
  return pages.flatMap(({ id, zh }) =>
    zh.words.flatMap(({ word, group }) => {
      const first = [...word][0] ?? '';
      const before = known.get(first) ?? group;
      known.set(first, before);
      if (before === group) return [];
      return [problem(fileOf(id, 'zh-CN'), `"${first}" has another first stroke on another page`, 'one of the two')];
    }),
  );
}
