import { CAPITAL_EM } from '../../common/kernel/glass.ts';
import {
  AIR_EM,
  collide,
  cutBoxes,
  highKeys,
  offGlass,
  overlap,
  piecesOf,
  solidsOf,
  standsOut,
  under,
} from '../fit/geometry.ts';
import { paleTexts } from './pale.ts';

/** Capital height of 0.7° at 600 mm, mm. */
const LEAST_CAPITAL_MM = 7.33;

/** What a picture of a screen must not have. */
export interface Flaws {
  /** Text that is cut by its box, or stands out of the glass, of its part of it, or of its key. */
  readonly clipped: readonly string[];
  /** Two texts, or a text and a key, in the same place. */
  readonly overlapping: readonly string[];
  /** Keys smaller than 20 mm in either direction, with their size in px. */
  readonly small: readonly string[];
  /** With lower keys: those in the upper half of the glass, with how far down their middle is. */
  readonly high: readonly string[];
  /** Text smaller than the floor (cap height 7.33 mm), with its size in px. */
  readonly tiny: readonly string[];
  /** Text below 7:1 on its ground. */
  readonly pale: readonly string[];
  /** The glass is higher or wider than the panel. */
  readonly scrolls: boolean;
  /** Han characters of the screen's own words: the frame, others' words, drawings and the unit of money do not count. */
  readonly han: number;
}

/** Looks for flaws in the screen that stands in this page. `pxPerMm` of the panel. */
export function measure(pxPerMm: number): Flaws {
  const clipped: string[] = [];
  const overlapping: string[] = [];
  const small: string[] = [];
  const tiny: string[] = [];
  const words: string[] = [];
  const glass = document.querySelector('[data-screen]');
  if (glass === null) throw new Error('no screen');
  const pieces = piecesOf(glass);
  const solids = solidsOf(glass);
  solids.forEach((one, index) => {
    if (offGlass(one)) clipped.push(`[${one.textContent}] off the glass`);
    for (const other of solids.slice(index + 1)) {
      if (collide(one, other)) overlapping.push(`[${one.textContent}] / [${other.textContent}]`);
    }
  });
  for (const element of cutBoxes(glass)) {
    clipped.push(`box ${element.className}: ${(element.textContent ?? '').slice(0, 30)}`);
  }
  pieces.forEach((piece, index) => {
    const { element, text, air } = piece;
    if (standsOut(piece)) clipped.push(text);
    const size = air / AIR_EM;
    if (size * CAPITAL_EM < LEAST_CAPITAL_MM * pxPerMm) tiny.push(`${text} ${size}`);
    for (const other of pieces.slice(index + 1)) {
      if (overlap(piece, other)) overlapping.push(`${text} / ${other.text}`);
    }
    for (const other of solids) if (under(piece, other)) overlapping.push(`${text} / [${other.textContent}]`);
    if (piece.first && !element.closest('[data-frame], [aria-hidden="true"], .unit')) words.push(text);
  });
  for (const key of glass.querySelectorAll('button')) {
    const { width, height } = key.getBoundingClientRect();
    if (width === 0) continue;
    if (Math.min(width, height) < 20 * pxPerMm) small.push(`${key.textContent} ${width}×${height}`);
  }
  const reach = document.documentElement.hasAttribute('data-reach');
  const high = (reach ? highKeys(glass) : []).map((key) => {
    const { top, height } = key.getBoundingClientRect();
    return `${key.textContent} ${Math.round(((top + height / 2) / innerHeight) * 100)} %`;
  });
  const { scrollHeight, scrollWidth } = document.documentElement;
  const scrolls = scrollHeight > innerHeight || scrollWidth > innerWidth;
  const han = [...words.join('')].filter((each) => /\p{Script=Han}/u.test(each)).length;
  return { clipped, overlapping, small, high, tiny, pale: paleTexts(pieces), scrolls, han };
}
