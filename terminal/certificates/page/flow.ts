import type { Mark } from './marks.ts';

/** Something that is not torn apart between two sheets: how high it is, and its marks where it begins at `y`; mm. */
export interface Block {
  readonly height: number;
  readonly marks: (y: number) => readonly Mark[];
}

/** Blocks one below the other; what does not fit before `bottom` begins the next sheet at `top`. At least one sheet. */
export function flow(blocks: readonly Block[], top: number, bottom: number): readonly (readonly Mark[])[] {
  const sheets: Mark[][] = [[]];
  let y = top;
  for (const { height, marks } of blocks) {
    if (y > top && y + height > bottom) {
      sheets.push([]);
      y = top;
    }
    sheets.at(-1)?.push(...marks(y));
    y += height;
  }
  return sheets;
}
