import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../bin/testing/run.ts';
import type { DockState } from '../../common/contracts/dock/state.ts';
import { browserOptions } from '../../scripts/browser.ts';
import { type Glass, openGlass } from '../lab/glass.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import { playOptions, type RunningDock, startDock } from './start.ts';

// One lab for all of it: the settlements of one test are what the ledgers of the next have to bear.
let dir: string;
let lab: Lab;
let dock: RunningDock;
let glass: Glass;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'minka-dock-'));
  const dist = join(dir, 'dist');
  await build({ configFile: 'simulator/dock/vite.config.ts', logLevel: 'error', build: { outDir: dist } });
  lab = await startLab({ ...playOptions, screen: false });
  glass = await openGlass(lab);
  dock = await startDock(lab, { firstSeed: 1, env: { XDG_STATE_HOME: dir }, dist });
  browser = await chromium.launch(browserOptions());
  const context = await browser.newContext({ viewport: { width: 960, height: 1100 }, locale: 'zh-CN' });
  page = await context.newPage();
  await page.goto(dock.url);
  await page.locator('[data-room="cards"]').waitFor();
});
afterAll(async () => {
  await browser?.close();
  glass?.close();
  await dock?.stop();
  await lab?.stop();
  rmSync(dir, { recursive: true, force: true });
});

const press = (what: string) => page.locator(`[data-do="${what}"]`).first().click();
const printer = (what: string) => page.locator(`[data-room="paper"] [data-do="${what}"]`).click();
const state = async (): Promise<DockState> => {
  const answer: unknown = await page.evaluate(async () => (await fetch('/state')).json());
  return answer as DockState;
};
const newest = async () => {
  const [row] = (await state()).ledgers.rows;
  if (row === undefined) throw new Error('no settlement in the ledgers');
  return row;
};
const newestIs = (verdict: string) => page.locator(`[data-message]:first-child[data-verdict="${verdict}"]`).waitFor();

/** From an empty kiosk to the key that moves money, with hands at the dock and a finger at the glass. */
async function toConfirm(person: string): Promise<void> {
  await glass.sees(['insertCard'], 40_000);
  await page.locator(`[data-person="${person}"] input`).check();
  await press('card.insert');
  await page.locator('[data-next="next_typePin"]').waitFor();
  await press('pin.type');
  const { screen } = await glass.sees(['whoYouAre']);
  if (screen.kind !== 'whoYouAre') throw new Error('not who you are');
  await glass.press({ kind: 'openVisit', encounterId: screen.visits[0]?.encounterId ?? '' });
  await glass.sees(['visit']);
  await glass.press({ kind: 'acceptFees' });
  await glass.sees(['split']);
  await glass.press({ kind: 'acceptSplit' });
  await glass.sees(['confirm']);
}
/** The key that moves money repeats the amount. */
async function pay(): Promise<void> {
  const { screen } = glass.snapshot();
  if (screen.kind !== 'confirm') throw new Error('not at the confirmation');
  await glass.press({ kind: 'confirm', cash: screen.split.cash });
}
const slip = async (): Promise<string> => {
  const { screen } = glass.snapshot();
  return screen.kind === 'done' ? screen.print : screen.kind;
};

describe('the dock with a real lab, in a real browser', () => {
  test('card, PIN, settlement, slip, tear: four ledgers agree to the fen', async () => {
    await toConfirm('1');
    await pay();
    await glass.sees(['done']);
    await page.locator('[data-next="next_takeCard"]').waitFor();
    await expect.poll(slip, { timeout: 20_000 }).toBe('printed');
    await press('card.remove');
    await printer('paper.tear');
    await newestIs('agree');
    const row = await newest();
    expect(row).toMatchObject({ words: ['allAgree'], differences: [], originals: 1, person: expect.any(String) });
    for (const name of ['his', 'journal', 'paper'] as const) expect(row[name].amounts).toEqual(row.centre.amounts);
    expect(row.centre.amounts?.total).toBeGreaterThan(0);
    expect(await page.locator('[data-person="1"]').getAttribute('data-visit')).toBe('settled');
  });

  test('the paper runs out half-way: refilled, the same slip completes by itself, once', async () => {
    await toConfirm('2');
    await printer('soon');
    await pay();
    await page.locator('[data-do="paper"].on').waitFor();
    expect((await newest()).words).toContain('paperPrinting');
    await printer('paper.tear');
    await page.locator('[data-error="DOCK_STILL_PRINTING"]').waitFor();
    await press('card.remove');
    await printer('paper');
    await expect.poll(slip, { timeout: 20_000 }).toBe('printed');
    await newestIs('agree');
    expect((await newest()).originals).toBe(1);
    await printer('paper.tear');
  });

  test('the cable is pulled in the middle: the receipt’s state is unknown and stays so; nothing is printed twice', async () => {
    await toConfirm('3');
    await pay();
    await glass.sees(['done']);
    await page.locator('[data-room="paper"] [data-bytes]:not([data-bytes="0"])').waitFor();
    await printer('cable');
    await expect.poll(slip, { timeout: 20_000 }).toBe('unknown');
    await printer('cable');
    await press('card.remove');
    await glass.sees(['insertCard'], 40_000);
    const row = await newest();
    expect(row.centre.amounts).toEqual(row.journal.amounts);
    expect(row.words).not.toContain('paperTwice');
    expect(row.originals).toBeLessThanOrEqual(1);
    if ((await state()).printer.hangingMm > 0) await printer('paper.tear');
    expect((await newest()).originals).toBe(row.originals);
  });

  test('the reply is lost: unknown on screen and in the ledgers, then found; settled once', async () => {
    await press('preset.lostReply');
    await page.locator('[data-fault="loseReplyAfterCommit"]').waitFor();
    await toConfirm('4');
    await pay();
    await glass.sees(['unknown', 'working', 'done'], 20_000);
    await newestIs('agree').catch(() => undefined);
    await glass.sees(['done', 'insertCard'], 40_000);
    await press('card.remove');
    await expect.poll(async () => (await newest()).journal.state, { timeout: 20_000 }).toBe('settled');
    const all = (await state()).ledgers.rows;
    expect(all.filter((row) => row.encounterId === all[0]?.encounterId)).toHaveLength(1);
    expect((await newest()).differences).toEqual([]);
  });

  test('clocks: a terminal that is ten minutes off is refused, and everybody a day later settles', async () => {
    await press('clock.600');
    await page.locator('[data-clock="600"]').waitFor();
    // The processes read their clock again within a second.
    await page.waitForTimeout(1500);
    await page.locator('[data-person="5"] input').check();
    await press('card.insert');
    await page.locator('[data-next="next_typePin"]').waitFor();
    await press('pin.type');
    await glass.sees(['stepFailed', 'outOfService'], 20_000);
    await press('card.remove');
    await glass.sees(['insertCard'], 40_000);

    await page.getByRole('checkbox', { name: '各方的钟一起拨' }).check();
    await press('clock.86400');
    await page.locator('[data-clock="86400"]').waitFor();
    await page.waitForTimeout(1500);
    await toConfirm('5');
    await pay();
    await glass.sees(['done']);
    await press('card.remove');
    await newestIs('agree');
    const tomorrow = new Date(Date.now() + 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');
    expect((await newest()).messageId.slice(12, 20)).toBe(tomorrow);
    await printer('paper.tear');
    await press('clock.0');
  });

  test('no breach of axe’s rules, wide in Chinese, narrow in English', async () => {
    for (const width of [960, 420]) {
      await page.setViewportSize({ width, height: 1000 });
      await page.locator('details').evaluateAll((all) => {
        for (const each of all) each.setAttribute('open', '');
      });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await press('language');
    }
  });

  test('the keyboard reaches every key', async () => {
    await page.setViewportSize({ width: 960, height: 1000 });
    const keys = await page.locator('button').count();
    const reached = new Set<string>();
    await page.locator('body').press('Home');
    for (let i = 0; i < keys * 3; i++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const on = document.activeElement;
        return on instanceof HTMLButtonElement
          ? `${on.closest('section')?.dataset['room']} ${on.dataset['do']} ${on.innerText}`
          : '';
      });
      if (at !== '') reached.add(at);
    }
    expect(reached.size).toBeGreaterThanOrEqual(keys - 4);
    expect([...reached].join('\n')).toMatch(/paper cable/);
  });

  test('minka sim finds this lab, and says the same', async () => {
    const file = join(dir, 'minka', 'lab.json');
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('dock.sock');
    const env = { XDG_STATE_HOME: dir };
    const ledgers = await run(['sim', 'ledgers', '--json'], env);
    expect(ledgers.json()).toEqual((await state()).ledgers);
    expect((await run(['sim', 'card', 'insert', 'mute'], env)).code).toBe(0);
    expect((await state()).slots[0].person).toBe('mute');
    expect((await run(['sim', 'card', 'remove'], env)).code).toBe(0);
    const again = await run(['sim', 'card', 'remove', '--json'], env);
    expect(again.json()).toMatchObject({ error: { code: 'DOCK_NO_CARD' } });
  });
});
