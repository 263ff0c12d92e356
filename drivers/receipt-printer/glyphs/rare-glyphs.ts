import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import type { GlyphSource } from '../codec/charset.ts';
import { openGlyphs } from './format.ts';

/** The shipped glyph file, read and unpacked at the first rare character (about 20 ms, 1.9 MB). */
export function createRareGlyphs(): GlyphSource {
  let lookUp: GlyphSource | null = null;
  return (codePoint) => {
    lookUp ??= openGlyphs(inflateRawSync(readFileSync(new URL('./rare-24.bin', import.meta.url))));
    return lookUp(codePoint);
  };
}
