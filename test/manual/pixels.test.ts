import { describe, expect, it } from 'vitest';
import { fewColours, halved, type Pixels, pixelsApart } from './pixels.ts';
import { decodePng, encodePng } from './png.ts';

/** A picture from its rows of 0xRRGGBB. */
function pixels(rows: readonly (readonly number[])[]): Pixels {
  const width = rows[0]?.length ?? 0;
  const bytes = rows.flat().flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255, 255]);
  return { width, height: rows.length, data: Buffer.from(bytes) };
}
const [paper, ink, jade] = [0xffffff, 0x10201e, 0xe3edea];

describe('a kept picture', () => {
  it('is half as large, each pixel the mean of four', () => {
    const half = halved(
      pixels([
        [paper, paper, ink, jade],
        [paper, paper, ink, jade],
        [paper, ink, ink, ink],
      ]),
    );
    expect(half).toEqual(pixels([[paper, 0x7a8784]]));
  });

  it('keeps its commonest colours exactly; others become the nearest kept one', () => {
    const few = fewColours(
      pixels([
        [ink, paper, paper, 0x506060],
        [jade, jade, ink, paper],
      ]),
      3,
    );
    expect(few.palette).toEqual([paper, ink, jade]);
    expect([...few.indices]).toEqual([1, 0, 0, 1, 2, 2, 1, 0]);
  });

  it('is read back by another reader of PNG as it was written', () => {
    const picture = pixels([
      [paper, ink, jade],
      [jade, jade, ink],
    ]);
    const { width, height, data } = decodePng(encodePng(fewColours(picture)));
    expect([width, height, Buffer.from(data).equals(picture.data)]).toEqual([3, 2, true]);
  });

  it('of another size, or with another letter, is another picture; a smoother edge is not', () => {
    const picture = pixels([[paper, ink, jade]]);
    expect(pixelsApart(picture, pixels([[paper, 0x30403e, jade]]))).toBe(0);
    expect(pixelsApart(picture, pixels([[paper, paper, jade]]))).toBe(1);
    expect(pixelsApart(picture, pixels([[paper, ink]]))).toBe(3);
  });
});
