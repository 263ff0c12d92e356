/** `npm run demo -- --watch`: the main job at human speed, kiosk and dock side by side, with captions. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { requireNoOtherLab } from '../simulator/dock/lab-file.ts';
import { playOptions, type RunningDock, startDock } from '../simulator/dock/start.ts';
import { type Lab, startLab } from '../simulator/lab/lab.ts';
import { albumPage } from '../simulator/tour/album.ts';
import { type Caption, runTour } from '../simulator/tour/tour.ts';
import { browserOptions } from './browser.ts';

const KIOSK = { width: 560, height: 996 };
const DOCK = { width: 960, height: 996 };
const LOOK_MS = 1800;
const KEY_MS = 350;
/** Last pictures stand a while before the windows go. */
const STAND_MS = 4000;

async function windowAt(browser: Browser, left: number, size: typeof KIOSK, headed: boolean): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    locale: process.env['LANG']?.startsWith('en') ? 'en-GB' : 'zh-CN',
    viewport: size,
  });
  const page = await context.newPage();
  if (headed) {
    const session = await context.newCDPSession(page);
    const { windowId } = await session.send('Browser.getWindowForTarget');
    await session.send('Browser.setWindowBounds', { windowId, bounds: { left, top: 0 } });
  }
  return page;
}

/** Runs the tour; in windows where there is a display, else unseen. Pictures with captions go to `out`/tour. */
export async function watchDemo(seed: number, out: string): Promise<number> {
  const headed = Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  const say = (text: string): void => void process.stderr.write(`· ${text}\n`);
  const pictures = join(out, 'tour');
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true, mode: 0o700 });
  if (!headed) say(`no display: the tour runs unseen; watch its pictures in ${pictures}`);
  let lab: Lab | undefined;
  let dock: RunningDock | undefined;
  let browser: Browser | undefined;
  const down = async (): Promise<void> => {
    await browser?.close().catch(() => {});
    await dock?.stop();
    await lab?.stop();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      setTimeout(() => process.exit(1), 4000).unref();
      void down().finally(() => process.exit(1));
    });
  try {
    await requireNoOtherLab(process.env);
    say('starting centre, HIS, operator, card, pad and printer emulators, terminal');
    lab = await startLab(playOptions);
    dock = await startDock(lab, { firstSeed: seed, env: process.env });
    browser = await chromium.launch({ ...browserOptions(), headless: !headed });
    const kioskPage = await windowAt(browser, 0, KIOSK, headed);
    const dockPage = await windowAt(browser, KIOSK.width, DOCK, headed);
    const album = await albumPage(await chromium.launch(browserOptions()));
    await dockPage.goto(dock.url);
    await dockPage.locator('[data-room="cards"]').waitFor();
    await kioskPage.goto(await lab.startPage());
    await kioskPage.locator('[data-screen="insertCard"]').waitFor();
    const standing = dock;
    const scenes = await runTour({
      lab,
      kiosk: kioskPage,
      dock: dockPage,
      lookMs: LOOK_MS,
      keyMs: KEY_MS,
      say(caption: Caption) {
        standing.say(caption);
        say(`${caption.zh} ${caption.en}`);
      },
      async shoot(name, caption) {
        const [left, right] = [await kioskPage.screenshot(), await dockPage.screenshot()];
        writeFileSync(join(pictures, `${name}.png`), await album.compose(caption, left, right), { mode: 0o600 });
      },
    });
    if (headed) await new Promise((resolve) => setTimeout(resolve, STAND_MS));
    await album.close();
    console.log(`${scenes} scenes; pictures: ${pictures}`);
    return 0;
  } catch (error) {
    process.stderr.write(`The tour did not complete: ${error instanceof Error ? error.message : String(error)}\n`);
    if (lab) process.stderr.write(`--- shell, terminal and host said:\n${lab.shell.words().slice(-4000)}\n`);
    return 1;
  } finally {
    await down();
  }
}
