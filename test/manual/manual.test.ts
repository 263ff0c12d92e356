import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FailureCode, failureCodes } from '../../common/contracts/failures.ts';
import { serviceNames } from '../../common/contracts/session/services/answer.ts';
import { cliStrings } from '../../common/strings/cli.ts';
import { kioskStrings } from '../../common/strings/kiosk.ts';
import { codesAstray, codesPage } from './codes-page.ts';
import { languages, pictures } from './pictures.ts';
import { readPage, shapeOf, stepsOf, unknownQuotes } from './text.ts';

const FOLDER = 'docs/manual';
/** A picture, bytes; and how many there may be: a manual is read over a hall's network, and looked through by people. */
const LARGEST = 60_000;
const MOST = 40;

/** Faults of which nobody is told but the operator: a journal that follows a lost one, a card that nobody took. */
const OPERATOR_ALONE: readonly string[] = ['STORE_ADOPTED', 'CARD_LEFT'];

const readers = ['resident', 'operator'] as const;
const textOf = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');
const pages = readers.flatMap((reader) =>
  languages.map((language) => {
    const text = textOf(`${reader}.${language}.md`);
    return { reader, language, text, page: readPage(text, language) };
  }),
);

describe.each(pages)('the manual of the $reader in $language', ({ reader, language, text, page }) => {
  it('names only pictures in its own language, and each of them is there', () => {
    expect(page.pictures.length).toBeGreaterThan(4);
    expect(text.match(/<img/g)).toHaveLength(page.pictures.length);
    for (const name of page.pictures) {
      expect(existsSync(join(FOLDER, 'pictures', `${name}.png`)), name).toBe(true);
      expect(name).toMatch(new RegExp(`(\\.${language}|^certificate-page)$`));
    }
  });

  it('says what is on a screen word for word', () => {
    expect(page.quoted.length).toBeGreaterThan(20);
    expect(unknownQuotes(page, language)).toEqual([]);
  });

  it('leads to files that are there, and to its own chapters', () => {
    const slugs = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replace(/ /g, '-'),
    );
    for (const link of page.links) {
      if (link.startsWith('#')) expect(slugs).toContain(link.slice(1));
      else expect(existsSync(join(FOLDER, link)), link).toBe(true);
    }
  });

  it('names codes and commands that there are', () => {
    const known: readonly string[] = failureCodes;
    for (const code of page.codes.filter((each) => !OPERATOR_ALONE.includes(each))) expect(known).toContain(code);
    for (const command of page.commands) expect(cliStrings.usage.en).toContain(`\n  ${command}`);
  });

  if (reader === 'operator') return;
  it('has one picture for each step, and every service', () => {
    const steps = stepsOf(text);
    expect(steps.length).toBeGreaterThan(12);
    for (const step of steps) expect(readPage(step, language).pictures, step.slice(0, 40)).toHaveLength(1);
    const titles = serviceNames.map((name) => kioskStrings[`home.${name}`][language === 'en' ? 'en' : 'zh']);
    expect(page.quoted).toEqual(expect.arrayContaining(titles));
  });
});

it.each(readers)('the manual of the %s says the same in both languages', (reader) => {
  const [zh, en] = pages.filter((each) => each.reader === reader).map(({ page }) => shapeOf(page));
  expect(en).toEqual(zh);
});

describe('the kept pictures', () => {
  const kept = readdirSync(join(FOLDER, 'pictures')).sort();

  it('are those of the list, each is used, none is large', () => {
    expect(kept).toEqual(pictures.map(({ name }) => `${name}.png`).sort());
    const used = new Set(pages.flatMap(({ page }) => page.pictures));
    expect([...used].map((name) => `${name}.png`).sort()).toEqual(kept);
    expect(kept.length).toBeLessThanOrEqual(MOST);
    for (const file of kept) expect(statSync(join(FOLDER, 'pictures', file)).size, file).toBeLessThanOrEqual(LARGEST);
  });
});

describe.each(languages)('the codes in %s', (language) => {
  it('are those of this version: `npm run manual` writes them', () => {
    expect(textOf(`codes.${language}.md`)).toBe(codesPage(language));
  });

  it('are all there, each once', () => {
    expect(codesAstray()).toEqual([]);
    const rows = [...codesPage(language).matchAll(/^\| `(\w+)` \|/gm)].map(([, code]) => code as FailureCode);
    expect([...rows].sort()).toEqual([...failureCodes].sort());
  });
});
