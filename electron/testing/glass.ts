import type { Browser, Page } from '@playwright/test';
import { CHANNEL } from '../channel.ts';
import type { StandIn } from './stand-in.ts';

/**
 * A real Chromium page in the place of the stand-in's first window: the preload bundle runs before the page, with a
 * `require` that knows only 'electron'; what it sends goes to the stand-in's ipcMain, and what main sends comes back.
 * The page itself is answered by the handler that main gave to `protocol.handle`.
 */
export async function glass(browser: Browser, standIn: StandIn, preload: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  while (standIn.windows.length === 0 || standIn.sessions.get('minka')?.handled.get('app') === undefined) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const [window] = standIn.windows;
  const handler = standIn.sessions.get('minka')?.handled.get('app');
  if (window === undefined || handler === undefined) throw new Error('main opened no window');
  const contents = window.webContents;

  await page.route('**/*', async (route) => {
    const url = route.request().url().replace('https://minka.test/', 'app://minka/');
    const answer = await handler({ url, method: route.request().method() } as Request);
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });
  await page.exposeBinding('__toMain', (_source, text: unknown) => {
    standIn.ipcMain.emit(CHANNEL, { sender: contents, senderFrame: contents.mainFrame }, text);
  });
  contents.on('sent', (channel: string, text: unknown) => {
    page
      .evaluate(([to, what]) => Reflect.get(globalThis, '__fromMain')(to, what), [channel, text] as const)
      .catch(() => undefined);
  });
  await page.addInitScript(`(() => {
    const listeners = [];
    globalThis.__fromMain = (channel, text) => { for (const [name, fn] of listeners) if (name === channel) fn({}, text); };
    const electron = {
      contextBridge: { exposeInMainWorld: (name, api) => Object.defineProperty(globalThis, name, { value: Object.freeze(api) }) },
      ipcRenderer: { on: (name, fn) => listeners.push([name, fn]), send: (channel, text) => void globalThis.__toMain(text) },
    };
    const require = (name) => { if (name !== 'electron') throw new Error('a sandboxed preload has no ' + name); return electron; };
    ((require) => {${preload}})(require);
  })()`);
  return page;
}
