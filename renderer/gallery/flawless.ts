import { expect } from 'vitest';
import { type Panel, panels, pxPerMmOf, type ViewQuery } from './look.ts';
import type { Gallery } from './shoot.ts';
import { everyView } from './views.ts';

/** Own words on one screen (LOOK): Han characters. */
const MOST_HAN = 60;

/** Every screen on this panel in this language: no text cut or covered, no key below 20 mm, nothing scrolls. */
export async function expectFlawless(
  gallery: Gallery,
  panel: Panel,
  view: ViewQuery,
  names = everyView,
): Promise<void> {
  const all = await gallery.measureAll(names, pxPerMmOf(panel), { ...view, size: panels[panel] });
  for (const name of names) {
    const { han, ...flaws } = all[name] ?? { han: -1 };
    expect(flaws, name).toEqual({ clipped: [], overlapping: [], small: [], tiny: [], pale: [], scrolls: false });
    if ((view.lang ?? 'zh-CN') !== 'zh-CN') continue;
    expect(han, `own words of ${name}`).toBeLessThanOrEqual(MOST_HAN);
    // A screen without one word of its own was not looked at.
    expect(han, name).toBeGreaterThan(0);
  }
}
