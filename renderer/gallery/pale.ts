import type { Piece } from '../fit/geometry.ts';
import { contrast, type Rgb, rgbOf } from '../theme/contrast.ts';

/** Least contrast of text (WCAG 2.2, 1.4.6). */
const LEAST = 7;

/** The ground behind a piece: the nearest opaque one under its middle, itself or behind it. */
function groundOf({ element, box }: Piece): Rgb | null {
  const stack = document.elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  const from = stack.findIndex((each) => each === element || each.contains(element));
  for (const behind of from < 0 ? stack : stack.slice(from)) {
    const ground = rgbOf(getComputedStyle(behind).backgroundColor);
    if (ground !== null) return ground;
  }
  return null;
}

/** Texts whose contrast with their ground is below 7:1, with the ratio. */
export function paleTexts(pieces: readonly Piece[]): readonly string[] {
  return pieces.flatMap((piece) => {
    const colour = rgbOf(getComputedStyle(piece.element).color);
    const ground = groundOf(piece);
    // What stands off the glass has no ground, and is a flaw of another kind.
    if (ground === null) return [];
    if (colour === null) return [`${piece.text}: no opaque colour`];
    const ratio = contrast(colour, ground);
    return ratio < LEAST ? [`${piece.text} ${ratio.toFixed(2)}`] : [];
  });
}
