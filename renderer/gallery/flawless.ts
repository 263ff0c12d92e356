import { expect } from 'vitest';
import { MOST_HAN } from '../fixtures/own-words.ts';
import { type Panel, panels, pxPerMmOf, type ViewQuery } from './look.ts';
import type { Gallery } from './shoot.ts';
import { everyView } from './views.ts';

const noFlaws = { clipped: [], overlapping: [], small: [], high: [], tiny: [], pale: [], scrolls: false };

/** Every screen on this panel in this language: no text cut or covered, no key below 20 mm or too high, nothing scrolls. */
export async function expectFlawless(
  gallery: Gallery,
  panel: Panel,
  view: ViewQuery,
  names = everyView,
): Promise<void> {
  const all = await gallery.measureAll(names, pxPerMmOf(panel), { ...view, size: panels[panel] });
  for (const name of names) {
    const { han, ...flaws } = all[name] ?? { han: -1 };
    expect(flaws, name).toEqual(noFlaws);
    if ((view.lang ?? 'zh-CN') !== 'zh-CN') continue;
    expect(han, `own words of ${name}`).toBeLessThanOrEqual(MOST_HAN);
    // A screen without one word of its own was not looked at.
    expect(han, name).toBeGreaterThan(0);
  }
}
