import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gallery, openGallery } from './shoot.ts';
import { everyView } from './views.ts';

let gallery: Gallery;
let page: Page;
const complaints: string[] = [];
beforeAll(async () => {
  gallery = await openGallery();
  ({ page } = await gallery.open('insertCard'));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
});
afterAll(() => gallery.close());

/** What an attribute says on every element that has it. */
const all = (attribute: string): Promise<string[]> =>
  page
    .locator(`[${attribute}]`)
    .evaluateAll((found, name) => found.map((each) => each.getAttribute(name) ?? ''), attribute);

describe('the component page', () => {
  it.each(['standard', 'elder', 'contrast'])(
    'in the theme %s measures colours, type and keys, and all of them hold',
    async (theme) => {
      await page.goto(`${gallery.url}/?theme=${theme}&textSize=large`);
      const held = async (): Promise<string> => (await all('data-holds')).join(' ');
      await expect.poll(held, { timeout: 15_000 }).toBe(Array(19).fill('true').join(' '));
      expect((await all('data-colour')).length).toBe(15);
      for (const capital of await all('data-capital')) expect(Number(capital)).toBeGreaterThanOrEqual(7.33);
      const lengths = Object.fromEntries(
        await page
          .locator('[data-length]')
          .evaluateAll((found) =>
            found.map((each) => [each.getAttribute('data-length'), each.getAttribute('data-mm')]),
          ),
      ) as Record<string, string>;
      for (const name of Object.keys(lengths).filter((each) => each.startsWith('target'))) {
        expect(Number(lengths[name]), name).toBeGreaterThanOrEqual(20);
      }
      expect((await all('data-specimen')).length).toBeGreaterThan(30);
      expect(complaints).toEqual([]);
    },
  );

  it('leads to every screen in the look that was chosen', async () => {
    await page.goto(`${gallery.url}/?theme=contrast&lang=en`);
    expect(await all('data-screen-link')).toEqual(everyView);
    await page.locator('[data-screen-link="split"]').click();
    await page.waitForSelector('[data-screen="split"] h1');
    expect(
      await page.evaluate(() => [document.documentElement.dataset['theme'], document.documentElement.lang]),
    ).toEqual(['contrast', 'en']);
  });
});

describe('npm run components', () => {
  it('says its address as one JSON object, serves on loopback, and ends by SIGTERM within 5 s', async () => {
    const child = spawn(process.execPath, ['scripts/components.ts', '--json'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const { url } = JSON.parse(line.toString()) as { url: string };
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const answer = await fetch(url);
    expect([answer.status, answer.headers.get('content-security-policy')]).toEqual([
      200,
      expect.stringContaining("default-src 'none'"),
    ]);
    expect(await answer.text()).toContain('id="root"');
    const begun = performance.now();
    child.kill('SIGTERM');
    expect((await once(child, 'exit'))[0]).toBe(0);
    expect(performance.now() - begun).toBeLessThan(5000);
  });

  it.each([
    [['--help'], 0, 'npm run components'],
    [['--port', '70000'], 2, '--port takes a port number'],
    [['--colour'], 2, 'npm run components'],
  ] as const)('%j exits %i and says how it is used', async (args, code, words) => {
    const child = spawn(process.execPath, ['scripts/run.mjs', 'components', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (data: Buffer) => (said += data.toString()));
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    expect((await once(child, 'exit'))[0]).toBe(code);
    expect(said).toContain(words);
  });
});
