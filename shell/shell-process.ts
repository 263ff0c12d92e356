import { fstatSync, statSync } from 'node:fs';
import { devNull } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';
import { loadProfile } from '../kiosk-config/load.ts';
import { readJsonLines } from '../wire/json-lines.ts';
import { systemClock, systemRandom } from '../wire/system.ts';
import { createShell, type Shell, type ShellParts } from './create-shell.ts';
import { stderrLog as log } from './log.ts';
import { parseShellOptions, usage } from './options.ts';

export interface ShellProcess {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly scripts: ShellParts['scripts'];
  /** Folder of the built renderer. */
  readonly dist: string;
}

const commandSchema = z.object({ cmd: z.enum(['startPage', 'link']) });

/** Past this (ms) an end is no longer in order: the children's closed stdin ends them. */
const END_LIMIT_MS = 4900;

const say = (line: unknown): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/**
 * The shell as a process: starts device host and terminal, serves the screen, says so in one JSON line on stdout, and
 * ends all of it on SIGTERM, SIGINT, SIGHUP or the end of its stdin. `{"cmd":"startPage"}` on stdin makes a fresh
 * start page and answers its path, `{"cmd":"link"}` a link for a person. Exit 0 after an ordered end, 1 where it cannot start, 2 on wrong arguments.
 */
export async function runShellProcess({ args, env, scripts, dist }: ShellProcess): Promise<void> {
  let shell: Shell | null = null;
  let ending = false;
  const end = (exitCode: number, why: string): void => {
    if (ending) return;
    ending = true;
    log('info', 'stopping', { why });
    setTimeout(() => process.exit(1), END_LIMIT_MS);
    void (shell?.stop() ?? Promise.resolve()).then(() => process.exit(exitCode));
  };
  // The reader may be gone before us; that is no reason to die halfway through an orderly end, nor to log without end
  // that nothing can be logged.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => end(0, signal));
  process.on('uncaughtException', (error) => {
    log('error', 'uncaught', { error: String(error) });
    end(1, 'uncaught');
  });

  const options = parseShellOptions(args);
  if (!options.ok) {
    process.stderr.write(`${options.error}\n${usage}\n`);
    process.exit(2);
  }
  const loaded = loadProfile(options.value.profileFile);
  if (!loaded.ok) {
    const message = loaded.error.map((p) => `${p.path}: ${p.message} (${p.allowed})`).join('; ');
    say({ ready: false, error: { code: loaded.error[0]?.code ?? 'CONFIG_INVALID', message } });
    process.exit(1);
  }

  readJsonLines(process.stdin, (value) => {
    const command = commandSchema.safeParse(value);
    if (!command.success) log('warn', 'stdin-junk');
    else if (command.data.cmd === 'startPage') say({ startPage: shell?.startPage() ?? null });
    else say({ link: shell?.link() ?? null });
  });
  // A service manager gives the null device instead of a lifeline; it ends us by SIGTERM.
  if (!isNullDevice(0)) process.stdin.on('end', () => end(0, 'lifeline'));

  // A debugger's or a test runner's options for this process are not meant for the children.
  const { NODE_OPTIONS: _, ...childEnv } = env;
  shell = createShell({
    profile: loaded.value.profile,
    profileFile: resolve(options.value.profileFile),
    runDir: resolve(options.value.runDir ?? loaded.value.profile.paths.run),
    dist: options.value.screen ? dist : null,
    browser: options.value.browser,
    scripts,
    env: childEnv,
    onClosed: () => end(0, 'window closed'),
    clock: systemClock(),
    random: systemRandom,
    log,
  });
  const started = await shell.start();
  // Where the browser is ours it holds the only token: another page would end it.
  const startPage = options.value.browser === null ? shell.startPage() : null;
  if (started.ok) say({ ready: true, startPage, url: shell.url() });
  else if (!ending) {
    say({ ready: false, error: started.error });
    end(1, started.error.code);
  }
}

function isNullDevice(fd: number): boolean {
  try {
    return fstatSync(fd).rdev === statSync(devNull).rdev;
  } catch {
    return false;
  }
}
