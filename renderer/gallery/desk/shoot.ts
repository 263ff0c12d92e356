import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { DeskIntent } from '../../../common/contracts/desk/intents.ts';
import { buildGallery, serveFolder, urlOf } from '../serve.ts';
import { launch } from '../shoot.ts';
import type { DeskFlaws } from './measure.ts';

/** What the desk's gallery offers a test. */
export interface DeskGalleryWindow {
  readonly sent: DeskIntent[];
  readonly show: (name: string) => Promise<void>;
  readonly measure: () => DeskFlaws;
  readonly drawn: () => Promise<void>;
  readonly names: readonly string[];
}

/** The two screens that a desk has. */
export const deskPanels = { full: { width: 1920, height: 1080 }, small: { width: 1366, height: 768 } } as const;

export interface DeskView {
  readonly lang?: 'zh-CN' | 'en';
  readonly theme?: 'standard' | 'contrast';
  readonly size?: { readonly width: number; readonly height: number };
}

export interface DeskGallery {
  /** The page, showing one fixture; `NAME+F5+1`: these keys have been pressed. One page is used again and again. */
  open(view: string, look?: DeskView): Promise<Page>;
  /** Errors on the console and in the page since the last `open`. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Presses keys one after the other, as slowly as a hand does. */
export async function press(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key.replace('_', '+'), { delay: 20 });
    await page.evaluate(() => (window as unknown as DeskGalleryWindow).drawn());
  }
}

/** Builds the gallery, serves it under the production policy, and starts the system's Chromium. */
export async function openDeskGallery(): Promise<DeskGallery> {
  const outDir = await mkdtemp(join(tmpdir(), 'minka-desk-'));
  await buildGallery(outDir);
  const server = await serveFolder(outDir);
  const browser = await launch();
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return {
    complaints,
    async open(view, { lang = 'zh-CN', theme = 'standard', size = deskPanels.full } = {}) {
      complaints.length = 0;
      const [name = '', ...keys] = view.split('+');
      await page.setViewportSize(size);
      await page.goto(`${urlOf(server)}/desk/index.html?${new URLSearchParams({ f: name, lang, theme })}`);
      await page.waitForSelector('[data-screen]');
      await page.evaluate(() => document.fonts.ready);
      await page.evaluate(() => (window as unknown as DeskGalleryWindow).drawn());
      await press(page, keys);
      return page;
    },
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

/** `node renderer/gallery/desk/shoot.ts DIR [--en] [--contrast] [--small] [view…]`: pictures of the desk's screens. */
async function main(args: readonly string[]): Promise<void> {
  const [dir, ...rest] = args;
  if (dir === undefined) throw new Error('usage: shoot.ts DIR [--en] [--contrast] [--small] [view…]');
  const flag = (name: string): boolean => rest.includes(`--${name}`);
  const { deskViews } = await import('./views.ts');
  const views = rest.filter((each) => !each.startsWith('--'));
  await mkdir(dir, { recursive: true });
  const gallery = await openDeskGallery();
  for (const view of views.length > 0 ? views : deskViews) {
    const page = await gallery.open(view, {
      lang: flag('en') ? 'en' : 'zh-CN',
      theme: flag('contrast') ? 'contrast' : 'standard',
      size: deskPanels[flag('small') ? 'small' : 'full'],
    });
    await page.screenshot({ path: join(dir, `${view}.png`) });
    const flaws = await page.evaluate(() => (window as unknown as DeskGalleryWindow).measure());
    for (const [kind, found] of Object.entries(flaws)) {
      if (found !== false && String(found) !== '') process.stderr.write(`${view}: ${kind}: ${String(found)}\n`);
    }
    for (const complaint of gallery.complaints) process.stderr.write(`${view}: ${complaint}\n`);
  }
  await gallery.close();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
