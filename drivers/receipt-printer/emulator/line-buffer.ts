import type { RomGlyph } from './rom-glyphs.ts';

export interface CharacterStyle {
  readonly widthTimes: number;
  readonly heightTimes: number;
  readonly bold: boolean;
  readonly inverse: boolean;
}

/** A rectangle of dots that stands on the line. */
interface Piece {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

/** The line that the head has not printed yet. */
export interface LineBuffer {
  readonly width: number;
  readonly isEmpty: boolean;
  /** Height of the tallest piece in dots; 0 when empty. */
  readonly height: number;
  addGlyph(glyph: RomGlyph, style: CharacterStyle): void;
  /** ESC * image: 24 dots high, 3 bytes per column. */
  addImage(columns: Uint8Array): void;
  clear(): void;
  /** The rows of the line, aligned, standing on the bottom; the buffer is empty afterwards. */
  take(paperDots: number, centred: boolean): Uint8Array[];
}

function enlarge(glyph: RomGlyph, style: CharacterStyle): Piece {
  const width = glyph.width * style.widthTimes;
  const height = 24 * style.heightTimes;
  const dots = new Uint8Array(width * height);
  const at = (x: number, y: number): number => (x < 0 ? 0 : (glyph.dots[y * glyph.width + x] ?? 0));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const gx = Math.floor(x / style.widthTimes);
      const gy = Math.floor(y / style.heightTimes);
      const black = at(gx, gy) === 1 || (style.bold && at(gx - 1, gy) === 1);
      dots[y * width + x] = black !== style.inverse ? 1 : 0;
    }
  }
  return { width, height, dots };
}

export function createLineBuffer(): LineBuffer {
  let pieces: Piece[] = [];
  let width = 0;
  const add = (piece: Piece): void => {
    pieces.push(piece);
    width += piece.width;
  };
  const height = (): number => pieces.reduce((most, piece) => Math.max(most, piece.height), 0);
  return {
    get width() {
      return width;
    },
    get isEmpty() {
      return pieces.length === 0;
    },
    get height() {
      return height();
    },
    addGlyph: (glyph, style) => add(enlarge(glyph, style)),
    addImage(columns) {
      const count = Math.floor(columns.length / 3);
      const dots = new Uint8Array(count * 24);
      for (let x = 0; x < count; x++) {
        for (let y = 0; y < 24; y++) {
          if ((columns[x * 3 + (y >> 3)] ?? 0) & (0x80 >> (y & 7))) dots[y * count + x] = 1;
        }
      }
      add({ width: count, height: 24, dots });
    },
    clear() {
      pieces = [];
      width = 0;
    },
    take(paperDots, centred) {
      const tall = height();
      const rows = Array.from({ length: tall }, () => new Uint8Array(paperDots));
      let x0 = centred ? Math.max(0, Math.floor((paperDots - width) / 2)) : 0;
      for (const piece of pieces) {
        for (let y = 0; y < piece.height; y++) {
          const row = rows[y + tall - piece.height];
          row?.set(piece.dots.subarray(y * piece.width, y * piece.width + Math.min(piece.width, paperDots - x0)), x0);
        }
        x0 += piece.width;
      }
      pieces = [];
      width = 0;
      return rows;
    },
  };
}
