import { readdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
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
let touched = 0;
let version = 1;
let name = 'insertCard';
/** Every address that the page asked for. */
const requests: string[] = [];

/** The script that a face loads, kilobytes after gzip; fonts apart. */
const MOST_SCRIPT_KB = 250;
let built: Rolldown.RolldownOutput;
const outDir = fileURLToPath(new URL('../../node_modules/.cache/renderer-test/', import.meta.url));

/** The script of a page and all that it loads, as the build says. */
function scriptsOf(face: string): readonly string[] {
  const chunks = new Map(built.output.flatMap((each) => (each.type === 'chunk' ? [[each.fileName, each]] : [])));
  const files = new Set<string>();
  const load = (file: string): void => {
    const chunk = chunks.get(file);
    if (chunk === undefined || files.has(file)) return;
    files.add(file);
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) load(next);
  };
  for (const chunk of chunks.values()) {
    if (chunk.isEntry && chunk.facadeModuleId?.endsWith(`/renderer/${face}.html`)) load(chunk.fileName);
  }
  return [...files];
}

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
  const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url));
  // The runner says "test" of itself, and React would come with all that helps its developers.
  vi.stubEnv('NODE_ENV', 'production');
  built = (await build({ configFile, logLevel: 'error', build: { outDir } })) as Rolldown.RolldownOutput;
  vi.unstubAllEnvs();
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
      touched() {
        touched += 1;
        return {};
      },
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
  page.on('request', (request) => requests.push(request.url()));
  page.on('websocket', (socket) => requests.push(socket.url()));
  await page.addInitScript(recordTones);
  await page.goto(urlOf(server));
});
afterAll(async () => {
  await browser.close();
  sockets.close();
  for (const { socket } of links) socket.terminate();
  await new Promise((resolve) => server.close(resolve));
});

/** In the page: writes down each tone that the machine's loudspeaker is given, Hz. */
function recordTones(): void {
  const tones: number[] = [];
  Object.assign(window, { tones });
  const { start } = OscillatorNode.prototype;
  OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number) {
    tones.push(this.frequency.value);
    return start.call(this, when);
  };
}
const tones = (): Promise<number[]> => page.evaluate(() => (window as unknown as { tones: number[] }).tones.splice(0));

describe('the production build', () => {
  it.each(['index', 'desk'])('is a small script: %s.html', (face) => {
    const files = scriptsOf(face);
    const bytes = files.map((file) => gzipSync(readFileSync(join(outDir, file))).length);
    const kb = bytes.reduce((sum, each) => sum + each, 0) / 1000;
    process.stderr.write(`the script of ${face}.html: ${kb.toFixed(1)} kB gzipped, in ${files.length} file(s)\n`);
    expect(kb).toBeGreaterThan(50);
    expect(kb).toBeLessThanOrEqual(MOST_SCRIPT_KB);
  });

  it('has nothing in it that neither face loads', () => {
    const all = readdirSync(outDir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
    const loaded = new Set([...scriptsOf('index'), ...scriptsOf('desk')]);
    expect(all.filter((file) => !loaded.has(file))).toEqual([]);
  });

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
    const loud = (name: string, sound: boolean, headphones = false) => {
      const { look } = fixtures[name] ?? expect.fail(name);
      version += 1;
      const now = { ...(fixtures[name] ?? expect.fail(name)), look: { ...look, sound }, version, headphones };
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
    // Headphones come in: more can be heard, so it is said from its beginning. They go: nothing is repeated.
    loud('confirm', true, true);
    await expect.poll(() => heard.length).toBe(said + 1);
    expect(heard.at(-1)).toContain('您付：36 元 7 角 9 分');
    loud('confirm', true);
    await expect.poll(() => proofs.at(-1)?.version).toBe(version);
    expect(heard.length).toBe(said + 1);
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => heard.at(-1)).toEqual(['按红键：结束并取卡']);
    await page.keyboard.press('*');
    await expect.poll(() => heard.at(-1)?.[0]).toBe('演示·无效');
    loud('confirm', false);
    await expect.poll(() => heard.at(-1)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('has a warning and a card that is left heard in the hall, without any voice, and nothing while it works', async () => {
    await tones();
    show('working');
    await expect.poll(kind).toBe('working');
    show('stillThere');
    await expect.poll(kind).toBe('stillThere');
    await expect.poll(tones).toEqual([660, 880]);
    show('takeCard-late');
    await expect.poll(kind).toBe('takeCard');
    await expect.poll(tones).toEqual([1000, 750, 1000, 750, 1000, 750]);
    // Again and again while it is there.
    await expect.poll(tones, { timeout: 6000 }).toEqual([1000, 750, 1000, 750, 1000, 750]);
    show('insertCard');
    await expect.poll(kind).toBe('insertCard');
    expect(await tones()).toEqual([]);
  });

  it('tells the terminal of every sign of life: a touch beside the keys, a key of the keypad; once a second', async () => {
    show('whoYouAre');
    await expect.poll(kind).toBe('whoYouAre');
    for (const act of [() => page.mouse.click(5, 5), () => page.keyboard.press('ArrowDown')]) {
      await new Promise((resolve) => setTimeout(resolve, 1100));
      touched = 0;
      await act();
      await act();
      await expect.poll(() => touched).toBe(1);
    }
  });

  it('asks nothing of anybody but the terminal', () => {
    const { host } = new URL(urlOf(server));
    expect(requests.length).toBeGreaterThan(3);
    expect(requests.some((url) => url.startsWith('ws://'))).toBe(true);
    expect(requests.filter((url) => new URL(url).host !== host)).toEqual([]);
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
