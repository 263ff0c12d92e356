import { createCanvas } from '@napi-rs/canvas';

/** A glyph of the printer's ROM: 24 rows of 12 or 24 dots, one byte per dot. */
export interface RomGlyph {
  readonly width: 12 | 24;
  readonly dots: Uint8Array;
}

const SIZE = 24;
const BASELINE = 21;
/** Ink (0–255) from which a dot is black. */
const THRESHOLD = 96;

const canvas = createCanvas(SIZE, SIZE);
const context = canvas.getContext('2d');
const cache = new Map<string, RomGlyph>();

/** A ROM draws the geometric signs over its whole cell, a text font does not. `inside` tells which dots are black. */
const SIGNS: Readonly<Record<string, (x: number, y: number) => boolean>> = {
  '■': (x, y) => Math.max(Math.abs(x), Math.abs(y)) <= 10.5,
  '□': (x, y) => Math.max(Math.abs(x), Math.abs(y)) <= 10.5 && Math.max(Math.abs(x), Math.abs(y)) > 8,
  '◆': (x, y) => Math.abs(x) + Math.abs(y) <= 11.5,
  '●': (x, y) => x * x + y * y <= 10.8 ** 2,
  '○': (x, y) => x * x + y * y <= 10.8 ** 2 && x * x + y * y > 8.6 ** 2,
  '▲': (x, y) => y <= 9 && y >= -10 && Math.abs(x) <= (y + 11) / 1.9,
  '━': (_x, y) => Math.abs(y) <= 2,
};

function drawSign(inside: (x: number, y: number) => boolean): Uint8Array {
  const dots = new Uint8Array(SIZE * SIZE);
  for (let i = 0; i < dots.length; i++) {
    dots[i] = inside((i % SIZE) - (SIZE - 1) / 2, Math.floor(i / SIZE) - (SIZE - 1) / 2) ? 1 : 0;
  }
  return dots;
}

function drawText(ch: string, width: 12 | 24): Uint8Array {
  context.fillStyle = '#fff';
  context.fillRect(0, 0, SIZE, SIZE);
  context.fillStyle = '#000';
  context.font = `${SIZE}px "Noto Sans Mono CJK SC"`;
  context.textBaseline = 'alphabetic';
  context.fillText(ch, 0, BASELINE);
  const pixels = context.getImageData(0, 0, SIZE, SIZE).data;
  const dots = new Uint8Array(width * SIZE);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < width; x++) {
      dots[y * width + x] = 255 - (pixels[(y * SIZE + x) * 4] ?? 255) >= THRESHOLD ? 1 : 0;
    }
  }
  return dots;
}

/** The glyph of a character, as a 24-dot thermal ROM would have it (Noto Sans Mono CJK SC, Debian fonts-noto-cjk). */
export function romGlyph(ch: string, width: 12 | 24): RomGlyph {
  const key = `${width}${ch}`;
  const known = cache.get(key);
  if (known) return known;
  const sign = SIGNS[ch];
  const glyph = { width, dots: sign && width === 24 ? drawSign(sign) : drawText(ch, width) };
  cache.set(key, glyph);
  return glyph;
}
