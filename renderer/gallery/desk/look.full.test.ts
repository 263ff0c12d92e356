import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deskAxeProblems } from './axe.ts';
import { type DeskGallery, type DeskGalleryWindow, type DeskView, deskPanels, openDeskGallery } from './shoot.ts';
import { deskViews } from './views.ts';

let gallery: DeskGallery;
beforeAll(async () => {
  gallery = await openDeskGallery();
});
afterAll(() => gallery.close());

/** Each view in its turn; those that need no key without loading the page anew. */
async function eachView(look: DeskView, visit: (page: Page, view: string) => Promise<void>): Promise<void> {
  const plain = deskViews.filter((view) => !view.includes('+'));
  const page = await gallery.open(plain[0] ?? '', look);
  for (const view of plain) {
    await page.evaluate((name) => (window as unknown as DeskGalleryWindow).show(name), view);
    await visit(page, view);
  }
  for (const view of deskViews.filter((each) => each.includes('+'))) await visit(await gallery.open(view, look), view);
  expect(gallery.complaints).toEqual([]);
}

const looks = Object.entries(deskPanels).flatMap(([panel, size]) =>
  (['zh-CN', 'en'] as const).flatMap((lang) =>
    (['standard', 'contrast'] as const).map((theme) => [panel, lang, theme, size] as const),
  ),
);

it('has two screens, two languages and two colours', () => expect(looks).toHaveLength(8));

it.each(looks)('%s, %s, %s: nothing cut or covered, 7:1, nothing unsaid', (_, lang, theme, size) =>
  eachView({ lang, theme, size }, async (page, view) => {
    const flaws = await page.evaluate(() => (window as unknown as DeskGalleryWindow).measure());
    const none = { clipped: [], overlapping: [], tiny: [], pale: [], scrolls: false, unsaid: [] };
    expect(flaws, view).toEqual(none);
  }),
);

/** What axe looks at hangs on words and colours, and not on how they meet: each language on one of the screens. */
const axeLooks = looks.filter(([panel, lang]) => (panel === 'small') === (lang === 'en'));

it.each(axeLooks)('%s, %s, %s: axe finds nothing on any view', (_, lang, theme, size) =>
  eachView({ lang, theme, size }, async (page, view) => {
    expect(await deskAxeProblems(page), view).toEqual([]);
  }),
);
