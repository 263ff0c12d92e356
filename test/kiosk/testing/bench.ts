import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Target } from '../attempts/attempt.ts';
import { type Gain, gainsBetween, type Look } from './gains.ts';
import { type KioskBrowser, startKioskBrowser, type Unlocked } from './kiosk-browser.ts';
import { type Relax, relaxHeaders } from './relaxed-headers.ts';
import { type StandIn, startStandIn } from './stand-in.ts';
import { pause, startXScreen, until, type XScreen } from './x-screen.ts';

/** A kiosk before which an attacker stands. */
export interface Bench extends Target {
  readonly browser: KioskBrowser;
  /** Runs `act` and tells what is different afterwards. */
  gains(act: () => Promise<void>): Promise<readonly Gain[]>;
  stop(): Promise<void>;
}

/** The kiosk with the hostile page in it. */
export interface HostileBench extends Bench {
  readonly standIn: StandIn;
  /** Arms the page with this attempt and touches it. */
  touch(attempt: string): Promise<void>;
}

export interface BenchOptions extends Unlocked {
  readonly openboxRc?: string;
  readonly relax?: Relax;
}

export const OUR_OPENBOX = resolve('kiosk-config/os/openbox-rc.xml');
export const DEBIAN_OPENBOX = '/etc/xdg/openbox/rc.xml';
const SIZE = { width: 1080, height: 1920 };
/** What a menu, a dialog or a page takes to come up on a busy machine, ms. */
const SETTLE_MS = 900;

/** A temporary folder through which the browser's user gets to its own folder, and sees nothing else. */
export function benchFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'minka-kiosk-'));
  chmodSync(dir, 0o711);
  return dir;
}

export function removeFolder(dir: string): void {
  rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** X screen and window manager of the kiosk's size. */
export function startGlass(dir: string, openboxRc: string = OUR_OPENBOX): Promise<XScreen> {
  return startXScreen({ dir, ...SIZE, openboxRc });
}

/** Waits until the browser has opened the screen; until then its start page is made anew before its token dies. */
export async function opened(isOpen: () => boolean, renew: () => Promise<void>): Promise<void> {
  for (let left = 8; left > 0; left -= 1) {
    const came = await until(isOpen, 4000).then(
      () => true,
      () => false,
    );
    if (came) return;
    await renew();
  }
  throw new Error('the browser did not open the screen');
}

/** Looks, acts, lets it settle, looks again. */
export async function gainsOf(look: () => Promise<Look>, act: () => Promise<void>): Promise<readonly Gain[]> {
  const before = await look();
  await act();
  await pause(SETTLE_MS);
  return gainsBetween(before, await look());
}

/** The hostile page in the kiosk's own browser on a real X screen. */
export async function startHostileBench(options: BenchOptions = {}): Promise<HostileBench> {
  const dir = benchFolder();
  const screen = await startGlass(dir, options.openboxRc);
  const restoreHeaders = relaxHeaders(options.relax ?? ((_, value) => value));
  const standIn = await startStandIn();
  const { origin } = standIn;
  const browser = startKioskBrowser({
    ...options,
    screen,
    dir: join(dir, 'browser'),
    origin,
    startPage: standIn.startPage(dir),
  });
  const stop = async (): Promise<void> => {
    await browser.stop();
    await standIn.stop();
    restoreHeaders();
    await screen.stop();
    removeFolder(dir);
  };
  try {
    await opened(
      () => standIn.said.length > 0,
      async () => browser.renew(standIn.startPage(dir)),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  await pause(600);

  const look = async (): Promise<Look> => {
    const said = await standIn.ask();
    const hellos = standIn.said.filter((each) => each.said === 'hello').length;
    return {
      windows: await screen.windows(),
      picture: screen.picture(),
      document: `${hellos} ${said?.document}`,
      hits: standIn.hits.length,
      files: browser.files(),
      zoom: said?.zoom ?? 0,
      alive: browser.process.exitCode === null,
    };
  };
  return {
    screen,
    standIn,
    browser,
    again: browser.again,
    gains: (act) => gainsOf(look, act),
    async touch(attempt) {
      standIn.tell({ cmd: 'arm', name: attempt });
      if ((await standIn.ask()) === null) throw new Error('the hostile page does not answer');
      await screen.hands('mousemove', '540', '1340', 'click', '1');
    },
    stop,
  };
}
