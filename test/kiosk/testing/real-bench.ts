import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Lab, startLab } from '../../../simulator/lab/lab.ts';
import { type Bench, benchFolder, gainsOf, opened, removeFolder, startGlass } from './bench.ts';
import { clientPorts } from './connections.ts';
import type { Look } from './gains.ts';
import { startKioskBrowser } from './kiosk-browser.ts';
import { pause, until } from './x-screen.ts';

/** Kept-alive connections of the page's files are closed by the server after 5 s; only the WebSocket stays. */
const ONLY_SOCKET_MS = 6500;

/** The real kiosk: a whole lab behind the real shell, the real renderer, every lock on. */
export async function startRealBench(): Promise<Bench & { readonly lab: Lab }> {
  const dir = benchFolder();
  const screen = await startGlass(dir);
  const lab = await startLab();
  const origin = String(lab.shell.ready['url']);
  const port = Number(new URL(origin).port);
  const browser = startKioskBrowser({
    screen,
    dir: join(dir, 'browser'),
    origin,
    startPage: fileURLToPath(await lab.startPage()),
    // The scenes of the screen move; they must not count as something that came onto the glass.
    flags: (flags) => [...flags, '--force-prefers-reduced-motion'],
  });
  const stop = async (): Promise<void> => {
    await browser.stop();
    await lab.stop();
    await screen.stop();
    removeFolder(dir);
  };
  try {
    await opened(
      () => clientPorts(port).length > 0,
      async () => browser.renew(fileURLToPath(await lab.startPage())),
    );
    await pause(ONLY_SOCKET_MS);
    await until(() => clientPorts(port).length === 1, 20_000, 'the kiosk with its one connection');
  } catch (error) {
    await stop();
    throw error;
  }
  /** A reload or another page ends the WebSocket of this document; short connections beside it come and go. */
  const [shown] = clientPorts(port);
  const look = async (): Promise<Look> => ({
    windows: await screen.windows(),
    picture: screen.picture(),
    document: clientPorts(port).includes(shown ?? 0) ? 'the same' : 'another',
    hits: 0,
    files: browser.files(),
    zoom: 0,
    alive: browser.process.exitCode === null,
  });
  return { screen, lab, browser, again: browser.again, gains: (act) => gainsOf(look, act), stop };
}
