import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { type GalleryWindow, panels, queryOf, type View } from './look.ts';
import type { Flaws } from './measure.ts';
import { parseView, VIEW_USAGE } from './view-args.ts';

/** The policy that the shell sends with every page; the gallery is served under the same, so a breach shows here. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'";

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

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

/** Serves a built folder on loopback, with the production policy on every answer. */
export async function serveFolder(root: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://x').pathname).replace(/^\/$/, '/index.html');
    readFile(join(root, path)).then(
      (body) => {
        const type = types[extname(path)] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY }).end(body);
      },
      () => response.writeHead(path === '/favicon.ico' ? 204 : 404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

export function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The system's Chromium, as the terminal image has it. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
}

/** Builds the gallery, serves it on loopback under the production policy, and starts the system's Chromium. */
export async function openGallery(): Promise<Gallery> {
  const config = fileURLToPath(new URL('../vite.config.ts', import.meta.url));
  // A folder of its own: whoever builds dist/ meanwhile empties it.
  const outDir = await mkdtemp(join(tmpdir(), 'minka-gallery-'));
  await build({ configFile: config, mode: 'gallery', logLevel: 'error', build: { outDir } });
  const server = await serveFolder(outDir);
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
