import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskIntent } from '../../../common/contracts/desk/intents.ts';
import { deskAxeProblems } from './axe.ts';
import type { DeskFlaws } from './measure.ts';
import {
  type DeskGallery,
  type DeskGalleryWindow,
  type DeskView,
  deskPanels,
  openDeskGallery,
  press,
} from './shoot.ts';
import { fullestDeskViews } from './views.ts';

let gallery: DeskGallery;
beforeAll(async () => {
  gallery = await openDeskGallery();
});
afterAll(() => gallery.close());

const NO_FLAWS: DeskFlaws = { clipped: [], overlapping: [], tiny: [], pale: [], scrolls: false, unsaid: [] };
const sent = (page: Page): Promise<DeskIntent[]> => {
  return page.evaluate(() => (window as unknown as DeskGalleryWindow).sent);
};
const show = (page: Page, name: string): Promise<void> => {
  return page.evaluate((each) => (window as unknown as DeskGalleryWindow).show(each), name);
};
/** Long enough for money to move on a screen that has just come. */
const read = (page: Page): Promise<void> => page.waitForTimeout(350);

describe('the keyboard alone', () => {
  it('a usual bill is three keys after the card: F4, F5, Enter; the amount is repeated', async () => {
    const page = await gallery.open('bill');
    await press(page, ['F4']);
    await show(page, 'bill-quoted');
    await press(page, ['F5']);
    await read(page);
    await press(page, ['Enter']);
    await show(page, 'result-settled');
    await press(page, ['Enter']);
    expect(await sent(page)).toEqual([
      { kind: 'quote' },
      { kind: 'settle', cash: 14_293, tender: { by: 'cash', received: 14_293 } },
      { kind: 'next' },
    ]);
  });

  it('what is handed over is typed, and the change is told before the money moves; less than is due cannot be taken', async () => {
    const page = await gallery.open('bill-quoted+X+1+0+0');
    await read(page);
    await press(page, ['Enter']);
    expect(await page.textContent('.denied')).toContain('现金不够');
    await press(page, ['Backspace', 'Backspace', 'Backspace', '2', '0', '0', 'Enter']);
    expect(await sent(page)).toEqual([{ kind: 'settle', cash: 14_293, tender: { by: 'cash', received: 20_000 } }]);
    expect(await page.getAttribute('[data-amount-kind="change"]', 'data-amount')).toBe('5707');
  });

  it('Enter that is held, or struck twice, opens a bill and settles none', async () => {
    const page = await gallery.open('bill-differs');
    await page.keyboard.down('Enter');
    for (let repeat = 0; repeat < 20; repeat++) await page.keyboard.down('Enter');
    await show(page, 'refund');
    for (let repeat = 0; repeat < 20; repeat++) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await show(page, 'dayList');
    // The second half of a double stroke, in the moment in which the question comes.
    await page.evaluate(() => {
      void (window as unknown as DeskGalleryWindow).show('refund');
      for (const type of ['keydown', 'keyup'])
        window.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', code: 'Enter' }));
    });
    expect(await sent(page)).toEqual([{ kind: 'reread' }]);
    await read(page);
    await page.keyboard.press('Enter');
    expect((await sent(page)).map(({ kind }) => kind)).toEqual(['reread', 'confirmRefund']);
  });

  it('a dashed key does nothing and says why', async () => {
    const page = await gallery.open('bill-differs+F5');
    expect(await page.textContent('.denied')).toBe('F5 现在不能按：先预结算');
    expect(await page.getAttribute('[data-cap="F5"]', 'aria-disabled')).toBe('true');
    expect(await sent(page)).toEqual([]);
  });

  it('a cap sinks under the finger wherever it stands: a stroke is answered before the terminal is', async () => {
    const page = await gallery.open('person');
    await page.keyboard.down('2');
    expect(await page.locator('.bills .cap[data-down]').allInnerTexts()).toEqual(['2']);
    await page.keyboard.up('2');
    expect(await page.locator('.cap[data-down]').count()).toBe(0);
  });

  it('F6 asks whether all or a part is given back, of the row that is framed too', async () => {
    const page = await gallery.open('dayList+ArrowDown+ArrowDown+F6+2');
    expect(await sent(page)).toEqual([{ kind: 'refund', encounterId: 'MZ26111800003', partial: true }]);
  });

  it('a command is found by its first letters, and Esc closes one thing after the other', async () => {
    const page = await gallery.open('bill-quoted+Control_k+j+j');
    expect(await page.getAttribute('.commands .at', 'data-command')).toBe('shift');
    await press(page, ['Escape']);
    expect(await page.locator('.over').count()).toBe(0);
    await press(page, ['Control_k', 'c', 'r', 'Enter', 'Escape']);
    expect(await sent(page)).toEqual([{ kind: 'dayList' }]);
  });

  it('a step of a stay is Z and its digit; one that takes back is asked about, and a dashed one says why', async () => {
    const page = await gallery.open('stay-inside+z+5');
    expect(await page.textContent('.denied')).toBe('5 现在不能按：医院还没让出院');
    await press(page, ['2']);
    expect(await sent(page)).toEqual([{ kind: 'stayStep', step: 'addFees' }]);
    await show(page, 'stay-done');
    await press(page, ['Control_k', 'c', 'x', 'r', 'y', 'Enter']);
    expect(await page.getAttribute('.over', 'data-overlay')).toBe('stayBack');
    await read(page);
    await press(page, ['Enter']);
    expect((await sent(page)).slice(1)).toEqual([{ kind: 'stayStep', step: 'cancel' }]);
  });

  it('a row of the work-list is ended by row, answer and ground', async () => {
    const page = await gallery.open('staff-list-many+ArrowDown+Enter+3');
    await read(page);
    await press(page, ['1']);
    expect(await sent(page)).toEqual([{ kind: 'staffResolve', id: 2, resolution: 'refund', reason: 'seenAtCentre' }]);
  });

  it('the drawer is counted with Enter, and closed by F10 once every kind has its number', async () => {
    const page = await gallery.open('shift-count+4+7+Enter+3+Enter+F10');
    expect(await page.textContent('.denied')).toContain('还没点完');
    await press(page, ['1', 'Enter', '1', 'Enter', '1', 'Enter', '1', ...Array.from({ length: 6 }, () => 'Enter')]);
    await read(page);
    await press(page, ['F10']);
    const count = [47, 3, 1, 1, 1, 1, 0, 0, 0, 0, 0];
    expect(await sent(page)).toEqual([{ kind: 'closeShift', count, expected: 498_600 }]);
  });
});

/** One of each kind of screen; the full matrix looks at all of them. */
const AXE_SAMPLE = ['bill-differs', 'dayList', 'staff-list-many'] as const;

it('axe finds nothing on a sample of the screens', async () => {
  const page = await gallery.open('waiting', { theme: 'contrast' });
  for (const name of AXE_SAMPLE) {
    await show(page, name);
    expect(await deskAxeProblems(page), name).toEqual([]);
  }
});

/** The smaller screen has the least room; all others, and axe, are in the full matrix. */
const looks: readonly (readonly [string, DeskView])[] = [
  ['small en', { size: deskPanels.small, lang: 'en' }],
  ['small zh contrast', { size: deskPanels.small, lang: 'zh-CN', theme: 'contrast' }],
];

describe.each(looks)('%s', (_, look) => {
  it('cuts and covers nothing, is large and dark enough, and says every value', async () => {
    const page = await gallery.open('waiting', look);
    for (const name of fullestDeskViews) {
      await show(page, name);
      const flaws = await page.evaluate(() => (window as unknown as DeskGalleryWindow).measure());
      expect(flaws, name).toEqual(NO_FLAWS);
    }
    expect(gallery.complaints).toEqual([]);
  });
});
