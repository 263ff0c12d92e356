import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtures } from '../fixtures/index.ts';
import { measure } from './measure.ts';
import { type Gallery, openGallery } from './shoot.ts';

const PX_PER_MM = 4.0331;
/** Own words on one screen (LOOK): Han characters. */
const MOST_HAN = 60;

/** One screen with another failure's sentences: axe sees the first of each kind, everything else sees all. */
const sameDrawing = (name: string): boolean => {
  const kind = /^(cardProblem|pinProblem|outOfService)-/.exec(name)?.[0];
  return kind !== undefined && Object.keys(fixtures).find((each) => each.startsWith(kind)) !== name;
};

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
    expect(complaints).toEqual([]);
    if (sameDrawing(name)) return;
    const axe = await new AxeBuilder({ page })
      .options({ rules: { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: true } } })
      .analyze();
    expect(
      axe.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`),
    ).toEqual([]);
  });
});

describe('English, until its own round', () => {
  it.each(Object.keys(fixtures))('%s has no cut text and no small key', async (name) => {
    const { page } = await gallery.open(name, { lang: 'en' });
    const { clipped, small, tiny } = await page.evaluate(measure, PX_PER_MM);
    expect({ clipped, small, tiny }).toEqual({ clipped: [], small: [], tiny: [] });
  });
});

describe('other panels', () => {
  it.each([
    [1920, 1080],
    [1280, 1024],
    [768, 1366],
  ])('%i × %i cuts nothing on the fullest screens', async (width, height) => {
    for (const name of ['split-full', 'confirm-full', 'done-trouble-changed', 'visit-lines', 'unknown']) {
      const { page } = await gallery.open(name, { size: { width, height } });
      const { clipped } = await page.evaluate(measure, PX_PER_MM);
      expect(clipped, name).toEqual([]);
    }
  });
});

describe('hands', () => {
  const sent = async (name: string, act: (page: Page) => Promise<void>): Promise<unknown[]> => {
    const { page } = await gallery.open(name);
    await act(page);
    return page.evaluate(() => (window as unknown as { sent: unknown[] }).sent);
  };

  it('a double tap on the key that moves money is one intent, with version and amount', async () => {
    const intents = await sent('confirm', async (page) => {
      await page.locator('[data-key="confirm"]').dblclick();
      await page.locator('[data-key="confirm"]').click({ force: true });
    });
    expect(intents).toEqual([{ version: 7, intent: { kind: 'confirm', cash: 3679 } }]);
  });

  it('Tab reaches every key, with a thick ring, and Enter presses it', async () => {
    const intents = await sent('split', async (page) => {
      const reached: (string | undefined)[] = [];
      for (let i = 0; i < 4; i++) {
        await page.keyboard.press('Tab');
        reached.push(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['key']));
        const ring = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineWidth);
        expect(ring).toBe('8px');
      }
      expect(reached).toEqual(['setUseAccount', 'acceptSplit', 'back', 'end']);
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
    });
    expect(intents).toEqual([{ version: 7, intent: { kind: 'acceptSplit' } }]);
  });

  it('the digit of a choice chooses it; a dead choice stays dead', async () => {
    expect(await sent('whoYouAre-four', (page) => page.keyboard.press('2'))).toEqual([
      { version: 7, intent: { kind: 'openVisit', encounterId: 'MZ261118031' } },
    ]);
    expect(await sent('whoYouAre-blocked', (page) => page.keyboard.press('1'))).toEqual([]);
  });

  it('the name is in clear while the key is held, and at most 5 s', async () => {
    const { page } = await gallery.open('whoYouAre');
    const heading = page.locator('h1');
    const key = page.locator('[data-key="reveal"]');
    await key.hover();
    await page.mouse.down();
    await expect.poll(() => heading.textContent()).toBe('李秀兰');
    await page.mouse.up();
    await expect.poll(() => heading.textContent()).toContain('李*兰');
    await page.mouse.down();
    await expect.poll(() => heading.textContent()).toBe('李秀兰');
    await expect.poll(() => heading.textContent(), { timeout: 6500 }).toContain('李*兰');
    await page.mouse.up();
  });

  it('every item can be seen, page by page', async () => {
    const { page } = await gallery.open('visit');
    await page.getByText('看每一项').click();
    await expect.poll(() => page.locator('.fee-line').count()).toBe(4);
    await page.getByText('下一页').click();
    await expect.poll(() => page.locator('.fee-line').count()).toBe(3);
    await page.getByText('看好了，回去').click();
    await expect.poll(() => page.locator('[data-key="acceptFees"]').count()).toBe(1);
  });
});
