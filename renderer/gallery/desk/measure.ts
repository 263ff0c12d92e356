import { overlap, type Piece, piecesOf } from '../../fit/geometry.ts';

/** Least size of letters, px: 4.2 mm on the smallest screen of a desk (18.5", 1366 × 768). */
const LEAST_PX = 14;

/** What a picture of the desk must not have. */
export interface DeskFlaws {
  /** Text out of the screen, or cut by the box that it stands in. Names may end in dots: their column says so. */
  readonly clipped: readonly string[];
  readonly overlapping: readonly string[];
  readonly tiny: readonly string[];
  /** Text below 7:1 on its ground. */
  readonly pale: readonly string[];
  readonly scrolls: boolean;
  /** Sentences whose values are missing. */
  readonly unsaid: readonly string[];
}

/** The box that cuts a text, if one does. */
function cutBy({ element, box, air }: Piece): boolean {
  if (box.left < -1 || box.right > innerWidth + 1 || box.top + air < -1 || box.bottom - air > innerHeight + 1)
    return true;
  for (let each: HTMLElement | null = element; each !== null; each = each.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(each);
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    const room = each.getBoundingClientRect();
    const across = box.left < room.left - 1 || box.right > room.right + 1;
    const down = box.top + air < room.top - 1 || box.bottom - air > room.bottom + 1;
    if (down || (across && !each.classList.contains('name'))) return true;
    // What ends in dots is cut on purpose, and reaches no further.
    if (each.classList.contains('name')) return false;
  }
  return false;
}

/** Looks for flaws in the screen that stands in this page; under a sheet, in the sheet and round it. */
export function deskFlaws(paleOf: (pieces: readonly Piece[]) => readonly string[]): DeskFlaws {
  const glass = document.querySelector('[data-screen]');
  if (glass === null) throw new Error('no screen');
  const over = glass.querySelector('.over');
  // What a dashed key says stands over all else for a moment.
  const seen = ({ element }: Piece): boolean => element.closest(over === null ? '.denied' : '.denied, main') === null;
  const pieces = piecesOf(glass).filter(seen);
  const overlapping: string[] = [];
  pieces.forEach((piece, index) => {
    for (const other of pieces.slice(index + 1)) {
      if (other.element.closest('.name') !== null || piece.element.closest('.name') !== null) continue;
      if (overlap(piece, other)) overlapping.push(`${piece.text} / ${other.text}`);
    }
  });
  const { scrollHeight, scrollWidth } = document.documentElement;
  return {
    clipped: pieces.filter(cutBy).map(({ text }) => text),
    overlapping,
    tiny: pieces
      .filter(({ element }) => sizeOf(element) < LEAST_PX)
      .map(({ text, element }) => `${text} ${sizeOf(element)}`),
    pale: paleOf(pieces),
    scrolls: scrollHeight > innerHeight || scrollWidth > innerWidth,
    unsaid: pieces.map(({ text }) => text).filter((text) => /\{\w+\}|undefined|NaN/.test(text)),
  };
}

const sizeOf = (element: HTMLElement): number => Number.parseFloat(getComputedStyle(element).fontSize);
