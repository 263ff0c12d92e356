/** A 24 × 24 glyph: 72 bytes, 3 per column, most significant bit on top — the order of ESC * 33. */
export interface RareGlyph {
  readonly codePoint: number;
  readonly columns: Uint8Array;
}

const MAGIC = 0x4d4b4732; // "MKG2"
const GLYPH_BYTES = 72;

/** Header (magic, count), ascending code points (u32), then the glyphs in the same order. Big endian. */
export function packGlyphs(glyphs: readonly RareGlyph[]): Uint8Array {
  const sorted = [...glyphs].sort((a, b) => a.codePoint - b.codePoint);
  const out = new Uint8Array(8 + sorted.length * (4 + GLYPH_BYTES));
  const view = new DataView(out.buffer);
  view.setUint32(0, MAGIC);
  view.setUint32(4, sorted.length);
  sorted.forEach((glyph, i) => {
    view.setUint32(8 + i * 4, glyph.codePoint);
    out.set(glyph.columns, 8 + sorted.length * 4 + i * GLYPH_BYTES);
  });
  return out;
}

/** A look-up by binary search in a packed file. Throws on a file that is not one: the build is broken then. */
export function openGlyphs(file: Uint8Array): (codePoint: number) => Uint8Array | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const count = file.length >= 8 && view.getUint32(0) === MAGIC ? view.getUint32(4) : -1;
  if (count < 0 || file.length !== 8 + count * (4 + GLYPH_BYTES)) throw new Error('not a glyph file');
  return (codePoint) => {
    let low = 0;
    let high = count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = view.getUint32(8 + middle * 4);
      if (found === codePoint) {
        const at = 8 + count * 4 + middle * GLYPH_BYTES;
        return file.subarray(at, at + GLYPH_BYTES);
      }
      if (found < codePoint) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  };
}
