import iconv from 'iconv-lite';
import { inlineBitmap, withoutRealTime } from './commands.ts';

export type CharsetName = 'gb2312' | 'gbk' | 'gb18030';

/** One printed character: what is sent for it, and the half-width columns that it takes. */
export interface Cell {
  readonly ch: string;
  readonly width: 1 | 2;
  readonly bytes: Uint8Array;
  /** 24 × 24 dots, 3 bytes per column, where the printer has no such character. */
  readonly bitmap?: Uint8Array;
}

/** A 24 × 24 glyph by code point, or null. */
export type GlyphSource = (codePoint: number) => Uint8Array | null;

export interface Charset {
  readonly name: CharsetName;
  /** The cell of one character. What neither the printer nor the glyph file has becomes 〓 (`missing` is true). */
  cell(ch: string): { readonly cell: Cell; readonly missing: boolean };
}

/** GB 2312-80 by row (lead byte): the trail bytes that are assigned. Rows B0–F7 are full but for D7FA–D7FE. */
const SYMBOL_ROWS: Readonly<Record<number, readonly (readonly [number, number])[]>> = {
  161: [[0xa1, 0xfe]],
  162: [
    [0xb1, 0xe2],
    [0xe5, 0xee],
    [0xf1, 0xfc],
  ],
  163: [[0xa1, 0xfe]],
  164: [[0xa1, 0xf3]],
  165: [[0xa1, 0xf6]],
  166: [
    [0xa1, 0xb8],
    [0xc1, 0xd8],
  ],
  167: [
    [0xa1, 0xc1],
    [0xd1, 0xf1],
  ],
  168: [
    [0xa1, 0xba],
    [0xc5, 0xe9],
  ],
  169: [[0xa4, 0xef]],
};

function inGb2312(lead: number, trail: number): boolean {
  if (trail < 0xa1) return false;
  if (lead >= 0xb0 && lead <= 0xf7) return !(lead === 0xd7 && trail >= 0xfa);
  return (SYMBOL_ROWS[lead] ?? []).some(([from, to]) => trail >= from && trail <= to);
}

/** Only ideographs may be sent as four bytes: they are two columns wide for certain. */
const IDEOGRAPH = /^\p{Unified_Ideograph}$/u;
const PRIVATE_USE = /^\p{Co}$/u;

/** The bytes for `ch` in a ROM, or null where the ROM has no such character. */
function encode(name: CharsetName, ch: string): Uint8Array | null {
  if (PRIVATE_USE.test(ch)) return null;
  const bytes = iconv.encode(ch, name === 'gb18030' ? 'gb18030' : 'cp936');
  const [lead = 0, trail = 0] = bytes;
  if (bytes.length === 2) return name === 'gb2312' && !inGb2312(lead, trail) ? null : bytes;
  if (bytes.length === 4 && name === 'gb18030' && IDEOGRAPH.test(ch)) return bytes;
  return null;
}

const GETA = '〓';

/** The characters of one printer: its ROM first, then the glyph file as an image in the line, then 〓. */
export function createCharset(name: CharsetName, glyphs: GlyphSource): Charset {
  const known = new Map<string, { cell: Cell; missing: boolean }>();

  function make(ch: string): { cell: Cell; missing: boolean } {
    const code = ch.codePointAt(0) ?? 0;
    if (code >= 0x20 && code < 0x7f) return { cell: { ch, width: 1, bytes: Uint8Array.of(code) }, missing: false };
    const bytes = encode(name, ch);
    if (bytes) return { cell: { ch, width: 2, bytes }, missing: false };
    const glyph = glyphs(code);
    if (glyph) {
      const bitmap = withoutRealTime(glyph);
      return { cell: { ch, width: 2, bytes: inlineBitmap(bitmap), bitmap }, missing: false };
    }
    return { cell: { ch: GETA, width: 2, bytes: Uint8Array.of(0xa1, 0xfe) }, missing: true };
  }

  return {
    name,
    cell(ch) {
      const found = known.get(ch);
      if (found) return found;
      const made = make(ch);
      // Names are personal data: only characters of the ROM, which everybody shares, stay in the cache.
      if (!made.cell.bitmap && !made.missing) known.set(ch, made);
      return made;
    },
  };
}
