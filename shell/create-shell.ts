import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Random } from '../common/kernel/ports.ts';
import { err, ok, type Result } from '../common/kernel/result.ts';
import type { SiteProfile } from '../kiosk-config/schema.ts';
import { acquireLock } from '../wire/process-lock.ts';
import { connectUnix } from '../wire/unix-socket.ts';
import { type ChildSpec, type StartFailure, startChild } from './child.ts';
import { atOnceThenBackOff, backOff, createKeeper, type Keeper } from './keeper.ts';
import { databaseKey } from './key-file.ts';
import type { Log } from './log.ts';
import { type ScreenServer, startScreenServer } from './screen-server.ts';
import { startShellServer } from './shell-server.ts';
import { createTokenDesk, startPageHtml, writeStartPage } from './start-page.ts';

export interface ShellParts {
  readonly profile: SiteProfile;
  readonly profileFile: string;
  readonly runDir: string;
  /** Null: no screen (the command line's short-lived terminal). */
  readonly dist: string | null;
  readonly scripts: { readonly host: string; readonly terminal: string };
  readonly env: NodeJS.ProcessEnv;
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
  /** Ends everything in order, within 5 s, at any time, also while it starts. Idempotent. */
  stop(): Promise<void>;
}

const READY_MS = 20_000;
/** The terminal may finish what must be finished; then it is killed. With the host's second this stays under 5 s. */
const TERMINAL_GRACE_MS = 3000;
const HOST_GRACE_MS = 1000;

/** The shell: device host and terminal, the links between them, and the server of the screen. */
export function createShell(parts: ShellParts): Shell {
  const { runDir, log } = parts;
  const tokens = createTokenDesk(parts.clock, parts.random);
  const cleanUp: (() => Promise<void>)[] = [];
  let screen: ScreenServer | null = null;
  let stopping: Promise<void> | null = null;

  const start = async (): Promise<Result<null, StartFailure>> => {
    const place = checkPlace(parts);
    if (place !== null) return err(place);
    const lock = await acquireLock(runDir, 'shell');
    if (!lock.ok) return err({ code: 'STORE_LOCKED', message: `another terminal runs in ${runDir}` });
    cleanUp.push(() => lock.value.release());
    if (stopping !== null) return err(STOPPING);
    const key = databaseKey(parts.profile);
    if (!key.ok) return err({ code: 'STORE_KEY', message: key.error });

    const { host, terminal } = keepers(parts, key.value);
    const link = await startShellServer({
      socket: join(runDir, 'shell.sock'),
      hostSocket: join(runDir, HOST_SOCKET),
      replaceHost: host.replace,
      log,
    });
    if (!link.ok) return err({ code: 'CONFIG_INVALID', message: `shell.sock: ${link.error.message}` });
    cleanUp.push(async () => {
      link.value.stopping(TERMINAL_GRACE_MS);
      await screen?.close();
      // The terminal first: what it finishes may still need paper.
      await terminal.stop(TERMINAL_GRACE_MS);
      await host.stop(HOST_GRACE_MS);
      await link.value.close();
    });
    if (stopping !== null) return err(STOPPING);

    // A host that does not come up is tried again and again: the terminal says so on the screen and mends itself.
    void host.start();
    const up = await terminal.start();
    if (!up.ok || parts.dist === null) return up;
    const server = await startScreenServer({
      dist: parts.dist,
      tokens,
      random: parts.random,
      dialTerminal: () => connectUnix(join(runDir, 'screen.sock'), { retryMs: 2000 }),
      onTokenReused: link.value.tokenReused,
      log,
    });
    if (stopping !== null) {
      await server.close();
      return err(STOPPING);
    }
    screen = server;
    return ok(null);
  };

  return {
    start,
    url: () => screen?.origin ?? null,
    startPage() {
      if (screen === null) return null;
      const file = join(runDir, 'start.html');
      writeStartPage(file, startPageHtml(screen.origin, tokens.issue()));
      return file;
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
const HOST_SOCKET = 'host.sock';

function keepers(parts: ShellParts, databaseKeyHex: string): { readonly host: Keeper; readonly terminal: Keeper } {
  const { clock, log, env } = parts;
  const keep = (
    child: Pick<ChildSpec, 'name' | 'args' | 'firstLine'>,
    delayMs: (quickDeaths: number) => number,
  ): Keeper => {
    const spec = { ...child, script: parts.scripts[child.name], env, readyMs: READY_MS };
    return createKeeper({ start: () => startChild(spec, log), delayMs, clock, log });
  };
  const hostArgs = ['--socket', join(parts.runDir, HOST_SOCKET)];
  const terminalArgs = ['--profile', parts.profileFile, '--run', parts.runDir];
  return {
    host: keep({ name: 'host', args: hostArgs, firstLine: {} }, atOnceThenBackOff),
    terminal: keep({ name: 'terminal', args: terminalArgs, firstLine: { databaseKey: databaseKeyHex } }, backOff),
  };
}

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
