import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblemsOf } from './axe.ts';
import { type Gallery, openGallery } from './shoot.ts';
import { everyView } from './views.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

describe.each(['portrait', 'landscape'] as const)('axe on %s', (panel) => {
  describe.each(['zh-CN', 'en'] as const)('in %s', (lang) => {
    it.each(['standard', 'elder', 'contrast'] as const)('finds nothing on any screen, %s', async (theme) => {
      expect(await axeProblemsOf(gallery, panel, { lang, look: { theme } }, everyView)).toEqual({});
    });
  });
});
