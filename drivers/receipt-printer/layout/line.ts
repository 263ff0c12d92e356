import type { Cell } from '../codec/charset.ts';

/** One row of a slip, free of bytes. All lines of a slip are `columns` half-width characters wide or less. */
export type SlipLine =
  | { readonly kind: 'text'; readonly cells: readonly Cell[]; readonly style: LineStyle }
  | { readonly kind: 'rule'; readonly cells: readonly Cell[] }
  | { readonly kind: 'space' }
  | { readonly kind: 'qr'; readonly data: string };

export interface LineStyle {
  readonly bold: boolean;
  readonly double: boolean;
  readonly inverse: boolean;
}

export const PLAIN: LineStyle = { bold: false, double: false, inverse: false };
export const BOLD: LineStyle = { ...PLAIN, bold: true };

/** Columns that the cells take, in half-width characters. */
export function widthOf(cells: readonly Cell[]): number {
  let width = 0;
  for (const cell of cells) width += cell.width;
  return width;
}
