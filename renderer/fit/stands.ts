import { collide, cutBoxes, highKeys, offGlass, overlap, piecesOf, solidsOf, standsOut, under } from './geometry.ts';

/**
 * Whether everything on the glass has its place: no text cut, covered or standing out, no two keys in one place, and,
 * where lower keys are wanted, none of them high.
 */
export function stands(glass: Element): boolean {
  const solids = solidsOf(glass);
  if (solids.some(offGlass)) return false;
  if (solids.some((one, i) => solids.slice(i + 1).some((other) => collide(one, other)))) return false;
  if (document.documentElement.hasAttribute('data-reach') && highKeys(glass).length > 0) return false;
  const pieces = piecesOf(glass);
  if (pieces.some(standsOut)) return false;
  if (pieces.some((piece) => solids.some((solid) => under(piece, solid)))) return false;
  if (pieces.some((piece, i) => pieces.slice(i + 1).some((other) => overlap(piece, other)))) return false;
  return cutBoxes(glass).length === 0;
}
