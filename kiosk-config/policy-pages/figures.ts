import type { Sheet } from './markdown.ts';

/** Both languages of a sheet must name the same figures: a slip of the pen in one of them is money to somebody. */

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const MONTH = new RegExp(`\\b(${MONTHS.join('|')})\\b(?= \\d{4}\\b)`, 'g');

/** The text of a sheet, its heading first. */
export function textOf({ heading, blocks }: Sheet): string {
  return [heading, ...blocks.map(({ spans }) => spans.map(({ text }) => text).join(''))].join('\n');
}

/** Every figure of a text, without the commas of thousands, months of a year as numbers, sorted. */
export function figuresOf(text: string): readonly string[] {
  const numbered = text.replace(MONTH, (month) => String(MONTHS.indexOf(month) + 1));
  const plain = numbered.replace(/(?<=\d),(?=\d{3}\b)/g, '');
  return [...plain.matchAll(/\d+(?:\.\d+)?/g)].map(([figure]) => figure.replace(/^0+(?=\d)/, '')).sort();
}

/** Figures that one text has and the other has not, as often as it has them. */
export function figuresApart(zh: Sheet, en: Sheet): { readonly zh: readonly string[]; readonly en: readonly string[] } {
  const [chinese, english] = [figuresOf(textOf(zh)), figuresOf(textOf(en))];
  return { zh: without(chinese, english), en: without(english, chinese) };
}

function without(all: readonly string[], taken: readonly string[]): readonly string[] {
  const left = [...taken];
  return all.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
