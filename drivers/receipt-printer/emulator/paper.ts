import { PNG } from 'pngjs';

/** A roll of thermal paper: rows of dots, one byte per dot (1 is black), and where it was cut. */
export interface Paper {
  readonly widthDots: number;
  readonly rows: readonly Uint8Array[];
  readonly cuts: readonly number[];
  /** Adds rows, each `widthDots` long. */
  print(rows: readonly Uint8Array[]): void;
  feed(dots: number): void;
  cut(): void;
  /** Takes away all that hangs out. */
  tear(): void;
  /** The paper as a person holds it, with its unprinted margins; cuts are grey dashes. */
  png(): Uint8Array;
}

const TOP_DOTS = 32;
const CUT_GREY = 150;

/** 80 mm paper has 32 dots of margin beside 576, 58 mm paper 40 beside 384. */
function sideMargin(widthDots: number): number {
  return widthDots >= 512 ? 32 : 40;
}

export function createPaper(widthDots: number): Paper {
  let rows: Uint8Array[] = [];
  let cuts: number[] = [];
  return {
    widthDots,
    get rows() {
      return rows;
    },
    get cuts() {
      return cuts;
    },
    print(added) {
      rows.push(...added);
    },
    feed(dots) {
      for (let i = 0; i < dots; i++) rows.push(new Uint8Array(widthDots));
    },
    cut() {
      cuts.push(rows.length);
    },
    tear() {
      rows = [];
      cuts = [];
    },
    png() {
      const margin = sideMargin(widthDots);
      const width = widthDots + 2 * margin;
      const height = rows.length + 2 * TOP_DOTS;
      const png = new PNG({ width, height, colorType: 0, inputColorType: 0, bitDepth: 8, inputHasAlpha: false });
      const grey = Buffer.alloc(width * height, 255);
      rows.forEach((row, y) => {
        for (let x = 0; x < widthDots; x++) if (row[x]) grey[(y + TOP_DOTS) * width + margin + x] = 0;
      });
      for (const cut of cuts) {
        for (let x = 0; x < width; x++) if (x % 16 < 8) grey[(cut + TOP_DOTS) * width + x] = CUT_GREY;
      }
      png.data = grey;
      return PNG.sync.write(png, { colorType: 0, inputColorType: 0, bitDepth: 8, inputHasAlpha: false });
    },
  };
}
