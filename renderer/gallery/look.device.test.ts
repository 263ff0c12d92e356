import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblemsOf } from './axe.ts';
import { expectFlawless } from './flawless.ts';
import type { GalleryWindow, Panel } from './look.ts';
import { type Gallery, openGallery } from './shoot.ts';
import { parseView } from './view-args.ts';
import { fullestViews } from './views.ts';

/** The fullest screens, plain and as somebody may have chosen them; `look.full.test.ts` has every screen in every look. */
const chosen: readonly (readonly [Panel, string])[] = [
  ['portrait', ''],
  ['landscape', '--large --contrast --reach'],
];

/** Every how many-eth of the fullest screens axe looks at in each theme; `axe.full.test.ts` looks at all. */
const AXE_EVERY = 24;
const themes: readonly (readonly [Panel, string])[] = [
  ['portrait', '--largest'],
  ['landscape', '--elder --en'],
  ['portrait', '--contrast --reach'],
];

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

describe('the fullest screens in a real browser, under the production policy', () => {
  it.each(chosen)('%s %s: no text cut or covered, no key below 20 mm, 7:1, nothing scrolls', (panel, flags) =>
    expectFlawless(gallery, panel, parseView(flags.split(' ')), fullestViews),
  );

  it.each(themes)('%s %s: axe finds nothing on a sample of them', async (panel, flags) => {
    const first = themes.findIndex(([, each]) => each === flags);
    const sample = fullestViews.filter((_, index) => index % AXE_EVERY === first);
    expect(await axeProblemsOf(gallery, panel, parseView(flags.split(' ')), sample)).toEqual({});
  });

  it.each([
    [1366, 768],
    [768, 1366],
    [1280, 800],
    [1000, 1100],
  ])('%i × %i cuts nothing on the fullest screens', async (width, height) => {
    const fullest = ['split-full', 'confirm-full', 'done-trouble-changed', 'visit-lines', 'unknown', 'whoYouAre-many'];
    const all = await gallery.measureAll(fullest, 1, { size: { width, height } });
    for (const [name, { clipped, overlapping, scrolls }] of Object.entries(all)) {
      expect({ clipped, overlapping, scrolls }, name).toEqual({ clipped: [], overlapping: [], scrolls: false });
    }
  });
});

describe('the measure', () => {
  it('finds cut, covered, small and tiny things where they are', async () => {
    const { page } = await gallery.open('confirm');
    await page.evaluate(() => {
      const glass = document.querySelector('.look h1') as HTMLElement;
      glass.style.fontSize = '20px';
      (document.querySelector('[data-key="back"]') as HTMLElement).style.cssText = 'min-height:0;height:40px';
      (document.querySelector('.fact-name') as HTMLElement).style.cssText = 'position:absolute;left:-90px';
      (document.querySelector('.aux p') as HTMLElement).style.transform = 'translateY(110px)';
      (document.querySelector('.whose b') as HTMLElement).style.color = '#777777';
    });
    const flaws = await page.evaluate(() => (window as unknown as GalleryWindow).measure(4.0331));
    expect(flaws).toMatchObject({
      tiny: [expect.stringContaining('交这笔钱吗')],
      small: [expect.stringContaining('返回')],
      clipped: expect.arrayContaining(['替谁交']),
      overlapping: expect.arrayContaining([expect.stringMatching(/去 3\s号窗口/)]),
      pale: [expect.stringContaining('海川市社保卡')],
    });
  });

  it('finds a key in the upper half where lower keys are wanted, and nowhere else', async () => {
    for (const reach of [false, true]) {
      const { page } = await gallery.open('confirm', { look: { reach } });
      const high = await page.evaluate(() => {
        (document.querySelector('[data-key="back"]') as HTMLElement).style.cssText = 'position:fixed;top:40px';
        return (window as unknown as GalleryWindow).measure(4.0331).high;
      });
      expect(high).toEqual(reach ? [expect.stringContaining('返回')] : []);
    }
  });
});
