import type { Block } from './flow.ts';
import { box, LEFT, type Mark, RIGHT, rule, text } from './marks.ts';

/** A column: its head, its right edge as a share of the width, and on which side its cells stand. */
export interface Column {
  readonly head: string;
  /** 0 to 1, rising from column to column; the last is 1. */
  readonly until: number;
  readonly align: 'left' | 'right';
}

const ROW = 6;
const SIZE = 3.3;
const INSET = 1.2;

function cells(columns: readonly Column[], row: readonly string[], y: number, bold: boolean): readonly Mark[] {
  const width = RIGHT - LEFT;
  return columns.map(({ until, align }, index) => {
    const from = LEFT + (columns[index - 1]?.until ?? 0) * width;
    const to = LEFT + until * width;
    const x = align === 'left' ? from + INSET : to - INSET;
    return text(x, y + 4.2, SIZE, row[index] ?? '', { align, bold, widest: to - from - 2 * INSET });
  });
}

/** A table; a row is never torn, and the head is said again where the table goes on. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): readonly Block[] {
  const head: Block = {
    height: ROW,
    marks: (y) => [
      box(LEFT, y, RIGHT - LEFT, ROW, 'faint'),
      ...cells(
        columns,
        columns.map(({ head: words }) => words),
        y,
        true,
      ),
    ],
  };
  const body = rows.map(
    (row): Block => ({ height: ROW, marks: (y) => [...cells(columns, row, y, false), rule(y + ROW, 0.1)], head }),
  );
  return [head, ...body];
}

/** Columns of equal width, the first one's cells to the left, the others' to the right. */
export function evenColumns(heads: readonly string[]): readonly Column[] {
  return heads.map((head, index) => ({
    head,
    until: (index + 1) / heads.length,
    align: index === 0 ? 'left' : 'right',
  }));
}
