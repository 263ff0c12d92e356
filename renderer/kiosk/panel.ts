/** The screens are drawn for a glass of at least this size, mm (21.5" FHD); a landscape one for it turned round. */
const LONG_MM = 1920 / 4.0331;
const SHORT_MM = 1080 / 4.0331;

/** Widths of the money bar, mm: the glass without its margins, and the look area of a landscape one (theme/landscape). */
const BAR_MM = { portrait: SHORT_MM - 36, landscape: 270.8 };

/** Whether this is a landscape glass; the same condition as in theme/landscape.css. */
function isLandscape(widthPx: number, heightPx: number): boolean {
  return widthPx >= heightPx;
}

/** CSS pixels that stand for one mm: the panel's own, or fewer where the drawn glass would not fit a smaller panel. */
export function fittingMm(pxPerMm: number, widthPx: number, heightPx: number): number {
  const [width, height] = isLandscape(widthPx, heightPx) ? [LONG_MM, SHORT_MM] : [SHORT_MM, LONG_MM];
  // A browser window may be a hair smaller than the panel; rounding must not shrink the whole screen.
  return Math.min(pxPerMm, widthPx / width, heightPx / height);
}

/** Width in mm of a bar over the whole look area. */
export function barMm(): number {
  const landscape = typeof window !== 'undefined' && isLandscape(window.innerWidth, window.innerHeight);
  return landscape ? BAR_MM.landscape : BAR_MM.portrait;
}
