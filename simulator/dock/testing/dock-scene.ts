import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import type { DockState } from '../../../common/contracts/dock/state.ts';
import { browserOptions } from '../../../scripts/browser.ts';
import { type Glass, openGlass } from '../../lab/glass.ts';
import { type Lab, startLab } from '../../lab/lab.ts';
import { playOptions, type RunningDock, startDock } from '../start.ts';

type Row = DockState['ledgers']['rows'][number];

/** A dock beside a whole lab, its page in a real browser, and the two hands of a person who plays with it. */
export interface DockScene {
  /** Whose state directory says where the lab is. */
  readonly dir: string;
  readonly lab: Lab;
  readonly glass: Glass;
  readonly page: Page;
  press(what: string): Promise<void>;
  printer(what: string): Promise<void>;
  state(): Promise<DockState>;
  newest(): Promise<Row>;
  newestIs(verdict: string): Promise<void>;
  /** From an empty kiosk to the key that moves money, with hands at the dock and a finger at the glass. */
  toConfirm(person: string): Promise<void>;
  /** The key that moves money repeats the amount. */
  pay(): Promise<void>;
  /** What became of the slip, or the screen that is not the last one. */
  slip(): Promise<string>;
  stop(): Promise<void>;
}

export async function startDockScene(): Promise<DockScene> {
  const dir = mkdtempSync(join(tmpdir(), 'minka-dock-'));
  const dist = join(dir, 'dist');
  const open: (() => Promise<void> | void)[] = [() => rmSync(dir, { recursive: true, force: true })];
  const stop = async (): Promise<void> => {
    for (const close of open.splice(0).reverse()) await close();
  };
  try {
    await build({ configFile: 'simulator/dock/vite.config.ts', logLevel: 'error', build: { outDir: dist } });
    const lab: Lab = await startLab({ ...playOptions, screen: false });
    open.push(() => lab.stop());
    const glass = await openGlass(lab);
    open.push(() => glass.close());
    const dock: RunningDock = await startDock(lab, { firstSeed: 1, env: { XDG_STATE_HOME: dir }, dist });
    open.push(() => dock.stop());
    const browser: Browser = await chromium.launch(browserOptions());
    open.push(() => browser.close());
    const context = await browser.newContext({ viewport: { width: 960, height: 1100 }, locale: 'zh-CN' });
    const page = await context.newPage();
    await page.goto(dock.url);
    await page.locator('[data-room="cards"]').waitFor();
    return { ...hands(page, glass), dir, lab, glass, page, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function hands(page: Page, glass: Glass): Omit<DockScene, 'dir' | 'lab' | 'glass' | 'page' | 'stop'> {
  const press = (what: string) => page.locator(`[data-do="${what}"]`).first().click();
  const state = async (): Promise<DockState> => {
    const answer: unknown = await page.evaluate(async () => (await fetch('/state')).json());
    return answer as DockState;
  };
  return {
    press,
    printer: (what) => page.locator(`[data-room="paper"] [data-do="${what}"]`).click(),
    state,
    async newest() {
      const [row] = (await state()).ledgers.rows;
      if (row === undefined) throw new Error('no settlement in the ledgers');
      return row;
    },
    newestIs: (verdict) => page.locator(`[data-message]:first-child[data-verdict="${verdict}"]`).waitFor(),
    async toConfirm(person) {
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
    },
    async pay() {
      const { screen } = glass.snapshot();
      if (screen.kind !== 'confirm') throw new Error('not at the confirmation');
      await glass.press({ kind: 'confirm', cash: screen.split.cash });
    },
    async slip() {
      const { screen } = glass.snapshot();
      return screen.kind === 'done' ? screen.print : screen.kind;
    },
  };
}
