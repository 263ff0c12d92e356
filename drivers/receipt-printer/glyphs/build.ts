/**
 * Builds rare-24.bin from Noto Sans CJK SC: a 24 × 24 dot glyph for every ideograph of the font that GB 2312 lacks.
 * Run by hand when the font changes (`node drivers/receipt-printer/glyphs/build.ts`); needs fontconfig's fc-query,
 * the Debian package fonts-noto-cjk and the development dependency @napi-rs/canvas. The product reads the file only.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { constants, deflateRawSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';
import { createCharset } from '../codec/charset.ts';
import { packGlyphs } from './format.ts';

const FONT_FILE = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';
const FONT_FAMILY = 'Noto Sans CJK SC';
const SIZE = 24;
/** Ink from which a dot is burnt: a little below half, since thin strokes must not break on thermal paper. */
const THRESHOLD = 96;

/** The code points that the font really has, from its own cmap. */
function codePointsOfFont(): number[] {
  const faces = execFileSync('fc-query', ['--format', '%{index} %{family[0]}\n%{charset}\n', FONT_FILE], {
    encoding: 'utf8',
  }).split('\n');
  const at = faces.findIndex((line) => line.endsWith(` ${FONT_FAMILY}`));
  if (at < 0) throw new Error(`${FONT_FAMILY} is not in ${FONT_FILE}`);
  return (faces[at + 1] ?? '').split(' ').flatMap((range) => {
    const [from = 0, to = from] = range.split('-').map((hex) => Number.parseInt(hex, 16));
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}

const canvas = createCanvas(SIZE, SIZE);
const context = canvas.getContext('2d');

function rasterise(codePoint: number): Uint8Array {
  context.fillStyle = '#fff';
  context.fillRect(0, 0, SIZE, SIZE);
  context.fillStyle = '#000';
  context.font = `${SIZE}px "${FONT_FAMILY}"`;
  context.textBaseline = 'alphabetic';
  context.fillText(String.fromCodePoint(codePoint), 0, 21);
  const pixels = context.getImageData(0, 0, SIZE, SIZE).data;
  const columns = new Uint8Array(SIZE * 3);
  for (let x = 0; x < SIZE; x++) {
    for (let y = 0; y < SIZE; y++) {
      const ink = 255 - (pixels[(y * SIZE + x) * 4] ?? 255);
      if (ink >= THRESHOLD) columns[x * 3 + (y >> 3)] = (columns[x * 3 + (y >> 3)] ?? 0) | (0x80 >> (y & 7));
    }
  }
  return columns;
}

const gb2312 = createCharset('gb2312', () => null);
const wanted = codePointsOfFont().filter((code) => {
  const ch = String.fromCodePoint(code);
  return /^\p{Unified_Ideograph}$/u.test(ch) && gb2312.cell(ch).missing;
});
const raw = packGlyphs(wanted.map((codePoint) => ({ codePoint, columns: rasterise(codePoint) })));
const packed = deflateRawSync(raw, { level: 9, memLevel: 9, strategy: constants.Z_DEFAULT_STRATEGY });
writeFileSync(new URL('./rare-24.bin', import.meta.url), packed);
process.stdout.write(`${wanted.length} glyphs, ${raw.length} bytes, ${packed.length} packed\n`);
