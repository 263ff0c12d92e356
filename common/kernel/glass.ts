/**
 * How large things are on a glass. Everything that a finger or an eye must meet is computed here from the panel's size
 * in mm and the distance from which it is read; style sheets only multiply.
 */

/** Capital height of text as an angle, degrees (EN 301 549, 5.1.4), and the least side of a touched key, mm. */
const LEAST_ANGLE = 0.7;
export const LEAST_KEY_MM = 20;
/** Height of a capital of Noto Sans CJK SC, em. */
export const CAPITAL_EM = 0.733;

/** The screens are drawn for a glass of this size (21.5" full HD), read at 600 mm; a landscape one for it turned. */
export const LONG_MM = 1920 / 4.0331;
export const SHORT_MM = 1080 / 4.0331;
/** The smallest text of the drawing, mm; its capital is 7.70 mm, the law's at 600 mm 7.33 mm. */
const DRAWN_TEXT_MM = 10.5;

/** Text sizes beside the drawing's. The plainer theme has room for more: there each is a step larger. */
const factors = { normal: 1, large: 1.16, largest: 1.33 } as const;
const plainFactors = { normal: 1.16, large: 1.33, largest: 1.5 } as const;
export type TextSize = keyof typeof factors;

export interface Glass {
  /** Visible area as it is mounted, mm. */
  readonly widthMm: number;
  readonly heightMm: number;
  /** What the browser has of it, CSS px. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** From the glass to the eyes, mm. */
  readonly distanceMm: number;
  readonly textSize: TextSize;
  /** The plainer theme. */
  readonly plain?: boolean;
}

export interface Sizes {
  /** CSS px that stand for one mm of the drawing. */
  readonly unitPx: number;
  /** Factor of all text beside the drawing: what the person wants. */
  readonly type: number;
  /** The least of `type` that the law allows on this glass. */
  readonly leastType: number;
  /** Least font size and least side of a key, CSS px. */
  readonly leastTextPx: number;
  readonly leastKeyPx: number;
}

/** Least capital height at a distance, mm. */
export function leastCapitalMm(distanceMm: number): number {
  return distanceMm * Math.tan((LEAST_ANGLE * Math.PI) / 180);
}

/** Whether the screens' landscape order is shown; the same condition as in the style sheets. */
export function isLandscape(widthPx: number, heightPx: number): boolean {
  return widthPx >= heightPx;
}

/** Physical px per mm. A window turned otherwise than the panel stands for the panel turned. */
export function pxPerMm({ widthMm, heightMm, widthPx, heightPx }: Glass): number {
  const turned = isLandscape(widthPx, heightPx) !== isLandscape(widthMm, heightMm);
  const [width, height] = turned ? [heightMm, widthMm] : [widthMm, heightMm];
  return Math.min(widthPx / width, heightPx / height);
}

/**
 * The sizes on a glass. Seen from further away than 600 mm the whole drawing grows as far as the glass is large enough,
 * then the text alone; on a glass smaller than the drawing, the drawing shrinks and its text does not go below the law.
 */
export function sizesOf(glass: Glass): Sizes {
  const { widthPx, heightPx, distanceMm, textSize, plain = false } = glass;
  const physical = pxPerMm(glass);
  const leastTextPx = (physical * leastCapitalMm(distanceMm)) / CAPITAL_EM;
  const [width, height] = isLandscape(widthPx, heightPx) ? [LONG_MM, SHORT_MM] : [SHORT_MM, LONG_MM];
  const fitting = Math.min(widthPx / width, heightPx / height);
  const unitPx = Math.min(fitting, Math.max(physical, leastTextPx / DRAWN_TEXT_MM));
  const leastType = Math.max(1, leastTextPx / (DRAWN_TEXT_MM * unitPx));
  return {
    unitPx,
    type: leastType * (plain ? plainFactors : factors)[textSize],
    leastType,
    leastTextPx,
    leastKeyPx: LEAST_KEY_MM * physical,
  };
}

const px = (value: number): string => `${Math.round(value * 1e4) / 1e4}px`;
/** A floor, in the 1/64 px that a browser lays out in, rounded up. */
const floorPx = (value: number): string => `${Math.ceil(value * 64) / 64}px`;

/** The sizes as the custom properties from which `theme/tokens.css` makes every other. */
export function propertiesOf(glass: Glass): Readonly<Record<string, string>> {
  const { unitPx, type, leastTextPx, leastKeyPx } = sizesOf(glass);
  return {
    '--mm': px(unitPx),
    '--type': String(Math.round(type * 1e4) / 1e4),
    '--least-text': floorPx(leastTextPx),
    '--least-key': floorPx(leastKeyPx),
  };
}
