import type { Mark } from './marks.ts';

/** Something that is not torn apart between two sheets: how high it is, and its marks where it begins at `y`; mm. */
export interface Block {
  readonly height: number;
  readonly marks: (y: number) => readonly Mark[];
  /** What is said again above it where it begins a sheet: the head of its table. */
  readonly head?: Block;
}

/** Blocks one below the other; what does not fit before `bottom` begins the next sheet at `top`. At least one sheet. */
export function flow(blocks: readonly Block[], top: number, bottom: number): readonly (readonly Mark[])[] {
  const sheets: Mark[][] = [[]];
  let y = top;
  const put = ({ height, marks }: Block): void => {
    sheets.at(-1)?.push(...marks(y));
    y += height;
  };
  for (const block of blocks) {
    if (y > top && y + block.height > bottom) {
      sheets.push([]);
      y = top;
      if (block.head !== undefined) put(block.head);
    }
    put(block);
  }
  return sheets;
}
