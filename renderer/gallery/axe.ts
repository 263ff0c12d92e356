import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type GalleryWindow, type Panel, panels, type ViewQuery } from './look.ts';
import type { Gallery } from './shoot.ts';

/** What axe finds wrong with the page, the rules on the size of targets and on enhanced contrast among them. */
async function axeProblems(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    // A screen has no frames, so nothing has to be put together in another page, which takes most of the time.
    .setLegacyMode()
    // What passes is not told node by node: nobody reads it, and a long page has thousands.
    .options({
      resultTypes: ['violations'],
      rules: { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: true } },
    })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** What axe finds wrong with each of these views on a panel, one after another in one page; without those that are right. */
export async function axeProblemsOf(
  gallery: Gallery,
  panel: Panel,
  view: ViewQuery,
  names: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const { page, complaints } = await gallery.open(names[0] ?? '', { ...view, size: panels[panel] });
  const found: Record<string, readonly string[]> = {};
  for (const name of names) {
    await page.evaluate((each) => (window as unknown as GalleryWindow).show(each), name);
    const problems = await axeProblems(page);
    if (problems.length > 0) found[name] = problems;
  }
  return complaints.length === 0 ? found : { ...found, complaints };
}
