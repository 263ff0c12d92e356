import type { Cell } from '../codec/charset.ts';
import { BOLD, type LineStyle, PLAIN, type SlipLine, widthOf } from './line.ts';
import type { Typesetter } from './typesetter.ts';
import { isOneWord, wrap } from './wrap.ts';

/** Where the rows are set: the typesetter of this slip and its width in half-width columns. */
export interface Setting {
  readonly type: Typesetter;
  readonly columns: number;
}

export const textLine = (cells: readonly Cell[], style: LineStyle): SlipLine => ({ kind: 'text', cells, style });

export function blanks(type: Typesetter, count: number): Cell[] {
  return type.cells(' '.repeat(Math.max(0, count)));
}

/** Columns available in a style: a double-size line holds half as many. */
export function room(set: Setting, style: LineStyle): number {
  return style.double ? Math.floor(set.columns / 2) : set.columns;
}

/** An image in the line is 24 dots high whatever GS ! says, so a line that needs one is set in normal size. */
export function sized(style: LineStyle, ...parts: readonly (readonly Cell[])[]): LineStyle {
  const hasImage = parts.some((cells) => cells.some((cell) => cell.bitmap));
  return style.double && hasImage ? { ...style, double: false } : style;
}

/**
 * White on black over the full width. Large characters fill their cell, so a black line of normal height stands above
 * and below them: signs that touch the edge of a bar are hard to read.
 */
export function inverseBar(set: Setting, text: string, double: boolean): SlipLine[] {
  const style: LineStyle = { bold: true, double, inverse: true };
  const lines = paragraph(set, text, style, true);
  const isDouble = lines.some((line) => line.kind === 'text' && line.style.double);
  const band = isDouble ? [textLine(blanks(set.type, set.columns), { ...PLAIN, inverse: true })] : [];
  return [...band, ...lines, ...band, { kind: 'space' }];
}

/** Wrapped text, left or centred; a white-on-black line is filled to both edges. */
export function paragraph(set: Setting, text: string, style: LineStyle, centred: boolean): SlipLine[] {
  const cells = set.type.cells(text);
  const real = sized(style, cells);
  const width = room(set, real);
  return wrap(cells, width).map((line) => {
    const before = centred ? Math.floor((width - widthOf(line)) / 2) : 0;
    const after = style.inverse ? width - before - widthOf(line) : 0;
    return textLine([...blanks(set.type, before), ...line, ...blanks(set.type, after)], real);
  });
}

/** Label left, value at the right edge; a label that is too long wraps beside the value, under `indent`. */
export function labelValue(set: Setting, lead: string, label: string, value: string, style: LineStyle): SlipLine[] {
  const { type } = set;
  const head = type.cells(lead);
  const right = type.cells(value);
  const labelCells = type.cells(label);
  const real = sized(style, labelCells, right);
  const width = room(set, real);
  const gap = right.length > 0 ? 1 : 0;
  const labelRoom = width - widthOf(head) - widthOf(right) - gap;
  if (right.length > 0 && labelRoom < Math.min(8, widthOf(labelCells))) {
    // No room side by side: the value gets lines of its own, still at the right edge.
    const above = wrap(labelCells, width - widthOf(head)).map((line, i) => [
      ...(i === 0 ? head : blanks(type, widthOf(head))),
      ...line,
    ]);
    const below = wrap(right, width).map((line) => [...blanks(type, width - widthOf(line)), ...line]);
    return [...above, ...below].map((cells) => textLine(cells, real));
  }
  return wrap(labelCells, labelRoom).map((line, i) => {
    const left = [...(i === 0 ? head : blanks(type, widthOf(head))), ...line];
    const fill = i === 0 && right.length > 0 ? blanks(type, width - widthOf(left) - widthOf(right)) : [];
    return textLine(i === 0 ? [...left, ...fill, ...right] : left, real);
  });
}

/** Columns that a group of facts gives to its labels: the widest plus two, at most 12 (widest plus one, 11, on narrow paper). */
export function factLabelColumns(set: Setting, labels: readonly string[]): number {
  const widest = Math.max(...labels.map((label) => widthOf(set.type.cells(label))));
  return set.columns >= 40 ? Math.min(Math.max(widest + 2, 10), 12) : Math.min(widest + 1, 11);
}

/** Label in a column of its own, the value beside it and wrapped under itself. A long unbreakable value goes below. */
export function fact(set: Setting, label: string, value: string, labelColumns: number): SlipLine[] {
  const { type, columns } = set;
  const left = type.cells(label);
  const right = type.cells(value);
  const valueColumns = columns - labelColumns;
  const long = widthOf(right) > valueColumns && isOneWord(right, columns);
  if (long) return [...paragraph(set, label, PLAIN, false), textLine(right, PLAIN)];
  const lines = wrap(right, valueColumns);
  if (widthOf(left) >= labelColumns) {
    return [
      ...paragraph(set, label, PLAIN, false),
      ...lines.map((line) => textLine([...blanks(type, labelColumns), ...line], PLAIN)),
    ];
  }
  return lines.map((line, i) => {
    const column = i === 0 ? [...left, ...blanks(type, labelColumns - widthOf(left))] : blanks(type, labelColumns);
    return textLine([...column, ...line], PLAIN);
  });
}

export const big = (set: Setting, label: string, value: string): SlipLine[] =>
  labelValue(set, '', label, value, { ...BOLD, double: true });
