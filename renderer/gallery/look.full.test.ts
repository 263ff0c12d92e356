import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectFlawless } from './flawless.ts';
import { type Panel, panels } from './look.ts';
import { type Gallery, openGallery } from './shoot.ts';
import { languages } from './views.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

const views = Object.keys(panels).flatMap((panel) => languages.map((lang) => [panel as Panel, lang] as const));

it('has every panel in every language', () => expect(views).toHaveLength(9));
it.each(views)('%s, %s: no text cut or covered, no key below 20 mm, nothing scrolls', (panel, lang) =>
  expectFlawless(gallery, panel, { lang }),
);
