import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../common/kernel/ports.ts';
import type { Result } from '../../common/kernel/result.ts';
import { databaseKey } from '../../kiosk-config/key-file.ts';
import { loadProfile } from '../../kiosk-config/load.ts';
import { quietPage } from '../../kiosk-config/quiet-page.ts';
import type { SiteProfile } from '../../kiosk-config/schema.ts';
import type { MainArguments } from '../locks/arguments.ts';
import { childEnvironment } from '../locks/environment.ts';
import { lockApp, lockSession, type OnAttempt } from '../locks/index.ts';
import { SCHEME } from '../locks/origin.ts';
import { noteCrash, startsQuiet } from '../locks/relaunch.ts';
import { lockInstance } from '../locks/single-instance.ts';
import { PARTITION } from '../locks/web-preferences.ts';
import type { ElectronPart } from '../part.ts';
import { sealedKey } from './key-store.ts';
import type { Log } from './log.ts';
import { readPages, servePages } from './pages.ts';
import { createElectronShell, type ElectronShell } from './shell.ts';

export interface BootOptions {
  readonly electron: ElectronPart;
  /** The argument list, the options for Node and the environment, each after its lock; the first refusal ends all. */
  readonly arguments: Result<MainArguments, string>;
  readonly options: Result<null, string>;
  readonly environment: Result<null, string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The folder of the build: `terminal/`, `drivers/`, `renderer/`, `electron/` below it. */
  readonly dist: string;
  readonly kill: (pid: number) => void;
  readonly onSignal: (listener: (name: string) => void) => void;
  readonly onFatal: (listener: (cause: unknown) => void) => void;
  readonly clock: Clock;
  readonly log: Log;
}

/** Past this (ms) an end is no longer in order. */
const END_LIMIT_MS = 4900;

/**
 * Starts the terminal's production shell. Exit codes: 0 after an ordered end or where another instance runs, 1 where
 * it cannot start, 2 for a command line, an environment or a profile that must not be.
 */
export async function boot(options: BootOptions): Promise<void> {
  const { electron, log, clock } = options;
  const { app } = electron;
  const refuse = (why: string): void => {
    log('error', 'refused', { why });
    app.exit(2);
  };

  const { arguments: args, environment, options: nodeOptions } = options;
  if (!args.ok) return refuse(args.error);
  if (!nodeOptions.ok) return refuse(nodeOptions.error);
  if (!environment.ok) return refuse(environment.error);
  const loaded = loadProfile(args.value.profile);
  if (!loaded.ok) return refuse(loaded.error.map((p) => `${p.path}: ${p.message} (${p.allowed})`).join('; '));
  const { profile } = loaded.value;
  if (args.value.windowed && profile.mode === 'production') return refuse('--windowed is for the lab');
  const { run } = profile.paths;
  mkdirSync(run, { recursive: true, mode: 0o700 });

  const onAttempt: OnAttempt = (lock, what) => log('warn', 'lock-held', { lock, what });
  app.enableSandbox();
  // One terminal, one instance: the lock belongs to the run directory.
  app.setPath('userData', join(run, 'electron'));
  electron.protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }]);
  electron.Menu.setApplicationMenu(null);
  lockApp(app, profile.face, onAttempt);
  let shell: ElectronShell | null = null;
  if (!lockInstance(app, () => shell?.toFront())) return app.exit(0);

  let ending = false;
  const end = (code: number, why: string): void => {
    if (ending) return;
    ending = true;
    log('info', 'stopping', { why });
    clock.after(END_LIMIT_MS, () => app.exit(1));
    void (shell?.stop() ?? Promise.resolve()).then(() => app.exit(code));
  };
  options.onSignal((name) => end(0, name));
  const crashes = join(run, 'main-crashes.json');
  options.onFatal((cause) => {
    const { inMs, quiet } = noteCrash(crashes, clock.now());
    log('error', 'fatal', { cause: String(cause), relaunchInMs: inMs, quiet });
    clock.after(inMs, () => {
      app.relaunch();
      end(1, 'fatal');
    });
  });

  await app.whenReady();
  const session = electron.session.fromPartition(PARTITION, { cache: false });
  lockSession(session, onAttempt);
  session.protocol.handle(SCHEME, servePages(pagesOf(options.dist, profile)));
  const key = keyOf(profile, options);
  if (!key.ok) {
    log('error', 'no-key', { why: key.error });
    return end(1, 'no-key');
  }
  shell = createElectronShell({
    electron,
    programs: { terminal: join(options.dist, 'terminal/main.js'), host: join(options.dist, 'drivers/host.js') },
    preload: join(options.dist, 'electron/preload/index.cjs'),
    profileFile: args.value.profile,
    runDir: run,
    face: profile.face,
    databaseKey: key.value,
    env: childEnvironment(options.env),
    windowed: args.value.windowed,
    kill: options.kill,
    onClosed: () => end(0, 'window closed'),
    clock,
    log,
  });
  const started = await shell.start(startsQuiet(crashes, clock.now()));
  if (started.ok) log('info', 'started');
  else log('error', 'not-started', { ...started.error });
}

function pagesOf(dist: string, profile: SiteProfile): ReturnType<typeof readPages> {
  const pages = readPages(join(dist, 'renderer'));
  const { html, policy } = quietPage(profile);
  return pages.set('/quiet.html', { type: 'text/html; charset=utf-8', body: new TextEncoder().encode(html), policy });
}

/** The lab's key is in a file that its profile names; production keeps it in the system's key store. */
function keyOf(profile: SiteProfile, { electron, platform }: BootOptions): Result<string, string> {
  return profile.paths.keyFile === undefined
    ? sealedKey(profile.paths.data, electron.safeStorage, platform)
    : databaseKey(profile);
}
