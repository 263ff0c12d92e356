import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtures } from '../fixtures/index.ts';
import { axeProblems } from './axe.ts';
import { panels } from './look.ts';
import { type Gallery, openGallery } from './shoot.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

describe.each(['portrait', 'landscape'] as const)('axe on %s', (panel) => {
  describe.each(['zh-CN', 'en'] as const)('in %s', (lang) => {
    it.each(Object.keys(fixtures))('%s', async (name) => {
      const { page, complaints } = await gallery.open(name, { lang, size: panels[panel] });
      expect(await axeProblems(page)).toEqual([]);
      expect(complaints).toEqual([]);
    });
  });
});
