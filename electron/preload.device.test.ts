import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserOptions } from '../scripts/browser.ts';
import { buildElectron } from './build.config.ts';
import { readPages, servePages } from './main/pages.ts';
import { glass } from './testing/glass.ts';
import { type StandIn, standInElectron } from './testing/stand-in.ts';

/**
 * A page that tries to break out, in a real Chromium under the real policy and with the real preload: what the page's
 * own locks (the header, the bridge) stop before the main process is asked. The control run serves the same page
 * without the policy, so each attempt is seen to succeed where the lock is off.
 */
let dir: string;
let browser: Browser;
let preload: string;
const pages: Record<'locked' | 'open', Page | null> = { locked: null, open: null };
const dialogs: string[] = [];

async function open(policy: boolean): Promise<Page> {
  const standIn: StandIn = standInElectron(() => {
    throw new Error('no process here');
  });
  const session = standIn.electron.session.fromPartition('minka', { cache: false });
  const serve = servePages(readPages(join(dir, 'page')));
  session.protocol.handle('app', (request) => {
    const answer = serve(request);
    if (policy) return answer;
    return new Response(answer.body, { headers: { 'content-type': answer.headers.get('content-type') ?? '' } });
  });
  new standIn.electron.BrowserWindow({});
  const page = await glass(browser, standIn, preload);
  page.on('dialog', (dialog) => {
    dialogs.push(`${policy ? 'locked' : 'open'} ${dialog.type()}`);
    void dialog.accept('1234');
  });
  await page.goto('https://minka.test/index.html');
  return page;
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'minka-breakout-'));
  mkdirSync(join(dir, 'page'));
  // The attempts run as the page's own script: Playwright's evaluate is not bound by a policy.
  writeFileSync(
    join(dir, 'page/index.html'),
    '<!doctype html><title>t</title><body><script type="module" src="./attack.js"></script>',
  );
  writeFileSync(join(dir, 'page/attack.js'), readFileSync(new URL('./testing/attack.js', import.meta.url)));
  await buildElectron(dir);
  preload = readFileSync(join(dir, 'electron/preload/index.cjs'), 'utf8');
  browser = await chromium.launch(browserOptions());
  pages.locked = await open(true);
  pages.open = await open(false);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  rmSync(dir, { recursive: true, force: true });
});

const attempt = async (which: 'locked' | 'open', name: string): Promise<unknown> =>
  pages[which]?.evaluate(async (attack) => {
    const attacks: unknown = Reflect.get(globalThis, 'attacks');
    const run: unknown = Reflect.get(attacks as object, attack);
    return typeof run === 'function' ? await run() : 'no such attack';
  }, name);

describe('a stranger’s script in our page', () => {
  it.each([
    'eval',
    'newFunction',
    'inlineScript',
    'inlineHandler',
    'javascriptUrl',
    'dataScript',
    'blobScript',
    'blobWorker',
    'innerHtml',
    'inlineStyle',
    'fetchSelf',
    'webSocket',
    'iframe',
    'windowOpen',
    'prompt',
    'print',
    'form',
    'baseUrl',
  ])('%s: held, and it succeeds where the policy is off', async (name) => {
    expect(await attempt('open', name)).toBe('done');
    expect(await attempt('locked', name)).not.toBe('done');
  });

  it('opened no dialog', () => {
    expect(dialogs.filter((each) => each.startsWith('locked'))).toEqual([]);
    expect(dialogs).toContain('open prompt');
  });

  it('finds nothing of Node or Electron, and cannot change the bridge', async () => {
    expect(await attempt('locked', 'probe')).toEqual({
      require: 'undefined',
      process: 'undefined',
      module: 'undefined',
      Buffer: 'undefined',
      electron: 'undefined',
      wire: ['post', 'onText'],
      replaced: false,
      changed: false,
    });
  });
});
