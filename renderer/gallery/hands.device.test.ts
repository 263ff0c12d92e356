import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GalleryWindow, panels } from './look.ts';
import { type Gallery, openGallery } from './shoot.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

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
      for (let i = 0; i < 7; i++) {
        await page.keyboard.press('Tab');
        reached.push(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['key']));
        const ring = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineWidth);
        expect(ring).toBe('8px');
      }
      expect(reached).toEqual(['setLocale', 'settings', 'setUseAccount', 'view', 'acceptSplit', 'back', 'end']);
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
    });
    expect(intents).toEqual([{ version: 7, intent: { kind: 'acceptSplit' } }]);
  });

  it('the other language is one press away, named in itself', async () => {
    expect(await sent('working', (page) => page.getByText('English').click())).toEqual([
      { version: 7, intent: { kind: 'setLocale', locale: 'en' } },
    ]);
    const { page } = await gallery.open('confirm', { lang: 'en' });
    await page.getByText('中文').click();
    expect(await page.evaluate(() => (window as unknown as { sent: unknown[] }).sent)).toEqual([
      { version: 7, intent: { kind: 'setLocale', locale: 'zh-CN' } },
    ]);
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

  it('the staff end a matter by the keypad alone: row, answer, ground', async () => {
    expect(
      await sent('staff-list-many', async (page) => {
        await page.keyboard.press('2');
        await expect.poll(() => page.locator('[data-work="2"]').count()).toBe(1);
        await page.keyboard.press('3');
        await expect.poll(() => page.locator('[data-key="staffResolve"]').count()).toBe(4);
        const flaws = await page.evaluate(() => (window as unknown as GalleryWindow).measure(4.0331));
        expect({ ...flaws, han: 0 }).toEqual({
          clipped: [],
          overlapping: [],
          small: [],
          high: [],
          tiny: [],
          pale: [],
          scrolls: false,
          han: 0,
        });
        await page.keyboard.press('1');
      }),
    ).toEqual([{ version: 7, intent: { kind: 'staffResolve', id: 2, resolution: 'refund', reason: 'seenAtCentre' } }]);
    expect(await sent('staff-list-many', (page) => page.getByText('结束', { exact: true }).click())).toEqual([
      { version: 7, intent: { kind: 'staffEnd' } },
    ]);
  });

  it('the keypad alone: down from key to key, green presses, and keys show what presses them', async () => {
    const intents = await sent('split', async (page) => {
      const badge = page.locator('[data-key="acceptSplit"] .pad');
      expect(await badge.isVisible()).toBe(false);
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => badge.isVisible()).toBe(true);
      expect(await page.locator('.pad').allTextContents()).toEqual(['0', '1', '2', '○', '＜', '×']);
      for (const name of ['setLocale', 'settings', 'setUseAccount', 'view']) {
        expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['key'])).toBe(name);
        await page.keyboard.press('ArrowDown');
      }
      await page.keyboard.press('Enter');
    });
    expect(intents).toEqual([{ version: 7, intent: { kind: 'acceptSplit' } }]);
    const keys: readonly (readonly [string, unknown])[] = [
      ['Enter', { kind: 'acceptSplit' }],
      ['1', { kind: 'setUseAccount', use: false }],
      ['Backspace', { kind: 'back' }],
      ['Escape', { kind: 'end' }],
      ['#', { kind: 'setLook', look: { sound: true } }],
    ];
    for (const [key, intent] of keys) {
      expect(await sent('split', (page) => page.keyboard.press(key))).toEqual([{ version: 7, intent }]);
    }
  });

  it('letters, colours, lower keys: one key each, on every screen, and what is asked of the terminal is one thing', async () => {
    const intents = await sent('working', async (page) => {
      await page.keyboard.press('0');
      await expect.poll(() => page.getByText('怎样最清楚').count()).toBe(1);
      // The card must still not be pulled, and the page says so.
      expect(await page.getByText('请不要拔卡').count()).toBe(1);
      for (const key of ['1', '2', '4']) await page.keyboard.press(key);
      await page.getByText('好了，回去').click();
      await expect.poll(() => page.getByText('正在结算').count()).toBe(1);
    });
    expect(intents).toEqual([{ version: 7, intent: { kind: 'setLook', look: { textSize: 'large' } } }]);
  });

  it.each([
    ['zh-CN', 'portrait', false],
    ['en', 'landscape', false],
    ['pseudo', 'portrait', false],
    ['en', 'portrait', true],
  ] as const)(
    'the day’s books, sheet by sheet (%s, %s, keypad %s): every row, its cause and state',
    async (lang, panel, keypad) => {
      const { page } = await gallery.open('staff-report-open', { lang, size: panels[panel], keypad });
      const seen: (string | null)[] = [];
      // The sum of the day, one insurance type, four rows on two sheets.
      for (let sheet = 0; sheet < 4; sheet++) {
        const flaws = await page.evaluate(() => (window as unknown as GalleryWindow).measure(4.0331));
        const none = { clipped: [], overlapping: [], small: [], high: [], tiny: [], pale: [], scrolls: false, han: 0 };
        expect({ ...flaws, han: 0 }, `sheet ${sheet}`).toEqual(none);
        for (const row of await page.locator('[data-row]').all()) seen.push(await row.getAttribute('data-row'));
        if (sheet === 0) expect(await page.locator('[data-difference]').getAttribute('data-difference')).toBe('91021');
        if (sheet === 1) expect(await page.locator('[data-part="310 11"] td').count()).toBe(13);
        if (keypad) await page.keyboard.press('6');
        else await page.locator('[data-key="view"]').click();
      }
      expect(new Set(seen).size).toBe(4);
      // Round again: the first sheet.
      await expect.poll(() => page.locator('[data-difference]').count()).toBe(1);
    },
  );

  it('the day’s books by the keypad: from the list, then a day, paper, a file, the centre, and back', async () => {
    const open = await sent('staff-list', (page) => page.keyboard.press('5'));
    expect(open).toEqual([{ version: 7, intent: { kind: 'staffReport', day: null } }]);
    const keys = [
      ['1', { kind: 'staffReport', day: '2026-11-16' }],
      ['2', { kind: 'staffReport', day: '2026-11-18' }],
      ['3', { kind: 'staffPrint', run: 32 }],
      ['4', { kind: 'staffSave', run: 32 }],
      ['5', { kind: 'staffCompare', day: '2026-11-17' }],
      ['Backspace', { kind: 'staffBack' }],
      ['Escape', { kind: 'staffEnd' }],
    ] as const;
    for (const [key, intent] of keys) {
      expect(await sent('staff-report-open', (page) => page.keyboard.press(key))).toEqual([{ version: 7, intent }]);
    }
  });

  it('the keys of the day’s books name the day and the run that stand there', async () => {
    const keys = ['staffPrint', 'staffSave', 'staffCompare', 'staffReport'];
    const wanted = [
      { kind: 'staffPrint', run: 32 },
      { kind: 'staffSave', run: 32 },
      { kind: 'staffCompare', day: '2026-11-17' },
      { kind: 'staffReport', day: '2026-11-16' },
    ];
    for (const [index, key] of keys.entries()) {
      const intents = await sent('staff-report-open', (page) => page.locator(`[data-key="${key}"]`).first().click());
      expect(intents).toEqual([{ version: 7, intent: wanted[index] }]);
    }
    // There is no later day, and nothing to print.
    const { page } = await gallery.open('staff-report-none');
    expect(await page.locator('.pairs [data-disabled]').count()).toBe(4);
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
