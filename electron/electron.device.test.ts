import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build as viteBuild } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserOptions } from '../scripts/browser.ts';
import type { LabChild } from '../simulator/lab/children.ts';
import { type DrawnVisit, drawVisit } from '../simulator/lab/draw.ts';
import { type Lab, startLab } from '../simulator/lab/lab.ts';
import { Person } from '../simulator/lab/person.ts';
import { buildElectron } from './build.config.ts';
import { checkArguments } from './locks/arguments.ts';
import { boot } from './main/boot.ts';
import { systemClock } from './main/system-clock.ts';
import { glass } from './testing/glass.ts';
import { RealUtility } from './testing/real-utility.ts';
import { type StandIn, standInElectron } from './testing/stand-in.ts';

/**
 * The main job on the Electron wiring, without its runtime: the real main process code, real terminal and device host
 * processes on message ports, the real preload bundle and the real renderer in a real Chromium, which gets the page
 * from the real protocol handler with its real policy. Stood in: Electron's module itself.
 */
let dist: string;
let lab: Lab;
let browser: Browser;
let page: Page;
let standIn: StandIn;
let visit: DrawnVisit;
let signal: (name: string) => void = () => undefined;
const utilities: { readonly module: string; readonly utility: RealUtility }[] = [];
const complaints: string[] = [];
const logged: string[] = [];
const kind = (): Promise<string | null> => page.locator('[data-screen]').first().getAttribute('data-screen');
/** The one that was started last. */
const pidOf = (name: string): number => utilities.findLast((each) => each.module.includes(name))?.utility.pid ?? 0;
const alive = (pid: number): boolean => {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** What the lab takes for its shell: our main process, in this one. */
function startElectron(profileFile: string): LabChild {
  void boot({
    electron: standIn.electron,
    arguments: checkArguments([`--profile=${profileFile}`, '--windowed']),
    options: { ok: true, value: null },
    environment: { ok: true, value: null },
    env: process.env,
    platform: process.platform,
    dist,
    kill: (pid) => {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // A stand-in's window has no process.
      }
    },
    onSignal: (listener) => {
      signal = listener;
    },
    onFatal: () => undefined,
    clock: systemClock,
    log: (level, event, facts) => logged.push(`${level} ${event} ${JSON.stringify(facts ?? {})}`),
  });
  const nothing = async (): Promise<void> => undefined;
  return {
    pid: process.pid,
    ready: {},
    nextLine: () => Promise.reject(new Error('Electron has no start page')),
    send: () => undefined,
    exited: new Promise(() => undefined),
    words: () => logged.join('\n'),
    kill: nothing,
    stop: nothing,
  };
}

beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'minka-electron-'));
  await buildElectron(dist);
  await viteBuild({
    configFile: 'renderer/vite.config.ts',
    logLevel: 'error',
    build: { outDir: join(dist, 'renderer') },
  });
  standIn = standInElectron((module, args, options) => {
    // The build's places, run from the sources.
    const source = resolve(module.replace(`${dist}/`, '').replace(/\.js$/, '.ts'));
    const utility = new RealUtility(source, args, options, true);
    utilities.push({ module, utility });
    return utility;
  });
  browser = await chromium.launch(browserOptions());
  lab = await startLab({ startShell: async (profileFile) => startElectron(profileFile) });
  visit = drawVisit(5, Date.now());
  await lab.admin('POST', '/admin/people', { people: [visit.person] });
  await lab.admin('POST', '/admin/encounters', {
    encounters: [{ person: { identityNumber: visit.identityNumber, name: visit.name }, encounter: visit.encounter }],
  });
  page = await glass(browser, standIn, readFileSync(join(dist, 'electron/preload/index.cjs'), 'utf8'));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto('https://minka.test/index.html');
}, 120_000);

afterAll(async () => {
  for (const { utility } of utilities) if (alive(utility.pid ?? 0)) process.kill(utility.pid ?? 0, 'SIGKILL');
  await browser?.close();
  await lab?.stop();
  rmSync(dist, { recursive: true, force: true });
});

describe('the Electron shell on real processes, with the real page', () => {
  it('comes up: the page talks to the terminal over preload, main and message ports', async () => {
    await expect.poll(kind, { timeout: 20_000 }).toBe('insertCard');
    expect(
      await page.evaluate(() => [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')]),
    ).toEqual(['undefined', 'undefined']);
    expect(complaints).toEqual([]);
  });

  it('settles: card, PIN, split, confirm, slip; the centre has it once', async () => {
    const person = new Person(lab, page);
    await person.goToSplit(visit);
    await person.press('acceptSplit');
    await person.sees('confirm');
    const shown = await person.readAmounts();
    await person.press('confirm');
    await person.sees('done');
    await page.locator('[data-print="printed"]').waitFor({ state: 'attached' });
    await person.takeCard();
    await person.sees('insertCard');
    const ledger = (await lab.admin('GET', '/admin/ledger')) as { settlements: object[] };
    expect(ledger.settlements).toHaveLength(1);
    expect(ledger.settlements[0]).toMatchObject({ ...shown, state: 'settled' });
    expect(complaints).toEqual([]);
  });

  const back = async (name: string, before: number, since: number): Promise<number> => {
    await expect.poll(() => pidOf(name), { timeout: 10_000 }).not.toBe(before);
    await expect.poll(kind, { timeout: 10_000 }).toBe('insertCard');
    return performance.now() - since;
  };

  it.each([
    ['drivers/host', 'SIGKILL'],
    ['terminal/main', 'SIGKILL'],
    ['terminal/main', 'SIGSTOP'],
  ] as const)('%s after %s: a new one serves within 10 s', async (name, how) => {
    const pid = pidOf(name);
    const since = performance.now();
    process.kill(pid, how);
    expect(await back(name, pid, since)).toBeLessThan(10_000);
    await expect.poll(() => alive(pid)).toBe(false);
  });

  it('a page that shows nothing any more is replaced within 10 s', async () => {
    const before = standIn.windows.length;
    const since = performance.now();
    await page.goto('about:blank');
    await expect.poll(() => standIn.windows.length, { timeout: 12_000 }).toBe(before + 1);
    expect(performance.now() - since).toBeLessThan(10_000);
    expect(standIn.windows[before - 1]?.isDestroyed()).toBe(true);
    expect(standIn.windows[before]?.loaded).toEqual(['app://minka/index.html']);
  });

  it('ends in order: both processes are gone, exit 0', async () => {
    const pids = utilities.map(({ utility }) => utility.pid ?? 0);
    signal('SIGTERM');
    await expect.poll(() => standIn.app.exits, { timeout: 6000 }).toContain(0);
    expect(pids.filter(alive)).toEqual([]);
  });
});
