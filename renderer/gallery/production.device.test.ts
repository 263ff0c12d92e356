import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { screenLink } from '../../common/contracts/session/screen-link.ts';
import { type Served, serve } from '../../common/rpc/serve.ts';
import { webSocketChannel } from '../../common/rpc/web-socket-channel.ts';
import { fixtures } from '../fixtures/index.ts';
import { serveFolder, urlOf } from './serve.ts';
import { launch } from './shoot.ts';

/** The production build against a stand-in for the terminal: the real WebSocket, the real policy, a real browser. */
let server: Server;
let sockets: WebSocketServer;
let browser: Browser;
let page: Page;
const complaints: string[] = [];
const intents: unknown[] = [];
const heard: string[][] = [];
const proofs: { frames: number; version: number }[] = [];
let links: { socket: WebSocket; served: Served<typeof screenLink> }[] = [];
let answering = true;
let version = 1;
let name = 'insertCard';

const snapshot = () => {
  const fixture = fixtures[name];
  if (fixture === undefined) throw new Error(name);
  return { ...fixture, version };
};
const show = (next: string): void => {
  name = next;
  version += 1;
  for (const { served } of links) served.emit('snapshot', snapshot());
};
const kind = (): Promise<string | null> => page.locator('[data-screen]').first().getAttribute('data-screen');

beforeAll(async () => {
  const outDir = fileURLToPath(new URL('../../node_modules/.cache/renderer-test/', import.meta.url));
  const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url));
  await build({ configFile, logLevel: 'error', build: { outDir } });
  server = await serveFolder(outDir);
  sockets = new WebSocketServer({ server, path: '/screen', verifyClient: () => answering });
  sockets.on('connection', (socket) => {
    const served = serve(webSocketChannel(socket), screenLink, {
      open: () => snapshot(),
      intent: (input) => {
        intents.push(input);
        return { accepted: true };
      },
      feeLines: ({ page: number }) => ({ page: number, pages: 1, lines: [] }),
      reveal: () => ({ value: null, validMs: 0 }),
      touched: () => ({}),
      speak: ({ utterances }) => {
        heard.push(utterances.map(({ text }) => text));
        return { spoken: true };
      },
      rendered: (proof) => {
        proofs.push(proof);
        return {};
      },
    });
    links.push({ socket, served });
  });
  browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
  page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(urlOf(server));
});
afterAll(async () => {
  await browser.close();
  sockets.close();
  for (const { socket } of links) socket.terminate();
  await new Promise((resolve) => server.close(resolve));
});

describe('the production build', () => {
  it('connects by itself, draws, and proves it', async () => {
    await expect.poll(kind).toBe('insertCard');
    await expect.poll(() => proofs.some((proof) => proof.version === 1 && proof.frames >= 2)).toBe(true);
  });

  it('follows the terminal and sends what is pressed, with the version on the glass', async () => {
    show('confirm');
    await expect.poll(kind).toBe('confirm');
    await page.locator('[data-key="confirm"]').click();
    await expect.poll(() => intents).toEqual([{ version: 2, intent: { kind: 'confirm', cash: 3679 } }]);
    show('working');
    await expect.poll(kind).toBe('working');
    await expect.poll(() => proofs.at(-1)?.version).toBe(3);
    expect(complaints).toEqual([]);
  });

  it('has the screen read out once the person wants it, the keys by the keypad too, and is silent when it is not', async () => {
    const loud = (name: string, sound: boolean) => {
      const { look } = fixtures[name] ?? expect.fail(name);
      version += 1;
      const now = { ...(fixtures[name] ?? expect.fail(name)), look: { ...look, sound }, version };
      for (const { served } of links) served.emit('snapshot', now);
    };
    heard.length = 0;
    loud('confirm', false);
    await expect.poll(kind).toBe('confirm');
    loud('confirm', true);
    await expect.poll(() => heard.at(-1)?.includes('您付：36 元 7 角 9 分')).toBe(true);
    // The same screen once more, a second later: nothing is said twice.
    const said = heard.length;
    loud('confirm', true);
    await expect.poll(() => proofs.at(-1)?.version).toBe(version);
    expect(heard.length).toBe(said);
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => heard.at(-1)).toEqual(['按红键：结束并取卡']);
    await page.keyboard.press('*');
    await expect.poll(() => heard.at(-1)?.[0]).toBe('演示·无效');
    loud('confirm', false);
    await expect.poll(() => heard.at(-1)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('says 正在接通 and nothing of the person while nobody answers, then comes back', async () => {
    show('whoYouAre');
    await expect.poll(kind).toBe('whoYouAre');
    answering = false;
    for (const { socket } of links) socket.terminate();
    links = [];
    await expect.poll(() => page.textContent('body')).toContain('正在接通');
    expect(await page.textContent('body')).not.toContain('李');
    answering = true;
    await expect.poll(kind, { timeout: 8000 }).toBe('whoYouAre');
  });
});
