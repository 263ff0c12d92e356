import type { Cell, Charset } from '../codec/charset.ts';
import { cleanText } from '../codec/clean-text.ts';

/** What happened to the text of a slip on its way to the printer's repertoire. Counts only, never the characters. */
export interface TextCounts {
  /** Characters printed as an image in the line. */
  bitmaps: number;
  /** Characters that nobody could draw: printed as 〓. */
  missing: number;
  /** Control bytes taken out. */
  removed: number;
}

export interface Typesetter {
  /** Cleaned text as cells of the printer's repertoire. */
  cells(text: string): Cell[];
  readonly counts: TextCounts;
}

/** Turns text into cells and keeps count. One per slip. */
export function createTypesetter(charset: Charset): Typesetter {
  const counts: TextCounts = { bitmaps: 0, missing: 0, removed: 0 };
  return {
    counts,
    cells(text) {
      const clean = cleanText(text);
      counts.removed += clean.removed;
      return [...clean.text].map((ch) => {
        const { cell, missing } = charset.cell(ch);
        if (missing) counts.missing += 1;
        if (cell.bitmap) counts.bitmaps += 1;
        return cell;
      });
    },
  };
}
