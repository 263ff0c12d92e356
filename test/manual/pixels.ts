/** A picture as a grid of red, green, blue and alpha bytes, row by row; alpha is always 255 here. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

/** A picture of few colours: each byte is a place in `palette`, and a colour is 0xRRGGBB. */
export interface Indexed {
  readonly width: number;
  readonly height: number;
  readonly palette: readonly number[];
  readonly indices: Buffer;
}

/** Half as wide and half as high, each pixel the mean of four: a screen in the size of a page. Odd edges are cut. */
export function halved({ width, height, data }: Pixels): Pixels {
  const [w, h] = [width >> 1, height >> 1];
  const half = Buffer.alloc(w * h * 4, 255);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const from = (y * 2 * width + x * 2) * 4;
      for (let channel = 0; channel < 3; channel++) {
        const at = (offset: number): number => data.readUInt8(from + offset + channel);
        const sum = at(0) + at(4) + at(width * 4) + at(width * 4 + 4);
        half.writeUInt8((sum + 2) >> 2, (y * w + x) * 4 + channel);
      }
    }
  }
  return { width: w, height: h, data: half };
}

function farApart(a: number, b: number): number {
  const channel = (shift: number): number => Math.abs(((a >> shift) & 255) - ((b >> shift) & 255));
  return Math.max(channel(16), channel(8), channel(0));
}

/** A colour that is this near to a kept one, in every channel of 255, is not kept beside it. */
const NEAR = 10;

/**
 * The same picture in at most `most` colours (256 at the most): the commonest are kept as they are, the others, which are
 * the smoothed edges of letters, become the nearest of them. The same picture has the same colours in the same order.
 */
export function fewColours({ width, height, data }: Pixels, most = 48): Indexed {
  const counts = new Map<number, number>();
  const pixels = Array.from({ length: width * height }, (_, index) => data.readUIntBE(index * 4, 3));
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const commonest = [...counts].sort(([a, n], [b, m]) => m - n || a - b).map(([colour]) => colour);
  const palette: number[] = [];
  for (const colour of commonest) {
    if (palette.length === most) break;
    if (palette.every((kept) => farApart(kept, colour) > NEAR)) palette.push(colour);
  }
  const nearest = (colour: number): number =>
    palette.reduce(
      (best, kept, index) => (farApart(kept, colour) < farApart(palette[best] ?? 0, colour) ? index : best),
      0,
    );
  const places = new Map(commonest.map((colour) => [colour, nearest(colour)]));
  return { width, height, palette, indices: Buffer.from(pixels.map((colour) => places.get(colour) ?? 0)) };
}

/** Two pixels are apart from here on, in one channel of 255: less is how another machine smooths the edge of a letter. */
const APART = 64;

/** How many pixels of two pictures are apart; all of them where the pictures are not of one size. */
export function pixelsApart(a: Pixels, b: Pixels): number {
  if (a.width !== b.width || a.height !== b.height) return Math.max(a.width * a.height, b.width * b.height);
  let count = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    if (farApart(a.data.readUIntBE(at, 3), b.data.readUIntBE(at, 3)) >= APART) count++;
  }
  return count;
}
