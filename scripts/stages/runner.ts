import { type ChildProcess, spawn } from 'node:child_process';

/** Where a stage's words go: at once, or kept until the stage has ended, so that two lanes do not talk at once. */
export interface Words {
  readonly live: boolean;
  say(text: string): void;
}

const running = new Set<ChildProcess>();
let interrupted = false;
/** A runner that has not gone by then is left to its parent-death signal, ms. */
const LIMIT_MS = 3500;

/** At SIGTERM and Ctrl-C: the runners are told, and we end when they have, with 1. */
export function endRunnersWhenInterrupted(): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      interrupted = true;
      setTimeout(() => process.exit(1), LIMIT_MS).unref();
      const goes = [...running].map((child) => new Promise((resolve) => child.once('exit', resolve)));
      for (const child of running) child.kill('SIGTERM');
      void Promise.all(goes).then(() => process.exit(1));
    });
  }
}

/**
 * Runs a test runner under the pinned Node; resolves to its exit code. `niceness`: 0 or what it yields to others.
 * After an interruption none is begun any more.
 */
export function run(args: readonly string[], words: Words, niceness = 0): Promise<number> {
  if (interrupted) return Promise.resolve(1);
  return new Promise((resolve) => {
    const child = spawn(
      '/usr/bin/setpriv',
      ['--pdeathsig', 'TERM', '--', 'nice', '-n', String(niceness), process.execPath, ...args],
      {
        stdio: words.live ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          NO_COLOR: '1',
          FORCE_COLOR: '0',
          PATH: `${process.cwd()}/node_modules/.bin:${process.env['PATH']}`,
        },
      },
    );
    running.add(child);
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', words.say);
    child.once('close', (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}
