import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gallery, openGallery } from '../../renderer/gallery/shoot.ts';
import { drawn } from './draw.ts';
import { type Picture, pictures } from './pictures.ts';
import { fewColours, pixelsApart } from './pixels.ts';
import { decodePng, encodePng } from './png.ts';

/** So many pixels of a picture may be apart: less than one changed digit of the smallest type has. */
const TOLERANCE_PIXELS = 12;

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

const kept = (name: string) => decodePng(readFileSync(`docs/manual/pictures/${name}.png`));
/** As this version would keep it. */
const now = async (picture: Picture) => decodePng(encodePng(fewColours(await drawn(picture, gallery))));

describe('each kept picture is what this version draws', () => {
  // A second try: a countdown on a slow machine may have gone on by a second before it was drawn.
  it.each(pictures)('$name', { retry: 1 }, async (picture) => {
    const apart = pixelsApart(kept(picture.name), await now(picture));
    expect(apart, 'run `npm run manual`, look at it, and read the text beside it').toBeLessThanOrEqual(
      TOLERANCE_PIXELS,
    );
  });
});

it('another amount on a screen is noticed', async () => {
  const other = await now({ kind: 'screen', name: 'done.zh-CN', view: 'done-full', lang: 'zh-CN' });
  expect(pixelsApart(kept('done.zh-CN'), other)).toBeGreaterThan(TOLERANCE_PIXELS);
});
