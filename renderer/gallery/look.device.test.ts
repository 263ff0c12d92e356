import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtures } from '../fixtures/index.ts';
import { measure } from './measure.ts';
import { type Gallery, openGallery } from './shoot.ts';

const PX_PER_MM = 4.0331;
/** Own words on one screen (LOOK): Han characters. */
const MOST_HAN = 60;

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

describe('every screen in a real browser, under the production policy', () => {
  it.each(Object.keys(fixtures))('%s', async (name) => {
    const { page, complaints } = await gallery.open(name);
    const flaws = await page.evaluate(measure, PX_PER_MM);
    expect({ ...flaws, han: 0 }).toEqual({ clipped: [], small: [], tiny: [], han: 0 });
    expect(flaws.han, 'own words').toBeLessThanOrEqual(MOST_HAN);
    const axe = await new AxeBuilder({ page })
      .options({ rules: { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: true } } })
      .analyze();
    expect(
      axe.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`),
    ).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
