import type { PolicyBlock } from '../../common/contracts/session/policy.ts';
import { HEADING_EM, linesOf, SHEET_LINES, widthOf } from './measure.ts';
import { type Fault, fault } from './problem.ts';

/**
 * The Markdown of a page, and no more of it: `## ` begins a sheet, `- ` an item, `**bold**`, paragraphs. Everything else
 * that Markdown or HTML could mean is refused where it stands, so nothing of a page is ever more than text.
 */
export interface Sheet {
  readonly heading: string;
  readonly blocks: readonly PolicyBlock[];
}

/** What is refused in a line, and what to write instead. */
const REFUSED: readonly (readonly [RegExp, string, string])[] = [
  [/[<>]|&#?\w+;/u, 'HTML is not shown', 'words'],
  [/[[\]]|:\/\/|www\./u, 'Links and pictures are not shown', 'a telephone number, or the name of an office'],
  [/[`|\\~^_$]/u, 'This sign of Markdown is not shown', '## headings, - items, **bold**'],
  [/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u, 'There is a character here that nobody sees', 'plain text'],
  [/^(?:#(?!# )|#{3,})/u, 'Only one kind of heading is shown', '## and a space'],
  [/^(?:[+>=]|\* |\d+[.)] |-(?! ))/u, 'This begins nothing that is shown', '- and a space, or a paragraph'],
];

/** Parts of a paragraph that stand out or do not. */
const MOST_SPANS = 20;

interface Draft {
  readonly heading: string;
  readonly line: number;
  readonly parts: { kind: PolicyBlock['kind']; text: string; line: number }[];
}

/** The sheets of a page. `first`: the line, from 1, on which its body begins; `lang` decides how lines are joined. */
export function readSheets(
  body: readonly string[],
  first: number,
  lang: 'zh' | 'en',
): { readonly sheets: readonly Sheet[]; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const drafts: Draft[] = [];
  let open = false;
  for (const [index, raw] of body.entries()) {
    const line = first + index;
    const text = raw.trim();
    const refused = REFUSED.find(([what]) => what.test(text));
    if (refused !== undefined) faults.push(fault(line, refused[1], refused[2]));
    if (text === '') open = false;
    else if (text.startsWith('## ')) {
      drafts.push({ heading: text.slice(3).trim(), line, parts: [] });
      open = false;
    } else {
      const draft = drafts.at(-1);
      if (draft === undefined) faults.push(fault(line, 'Text stands before the first heading', '## and a heading'));
      const last = draft?.parts.at(-1);
      if (text.startsWith('- ')) draft?.parts.push({ kind: 'item', text: text.slice(2).trim(), line });
      else if (open && last !== undefined) last.text += lang === 'en' ? ` ${text}` : text;
      else draft?.parts.push({ kind: 'text', text, line });
      open = true;
    }
  }
  if (drafts.length === 0) faults.push(fault(first, 'The page has no sheet', '## and a heading'));
  if (drafts.length > 6) faults.push(fault(first, 'The page has too many sheets', 'at most six'));
  const sheets = drafts.map(({ heading, line, parts }): Sheet => {
    const room = parts.reduce((sum, { text }) => sum + linesOf(text), 0);
    if (widthOf(heading) > HEADING_EM || heading.includes('*')) {
      faults.push(fault(line, 'The heading is too long', `at most ${HEADING_EM} Chinese characters, no **`));
    }
    if (parts.length === 0) faults.push(fault(line, 'The sheet is empty', 'a paragraph or items'));
    if (room > SHEET_LINES) {
      const words = `The sheet does not fit the glass: ${room} lines`;
      faults.push(fault(line, words, `${SHEET_LINES} lines; begin another sheet with ##`));
    }
    return { heading, blocks: parts.map(({ kind, text, line: at }) => ({ kind, spans: spansOf(text, at, faults) })) };
  });
  return { sheets, faults };
}

/** "**bold** and plain" as spans; a star that closes nothing is a fault. */
function spansOf(text: string, line: number, faults: Fault[]): PolicyBlock['spans'] {
  const parts = text.split('**');
  const wrong = parts.some((part, index) => part.includes('*') || (index % 2 === 1 && part.trim() === ''));
  if (parts.length % 2 === 0 || wrong) {
    faults.push(fault(line, 'A ** is open or empty, or a single * stands here', '**bold**'));
  }
  if (parts.length > MOST_SPANS) faults.push(fault(line, 'Too much is bold', 'the one figure that people came for'));
  return parts.map((part, index) => ({ text: part, bold: index % 2 === 1 })).filter((span) => span.text !== '');
}
