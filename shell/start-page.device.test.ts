import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browserOptions } from '../scripts/browser.ts';
import { type ShellUnderTest, startShellUnderTest } from './testing/shell-under-test.ts';

/** What only a real browser can tell: the opaque origin of file://, the strict cookie, the policy. */
let browser: Browser;
let shell: ShellUnderTest;
let ready: Record<string, unknown>;
beforeAll(async () => {
  browser = await chromium.launch(browserOptions());
  shell = startShellUnderTest();
  ready = await shell.line();
});
afterAll(async () => {
  await browser?.close();
  shell?.process.kill('SIGTERM');
  await shell?.exit;
  shell?.remove();
});

async function freshStartPage(): Promise<string> {
  shell.command('{"cmd":"startPage"}');
  return pathToFileURL(String((await shell.line())['startPage'])).href;
}

it('opens the screen from a file, and the page talks to the terminal', async () => {
  const page = await (await browser.newContext()).newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // The policy's sandbox is against windows and dialogs, not against our own scripts: the remark is no complaint.
    if (/^An iframe which has both allow-scripts and allow-same-origin/.test(message.text())) return;
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(await freshStartPage());
  await page.waitForURL(`${ready['url']}/`);
  await expect.poll(() => page.locator('#said').textContent()).toBe('echo 民卡');
  await page.reload();
  await expect.poll(() => page.locator('#said').textContent()).toBe('echo 民卡');
  expect(await page.evaluate(() => document.cookie)).toBe('');
  expect(complaints).toEqual([]);
  // The policy holds: neither a script from elsewhere nor an inline one runs, and no other place is reached.
  const tried = await page.evaluate(async (other) => {
    const script = document.createElement('script');
    script.textContent = 'window.intruded = true';
    document.head.append(script);
    const reached = await fetch(other).then(
      () => true,
      () => false,
    );
    return { reached, intruded: 'intruded' in window };
  }, 'http://127.0.0.1:9/');
  expect(tried).toEqual({ reached: false, intruded: false });
  expect(complaints.join()).toContain('Content Security Policy');
});

it('refuses the same start page in a second browser, and the terminal hears of it', async () => {
  const start = await freshStartPage();
  const owner = await (await browser.newContext()).newPage();
  await owner.goto(start);
  await owner.waitForURL(`${ready['url']}/`);
  const thief = await (await browser.newContext()).newPage();
  await thief.goto(start);
  await thief.waitForURL(`${ready['url']}/enter`);
  expect(await thief.locator('body').textContent()).toContain('403');
  expect((await thief.goto(`${ready['url']}/`))?.status()).toBe(403);
  await expect.poll(() => shell.events().some((event) => event.did === 'alarm screen-token-reused')).toBe(true);
});
