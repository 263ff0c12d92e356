import fc from 'fast-check';
import { expect, it } from 'vitest';
import { policyViewSchema } from '../../common/contracts/session/policy.ts';
import { FILE_NAME, readPage } from './page.ts';
import { enText, TODAY, zhText } from './testing/pages.ts';

/** Pieces of which bureaus, slips of the pen and worse are made. */
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('起付线', '报70%', '一年400元', '社区医院', '，', '。', ' ', '12') },
  { weight: 2, arbitrary: fc.constantFrom('**', '\n', '\n\n', '\n- ', '\n## ') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('<b>', '[x](y)', '`', '*', '# ', '1. ', '\u202e', '&lt;', '\\', '---', '\u0000'),
  },
);
const body = fc.array(piece, { maxLength: 60 }).map((pieces) => `## 甲\n${pieces.join('')}\n`);

it('whatever is written, a page is refused, or it is text that fits the glass and says what was written', () => {
  let accepted = 0;
  fc.assert(
    fc.property(body, (text) => {
      const { page, problems } = readPage('any', { zh: zhText({}, text), en: enText({}, text) }, TODAY);
      expect(page === null).toBe(problems.length > 0);
      if (page === null) return;
      accepted += 1;
      const sheets = page.zh.sheets.map(({ heading, blocks }) => ({
        ...{ title: page.zh.title, heading, blocks, place: page.zh.place, source: page.zh.source },
      }));
      for (const sheet of sheets) {
        const view = {
          ...{ step: 'read', at: 'x', id: 'any', sheets: { zh: sheet, en: sheet }, sheet: 1, of: 1, up: null },
          ...{ previous: null, next: null, from: page.validFrom, until: page.validUntil, checked: page.checkedOn },
          illustrative: true,
        };
        expect(policyViewSchema.safeParse(view).success).toBe(true);
      }
      const shown = sheets.flatMap(({ heading, blocks }) => [
        heading,
        ...blocks.flatMap(({ spans }) => spans.map((span) => span.text)),
      ]);
      expect(shown.join('')).not.toMatch(/[<>`[\]*\\]|\p{Cc}|\p{Cf}/u);
      const bare = (words: string): string => words.replace(/\s|\*\*|^## |^- /gm, '');
      expect(bare(shown.join(''))).toBe(bare(text));
    }),
    { numRuns: 3000, seed: 13 },
  );
  expect(accepted).toBeGreaterThan(50);
});

it.each([
  ['away-care.en.md', true],
  ['a1.zh-CN.md', true],
  [`${'a'.repeat(40)}.en.md`, true],
  [`${'a'.repeat(41)}.en.md`, false],
  ['Away.en.md', false],
  ['-a.en.md', false],
  ['a..en.md', false],
  ['../a.en.md', false],
  ['a.de.md', false],
])('%s is the name of a page: %s', (name, is) => {
  expect(FILE_NAME.test(name)).toBe(is);
});
