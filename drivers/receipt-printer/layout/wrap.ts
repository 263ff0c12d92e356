import type { Cell } from '../codec/charset.ts';
import { widthOf } from './line.ts';

const isBlank = (cell: Cell | undefined): boolean => cell?.ch === ' ' || cell?.ch === '\u3000';
const isWord = (cell: Cell): boolean => cell.width === 1 && !isBlank(cell);
/** Hanzi that belong to the number before them: 72岁, 2 号 may part, 2号 may not. */
const UNITS = new Set('岁年月日时分秒号次行张元天人');
/** Characters that must not begin a line (GB/T 15834: closing marks stay with what they close). */
const CLOSING = new Set('，。、；：！？）》」』】〕〉”’…·%,.;:!?)]}元');
/** Characters that must not end a line. */
const OPENING = new Set('（《「『【〔〈“‘([{￥');

/** A place where a line may end: not inside a run of Latin letters or digits, not before a closing mark. */
function mayBreak(before: Cell, after: Cell): boolean {
  if (isBlank(after) || isBlank(before)) return true;
  if (UNITS.has(after.ch) && /\d/.test(before.ch)) return false;
  if (CLOSING.has(after.ch) || OPENING.has(before.ch)) return false;
  return !(isWord(before) && isWord(after));
}

function trim(cells: readonly Cell[]): Cell[] {
  let from = 0;
  let to = cells.length;
  while (from < to && isBlank(cells[from])) from++;
  while (to > from && isBlank(cells[to - 1])) to--;
  return cells.slice(from, to);
}

/** How many cells from `from` fit into `width` columns; at least one, so that wrapping always goes on. */
function fitting(cells: readonly Cell[], from: number, width: number): number {
  let used = 0;
  let to = from;
  for (; to < cells.length; to++) {
    used += cells[to]?.width ?? 0;
    if (used > width) break;
  }
  return Math.max(to, from + 1);
}

function breakLines(cells: readonly Cell[], width: number): Cell[][] {
  const lines: Cell[][] = [];
  let from = 0;
  while (from < cells.length) {
    const limit = fitting(cells, from, width);
    let to = limit;
    if (limit < cells.length) {
      while (to > from) {
        const before = cells[to - 1];
        const after = cells[to];
        if (before && after && mayBreak(before, after)) break;
        to--;
      }
      if (to === from) to = limit;
    }
    lines.push(lines.length === 0 ? trimEnd(cells.slice(from, to)) : trim(cells.slice(from, to)));
    from = to;
    while (isBlank(cells[from])) from++;
  }
  return lines.length === 0 ? [[]] : lines;
}

/** A last line of at most so many columns looks like a mistake. */
const WIDOW = 4;
/** Columns by which the lines may be narrowed to give the last one company. */
const NARROWER = [2, 4, 6, 8];
const WIDOW_FROM = 16;

/**
 * Breaks cells into lines of at most `width` columns: at blanks and between hanzi; a word longer than a line is cut.
 * Blanks at a break vanish; empty text is one empty line. Where one or two hanzi would stand alone on the last line,
 * all lines are set a little narrower, if that takes no more of them.
 */
export function wrap(cells: readonly Cell[], width: number): Cell[][] {
  const lines = breakLines(cells, width);
  const isWidow = (some: readonly Cell[][]): boolean => some.length > 1 && widthOf(some.at(-1) ?? []) <= WIDOW;
  if (width < WIDOW_FROM || !isWidow(lines)) return lines;
  for (const less of NARROWER) {
    const narrower = breakLines(cells, width - less);
    if (narrower.length === lines.length && !isWidow(narrower)) return narrower;
  }
  return lines;
}

/** Leading blanks of the first line are an indent and stay. */
function trimEnd(cells: readonly Cell[]): Cell[] {
  let to = cells.length;
  while (to > 0 && isBlank(cells[to - 1])) to--;
  return cells.slice(0, to);
}

/** True where the text has no place to break and fits one line of `width` columns. */
export function isOneWord(cells: readonly Cell[], width: number): boolean {
  return widthOf(cells) <= width && cells.every((cell, i) => i === 0 || !mayBreak(cells[i - 1] ?? cell, cell));
}
