import { isLandscape, SHORT_MM } from '../../common/kernel/glass.ts';

/** Widths of the money bar, mm: the glass without its margins, and the look area of a landscape one (theme/landscape). */
const BAR_MM = { portrait: SHORT_MM - 36, landscape: 270.8 };

/** Width in mm of a bar over the whole look area. */
export function barMm(): number {
  const landscape = typeof window !== 'undefined' && isLandscape(window.innerWidth, window.innerHeight);
  return landscape ? BAR_MM.landscape : BAR_MM.portrait;
}
