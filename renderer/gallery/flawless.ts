import { expect } from 'vitest';
import { fixtures } from '../fixtures/index.ts';
import { type Language, type Panel, panels, pxPerMmOf } from './look.ts';
import type { Gallery } from './shoot.ts';

/** Own words on one screen (LOOK): Han characters. */
const MOST_HAN = 60;

/** Every screen on this panel in this language: no text cut or covered, no key below 20 mm, nothing scrolls. */
export async function expectFlawless(gallery: Gallery, panel: Panel, lang: Language): Promise<void> {
  const names = Object.keys(fixtures);
  const all = await gallery.measureAll(names, pxPerMmOf(panel), { lang, size: panels[panel] });
  for (const name of names) {
    const { han, ...flaws } = all[name] ?? { han: -1 };
    expect(flaws, name).toEqual({ clipped: [], overlapping: [], small: [], tiny: [], scrolls: false });
    if (lang === 'zh-CN') expect(han, `own words of ${name}`).toBeLessThanOrEqual(MOST_HAN);
    // A screen without one word of its own was not looked at.
    if (lang === 'zh-CN') expect(han, name).toBeGreaterThan(0);
  }
}
