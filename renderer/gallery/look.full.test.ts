import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectFlawless } from './flawless.ts';
import { type Panel, panels } from './look.ts';
import { type Gallery, openGallery } from './shoot.ts';
import { parseView } from './view-args.ts';
import { languages } from './views.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

const plain = Object.keys(panels).flatMap((panel) => languages.map((lang) => [panel as Panel, lang] as const));

it('has every panel in every language', () => expect(plain).toHaveLength(9));
it.each(plain)('%s, %s: no text cut or covered, no key below 20 mm, 7:1, nothing scrolls', (panel, lang) =>
  expectFlawless(gallery, panel, { lang }),
);

const upright = ['portrait', 'landscape'] as const;
const chosen = upright.flatMap((panel) =>
  (['zh-CN', 'en'] as const).flatMap((lang) =>
    ['', '--elder', '--contrast'].flatMap((theme) =>
      ['', '--large', '--largest'].flatMap((size) =>
        ['', '--reach'].map((reach) => [panel, lang, [theme, size, reach].filter(Boolean).join(' ')] as const),
      ),
    ),
  ),
);

/** The nearly square panel has the least room for the largest text. */
const squarest = (['zh-CN', 'en'] as const).flatMap((lang) =>
  ['', '--elder', '--contrast'].map((theme) => ['square', lang, `${theme} --largest`.trim()] as const),
);

it('has each theme, size, height of keys and language both ways round', () => expect(chosen).toHaveLength(72));
it.each([...chosen, ...squarest])('%s, %s %s: the same on every screen, with a keypad', (panel, lang, flags) =>
  expectFlawless(gallery, panel, { ...parseView(flags.split(' ')), lang, keypad: true }),
);
