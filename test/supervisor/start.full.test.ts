import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { afterAll, afterEach, expect, it } from 'vitest';
import { z } from 'zod';
import { browserOptions } from '../../scripts/browser.ts';
import { descendant } from './testing/processes.ts';
import { pause } from './testing/scene.ts';
import { startXvfb, type Xvfb } from './testing/xvfb.ts';

/** `npm start` as a process: what it prints, what it opens, and that all of it ends within five seconds. */
const startedSchema = z.object({
  shell: z.enum(['electron', 'chromium', 'url']),
  on: z.literal('lab'),
  screen: z.string().nullable(),
  dock: z.string(),
  servers: z.record(z.string(), z.string()),
});
/** A lab that the machine's user plays with is another one. */
const state = mkdtempSync(join(tmpdir(), 'minka-start-'));
afterAll(() => rmSync(state, { recursive: true }));
let child: ChildProcess | undefined;
let xvfb: Xvfb | undefined;
let browser: Browser | undefined;
afterEach(async () => {
  await browser?.close();
  child?.kill('SIGKILL');
  await xvfb?.stop();
  child = xvfb = browser = undefined;
});

async function start(args: readonly string[], display: string | null): Promise<z.output<typeof startedSchema>> {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
  const started = spawn(process.execPath, ['scripts/start.ts', '--json', ...args], {
    env: { ...env, XDG_STATE_HOME: state, ...(display === null ? {} : { DISPLAY: display }) },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  child = started;
  let text = '';
  started.stdout.on('data', (data: Buffer) => {
    text += data.toString();
  });
  await expect.poll(() => text.includes('\n'), { timeout: 60_000 }).toBe(true);
  return startedSchema.parse(JSON.parse(text));
}

/** Sends SIGTERM and answers how long it took to end, ms. */
async function endIt(): Promise<number> {
  const since = performance.now();
  const gone = new Promise<void>((resolve) => child?.once('exit', () => resolve()));
  child?.kill('SIGTERM');
  await gone;
  return performance.now() - since;
}

it('without a display: a link that opens the screen once, and the dock', async () => {
  const { shell, screen, dock } = await start([], null);
  expect(shell).toBe('url');
  const link = new URL(String(screen));
  expect(link.pathname).toBe('/start');
  // A person's own browser: what only a real one can tell is that the token leaves the address and the page opens.
  browser = await chromium.launch(browserOptions());
  const page = await (await browser.newContext()).newPage();
  await page.goto(link.href);
  await page.locator('[data-screen="insertCard"]').waitFor({ timeout: 15_000 });
  expect(page.url()).toBe(`${link.origin}/`);
  const thief = await (await browser.newContext()).newPage();
  await thief.goto(link.href);
  await expect.poll(() => thief.locator('body').textContent()).toContain('403');
  const player = await (await browser.newContext()).newPage();
  expect((await player.goto(dock))?.status()).toBe(200);

  // The same user starts a second one: it says which one runs, and that one goes on.
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
  const second = spawnSync(process.execPath, ['scripts/start.ts'], {
    env: { ...env, XDG_STATE_HOME: state, LANG: 'en_GB.UTF-8' },
    encoding: 'utf8',
    timeout: 20_000,
  });
  expect(second).toMatchObject({ status: 1, stdout: '' });
  expect(second.stderr).toContain(`a lab is running already (process ${child?.pid})`);
  expect((await player.goto(new URL('/', dock).href))?.status()).toBe(200);
  await browser.close();
  expect(await endIt()).toBeLessThan(5000);
  await pause(300);
  expect(descendant(process.pid, /terminal\/main\.ts|central\/server|emulators\.ts|drivers\/host\.ts/)).toBeNull();
}, 90_000);

it('on a display: Chromium in a window with the dock beside it', async () => {
  xvfb = await startXvfb();
  const { shell, screen } = await start(['--windowed', '--chromium'], xvfb.display);
  expect([shell, screen]).toEqual(['chromium', null]);
  const kiosk = (): number | null => descendant(process.pid, /--app=file:\/\/\S*start\.html(?!.*--type=)/);
  await expect.poll(kiosk, { timeout: 15_000 }).not.toBeNull();
  expect(descendant(process.pid, /--app=http:\/\/127\.0\.0\.1:\d+\/\?link=(?!.*--type=)/)).not.toBeNull();
  expect(await endIt()).toBeLessThan(5000);
  await pause(500);
  expect(descendant(process.pid, /--type=renderer|terminal\/main\.ts/)).toBeNull();
}, 90_000);
