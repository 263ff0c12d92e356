import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { type GalleryWindow, panels, queryOf, type View } from './look.ts';
import type { Flaws } from './measure.ts';
import { buildGallery, serveFolder, urlOf } from './serve.ts';
import { parseView, VIEW_USAGE } from './view-args.ts';

export interface Gallery {
  readonly url: string;
  /** The page, portrait unless `size` says otherwise, showing one fixture; one page is used again and again. */
  open(name: string, view?: View): Promise<Shown>;
  /** The flaws of each fixture, one after another in one page: quick. `pxPerMm` of the panel that it stands for. */
  measureAll(names: readonly string[], pxPerMm: number, view: View): Promise<Readonly<Record<string, Flaws>>>;
  close(): Promise<void>;
}

export interface Shown {
  readonly page: Page;
  /** Console errors and page errors, a breach of the policy among them. */
  readonly complaints: readonly string[];
}

/** The system's Chromium, as the terminal image has it. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
}

/** Builds the gallery, serves it on loopback under the production policy, and starts the system's Chromium. */
export async function openGallery(): Promise<Gallery> {
  // A folder of its own: whoever builds dist/ meanwhile empties it.
  const outDir = await mkdtemp(join(tmpdir(), 'minka-gallery-'));
  await buildGallery(outDir);
  const server = await serveFolder(outDir, { frames: true });
  const url = urlOf(server);
  const browser = await launch();
  // The motion is off, so that a picture is the end state. axe wants a context of its own, not the default one.
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const open: Gallery['open'] = async (name, { size = panels.portrait, ...view } = {}) => {
    complaints.length = 0;
    await page.setViewportSize(size);
    await page.goto(`${url}/?${queryOf(name, view)}`);
    await page.waitForSelector('[data-screen] h1');
    await page.evaluate(() => document.fonts.ready);
    if (name.includes('+')) await page.evaluate((each) => (window as unknown as GalleryWindow).show(each), name);
    return { page, complaints };
  };
  return {
    url,
    open,
    async measureAll(names, pxPerMm, view) {
      await open(names[0] ?? '', view);
      const flaws = await page.evaluate(
        async ([all, px]) => {
          const gallery = window as unknown as GalleryWindow;
          const found: Record<string, Flaws> = {};
          for (const name of all) {
            await gallery.show(name);
            found[name] = gallery.measure(px);
          }
          return found;
        },
        [names, pxPerMm] as const,
      );
      if (complaints.length > 0) throw new Error(complaints.join('; '));
      return flaws;
    },
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

/** `node renderer/gallery/shoot.ts DIR [name…] [view…]`: pictures of the screens. */
async function main(args: readonly string[]): Promise<void> {
  const [dir, ...rest] = args;
  if (dir === undefined) throw new Error(`usage: shoot.ts DIR [name…] ${VIEW_USAGE}`);
  const { fixtures } = await import('../fixtures/index.ts');
  const names = rest.filter((each) => !each.startsWith('--'));
  const view = parseView(rest);
  await mkdir(dir, { recursive: true });
  const gallery = await openGallery();
  for (const name of names.length > 0 ? names : Object.keys(fixtures)) {
    const { page, complaints } = await gallery.open(name, view);
    await page.screenshot({ path: join(dir, `${name}.png`) });
    for (const complaint of complaints) process.stderr.write(`${name}: ${complaint}\n`);
  }
  await gallery.close();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
