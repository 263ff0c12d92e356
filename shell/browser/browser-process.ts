import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Log } from '../log.ts';

/** A running browser: one group of processes. */
export interface BrowserProcess {
  readonly pid: number | null;
  /** Resolves when its first process is gone: `closed` by itself in order, or `died`. */
  readonly exited: Promise<'closed' | 'died'>;
  /** SIGKILL to the whole group: a frozen child must not stay behind. */
  kill(): void;
  /** SIGTERM, after `graceMs` SIGKILL. Resolves when it is gone. */
  end(graceMs: number): Promise<void>;
}

/** Starts `program` in a process group of its own; the kernel ends it when we die, however we die. */
export function startBrowser(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  log: Log,
): BrowserProcess {
  const bound = existsSync('/usr/bin/setpriv');
  const command = bound ? ['/usr/bin/setpriv', '--pdeathsig', 'KILL', '--', program] : [program];
  const [first = program, ...rest] = command;
  // Its words on stderr are about its own parts and may quote addresses: they are nobody's business.
  const child = spawn(first, [...rest, ...args], { env, stdio: 'ignore', detached: true });
  const facts = { pid: child.pid ?? null };
  const exited = Promise.withResolvers<'closed' | 'died'>();
  child.once('error', (error) => {
    log('error', 'browser-not-started', { error: error.message });
    exited.resolve('died');
  });
  child.once('exit', (code, signal) => {
    log('info', 'browser-exited', { ...facts, code, signal });
    exited.resolve(code === 0 ? 'closed' : 'died');
  });
  log('info', 'browser-started', facts);
  const signal = (name: NodeJS.Signals): void => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, name);
    } catch {
      // The group is gone.
    }
  };
  return {
    pid: child.pid ?? null,
    exited: exited.promise,
    kill: () => signal('SIGKILL'),
    async end(graceMs) {
      signal('SIGTERM');
      const late = setTimeout(() => signal('SIGKILL'), graceMs);
      await exited.promise;
      clearTimeout(late);
      // What the first process left behind.
      signal('SIGKILL');
    },
  };
}
