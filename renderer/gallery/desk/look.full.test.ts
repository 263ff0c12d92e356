import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskGallery, type DeskGalleryWindow, deskPanels, openDeskGallery } from './shoot.ts';
import { deskViews } from './views.ts';

let gallery: DeskGallery;
beforeAll(async () => {
  gallery = await openDeskGallery();
});
afterAll(() => gallery.close());

const sizes = Object.entries(deskPanels);
const looks = sizes.flatMap(([panel, size]) =>
  (['zh-CN', 'en'] as const).flatMap((lang) =>
    (['standard', 'contrast'] as const).map((theme) => [panel, lang, theme, size] as const),
  ),
);

describe.each(looks)('%s, %s, %s', (_, lang, theme, size) => {
  it('every view: nothing cut or covered, 7:1, nothing unsaid; axe finds nothing', async () => {
    for (const view of deskViews) {
      const page = await gallery.open(view, { lang, theme, size });
      const flaws = await page.evaluate(() => (window as unknown as DeskGalleryWindow).measure());
      const none = { clipped: [], overlapping: [], tiny: [], pale: [], scrolls: false, unsaid: [] };
      expect(flaws, view).toEqual(none);
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode()
        .options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
        .analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
      );
      expect(found, view).toEqual([]);
      expect(gallery.complaints, view).toEqual([]);
    }
  });
});
