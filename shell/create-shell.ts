import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Random } from '../common/kernel/ports.ts';
import { err, ok, type Result } from '../common/kernel/result.ts';
import { quietPage } from '../kiosk-config/quiet-page.ts';
import type { SiteProfile } from '../kiosk-config/schema.ts';
import { acquireLock } from '../wire/process-lock.ts';
import { connectUnix } from '../wire/unix-socket.ts';
import { createBrowserPart } from './browser/browser-part.ts';
import { chooseBrowser } from './browser/choose.ts';
import type { StartFailure } from './child.ts';
import { databaseKey } from './key-file.ts';
import { linkTo } from './link-page.ts';
import type { Log } from './log.ts';
import { type ScreenServer, startScreenServer } from './screen-server.ts';
import { startShellServer } from './shell-server.ts';
import { createTokenDesk, LINK_LIFE_MS, startPageHtml, writeStartPage } from './start-page.ts';
import { createSupervised, HOST_SOCKET, type SupervisedOptions, TERMINAL_GRACE_MS } from './supervised.ts';

export interface ShellParts {
  readonly profile: SiteProfile;
  readonly profileFile: string;
  readonly runDir: string;
  /** Null: no screen (the command line's short-lived terminal). */
  readonly dist: string | null;
  /** How the system's browser is opened and kept; null: somebody else opens the screen. */
  readonly browser: 'kiosk' | 'window' | null;
  readonly scripts: { readonly host: string; readonly terminal: string };
  readonly env: NodeJS.ProcessEnv;
  /** A person closed the browser's window: they are done. */
  readonly onClosed: () => void;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

export interface Shell {
  /** Starts everything; answers when the terminal serves and the screen can be opened. Call it once. */
  start(): Promise<Result<null, StartFailure>>;
  /** `http://127.0.0.1:PORT`, or null without a screen. */
  url(): string | null;
  /** Makes a fresh one-time start page and answers its path; null without a screen. */
  startPage(): string | null;
  /** Makes a fresh one-time link that a person may open within a minute; null without a screen. */
  link(): { readonly url: string; readonly validMs: number } | null;
  /** Ends everything in order, within 5 s, at any time, also while it starts. Idempotent. */
  stop(): Promise<void>;
}

/** The shell: device host and terminal, the links between them, the server of the screen, and the browser. */
export function createShell(parts: ShellParts): Shell {
  const { runDir, log } = parts;
  const tokens = createTokenDesk(parts.clock, parts.random);
  const page = quietPage(parts.profile);
  const cleanUp: (() => Promise<void>)[] = [];
  let screen: ScreenServer | null = null;
  let stopping: Promise<void> | null = null;

  const startPage = (): string | null => {
    if (screen === null) return null;
    const file = join(runDir, 'start.html');
    writeStartPage(file, startPageHtml(screen.origin, tokens.issue()));
    return file;
  };

  const start = async (): Promise<Result<null, StartFailure>> => {
    const place = checkPlace(parts);
    if (place !== null) return err(place);
    const browser =
      parts.browser === null ? null : chooseBrowser(parts.browser, parts.profile.mode, parts.profile.face);
    if (browser !== null && !browser.ok) return browser;
    const lock = await acquireLock(runDir, 'shell');
    if (!lock.ok) return err({ code: 'STORE_LOCKED', message: `another terminal runs in ${runDir}` });
    cleanUp.push(() => lock.value.release());
    if (stopping !== null) return err(STOPPING);
    const key = databaseKey(parts.profile);
    if (!key.ok) return err({ code: 'STORE_KEY', message: key.error });

    const browserPart: SupervisedOptions['screen'] =
      browser === null
        ? null
        : (onDied) =>
            createBrowserPart({ ...parts, ...browser.value, startPage, entered: () => !tokens.waiting(), onDied });
    const supervised = createSupervised({
      ...parts,
      databaseKey: key.value,
      screen: browserPart,
      onQuiet(part) {
        link.value.quiet(part);
        screen?.cutOff();
      },
    });
    const opened = await startShellServer({
      socket: join(runDir, 'shell.sock'),
      hostSocket: join(runDir, HOST_SOCKET),
      replaceHost: supervised.replaceHost,
      onBeat: supervised.beat,
      log,
    });
    if (!opened.ok) return err({ code: 'CONFIG_INVALID', message: `shell.sock: ${opened.error.message}` });
    const link = opened;
    cleanUp.push(async () => {
      link.value.stopping(TERMINAL_GRACE_MS);
      await screen?.close();
      await supervised.stop();
      await link.value.close();
    });
    if (stopping !== null) return err(STOPPING);

    const up = await supervised.start();
    if (!up.ok || parts.dist === null) return up;
    const { port } = parts.profile.screen;
    const server = await startScreenServer({
      dist: parts.dist,
      page: parts.profile.face === 'desk' ? '/desk.html' : '/index.html',
      port,
      tokens,
      random: parts.random,
      dialTerminal: () => connectUnix(join(runDir, 'screen.sock'), { retryMs: 2000 }),
      onTokenReused: link.value.tokenReused,
      quiet: () => (supervised.quiet() ? page : null),
      log,
    }).catch((error: Error) => error);
    if (server instanceof Error)
      return err({ code: 'CONFIG_INVALID', message: `screen.port ${port}: ${server.message}` });
    if (stopping !== null) {
      await server.close();
      return err(STOPPING);
    }
    screen = server;
    supervised.openScreen();
    return ok(null);
  };

  return {
    start,
    url: () => screen?.origin ?? null,
    startPage,
    link() {
      if (screen === null) return null;
      return { url: linkTo(screen.origin, tokens.issue('link')), validMs: LINK_LIFE_MS };
    },
    stop() {
      stopping ??= (async () => {
        for (const fn of cleanUp.reverse()) await fn();
      })();
      return stopping;
    },
  };
}

const STOPPING: StartFailure = { code: 'STOPPING', message: 'told to end while starting' };

/** What has to be there before anything is started; null when it is. */
function checkPlace({ dist, runDir }: ShellParts): StartFailure | null {
  if (dist !== null && !existsSync(join(dist, 'index.html'))) {
    return { code: 'CONFIG_MISSING', message: `${join(dist, 'index.html')} is missing: build the screen first` };
  }
  try {
    mkdirSync(runDir, { recursive: true, mode: 0o700 });
    return null;
  } catch (error) {
    return { code: 'CONFIG_INVALID', message: `the run directory cannot be made: ${String(error)}` };
  }
}
