import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtures } from '../fixtures/index.ts';
import { axeProblems, firstOfEachKind } from './axe.ts';
import { type Language, type Panel, panels, pxPerMmOf } from './look.ts';
import { type Gallery, openGallery } from './shoot.ts';

/** Own words on one screen (LOOK): Han characters. */
const MOST_HAN = 60;

const names = Object.keys(fixtures);
const views: readonly (readonly [Panel, Language])[] = [
  ['portrait', 'zh-CN'],
  ['portrait', 'en'],
  ['portrait', 'pseudo'],
  ['landscape', 'zh-CN'],
  ['landscape', 'en'],
  ['landscape', 'pseudo'],
  ['square', 'en'],
];

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

describe('every screen in a real browser, under the production policy', () => {
  it.each(views)('%s, %s: no text cut or covered, no key below 20 mm, nothing scrolls', async (panel, lang) => {
    const all = await gallery.measureAll(names, pxPerMmOf(panel), { lang, size: panels[panel] });
    for (const name of names) {
      const { han, ...flaws } = all[name] ?? { han: -1 };
      expect(flaws, name).toEqual({ clipped: [], overlapping: [], small: [], tiny: [], scrolls: false });
      if (lang === 'zh-CN') expect(han, `own words of ${name}`).toBeLessThanOrEqual(MOST_HAN);
      // A screen without one word of its own was not looked at.
      if (lang === 'zh-CN') expect(han, name).toBeGreaterThan(0);
    }
  });

  it.each([
    ['portrait', 'zh-CN', 0],
    ['landscape', 'en', 1],
  ] as const)(
    '%s, %s: axe finds nothing on every fourth kind; the long run has them all',
    async (panel, lang, from) => {
      for (const name of firstOfEachKind().filter((_, index) => index % 4 === from)) {
        const { page, complaints } = await gallery.open(name, { lang, size: panels[panel] });
        expect(await axeProblems(page), name).toEqual([]);
        expect(complaints, name).toEqual([]);
      }
    },
  );

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
    });
    const flaws = await page.evaluate(() =>
      (window as unknown as { measure: (px: number) => unknown }).measure(4.0331),
    );
    expect(flaws).toMatchObject({
      tiny: [expect.stringContaining('交这笔钱吗')],
      small: [expect.stringContaining('返回')],
      clipped: expect.arrayContaining(['替谁交']),
      overlapping: expect.arrayContaining([expect.stringContaining('去 3 号窗口')]),
    });
  });
});
