/** The screens are drawn for a portrait glass of at least this size, mm (21.5" FHD). */
const DRAWN_MM = { width: 1080 / 4.0331, height: 1920 / 4.0331 };

/**
 * CSS pixels that stand for one mm: the panel's own, or fewer where the drawn glass would not fit (a smaller or a
 * landscape panel shows the portrait screens smaller, in the middle, until it has a layout of its own).
 */
export function fittingMm(pxPerMm: number, widthPx: number, heightPx: number): number {
  // A browser window may be a hair smaller than the panel; rounding must not shrink the whole screen.
  const fit = Math.min(widthPx / DRAWN_MM.width, heightPx / DRAWN_MM.height);
  return Math.min(pxPerMm, fit);
}

/** Width of the glass in mm as far as the screens use it. */
export function glassMm(pxPerMm: number): number {
  if (typeof window === 'undefined') return DRAWN_MM.width;
  return window.innerWidth > window.innerHeight * 0.7 ? DRAWN_MM.width : window.innerWidth / pxPerMm;
}
