import type { SlipBlock } from '../../../common/contracts/slip.ts';
import type { Cell } from '../codec/charset.ts';
import { PLAIN, type SlipLine, widthOf } from './line.ts';
import { blanks, type Setting, textLine } from './rows.ts';
import { wrap } from './wrap.ts';

type Row = Extract<SlipBlock, { kind: 'items' }>['rows'][number];

/** From this width on the table has columns; below it, level and count stand behind the name. */
const TABLE_COLUMNS = 40;
/** Level 2, count 6, amount 12, and a blank before the first. */
const FIGURES = 20;
const COUNT_END = 8;

function right(set: Setting, cells: readonly Cell[], width: number): Cell[] {
  return [...blanks(set.type, width - widthOf(cells)), ...cells];
}

/** 80 mm: name (wrapped in its column) · level · count · amount. */
function tableRow(set: Setting, row: Row): SlipLine[] {
  const { type, columns } = set;
  const nameColumns = columns - FIGURES - 1;
  const level = type.cells(row.level);
  const count = type.cells(row.count);
  const amount = type.cells(row.amount);
  const figures = [...level, ...right(set, count, COUNT_END - widthOf(level))];
  const tail = [...figures, ...right(set, amount, FIGURES - widthOf(figures))];
  // Figures too wide for their columns (a count of six digits): a line of their own at the right edge.
  const fits = widthOf(level) + widthOf(count) < COUNT_END && widthOf(amount) < FIGURES - COUNT_END;
  const names = wrap(type.cells(row.name), fits ? nameColumns : columns);
  if (!fits) return [...names.map((line) => textLine(line, PLAIN)), ...narrowTail(set, row, [])];
  return names.map((line, i) =>
    textLine(i === 0 ? [...line, ...blanks(type, nameColumns + 1 - widthOf(line)), ...tail] : line, PLAIN),
  );
}

/** "甲×1 … 210.00" behind `before`, in one line where it fits, else wrapped. */
function narrowTail(set: Setting, row: Row, before: readonly Cell[]): SlipLine[] {
  const { type, columns } = set;
  const amount = type.cells(row.amount);
  const levelCount = type.cells(`${before.length > 0 ? ' ' : '  '}${row.level}×${row.count}`);
  const left = [...before, ...levelCount];
  if (widthOf(left) + 1 + widthOf(amount) <= columns) {
    return [textLine([...left, ...right(set, amount, columns - widthOf(left))], PLAIN)];
  }
  const first = before.length > 0 ? [textLine(before, PLAIN)] : [];
  const own = type.cells(`  ${row.level}×${row.count}`);
  if (widthOf(own) + 1 + widthOf(amount) <= columns) {
    return [...first, textLine([...own, ...right(set, amount, columns - widthOf(own))], PLAIN)];
  }
  return [
    ...first,
    ...wrap(own, columns).map((line) => textLine(line, PLAIN)),
    textLine(right(set, amount, columns), PLAIN),
  ];
}

/** 58 mm: the name over the whole width; its last line carries level, count and amount where there is room. */
function narrowRow(set: Setting, row: Row): SlipLine[] {
  const lines = wrap(set.type.cells(row.name), set.columns);
  const last = lines.pop() ?? [];
  return [...lines.map((line) => textLine(line, PLAIN)), ...narrowTail(set, row, last)];
}

/** The fee lines with their header. */
export function items(set: Setting, block: Extract<SlipBlock, { kind: 'items' }>): SlipLine[] {
  const row = set.columns >= TABLE_COLUMNS ? tableRow : narrowRow;
  return [block.header, ...block.rows].flatMap((each) => row(set, each));
}
