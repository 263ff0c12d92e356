import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readUnit } from '../../package/testing/unit-process.ts';

/** Really its root, not a mere chroot: Chromium could make no sandbox there. */
const PIVOT =
  'cd "$1" && pivot_root . tmp/.outside && umount -l /tmp/.outside && cd / && shift && umask "$1" && shift && exec "$@"';
const CLEAN = ['/usr/bin/env', '-i', 'HOME=/root', 'LANG=C.UTF-8', 'PATH=/usr/sbin:/usr/bin:/sbin:/bin'];

export interface Said {
  readonly status: number | null;
  readonly words: string;
}

/** Programs of the bare machine, with its own files alone. */
export function bareMachine(root: string) {
  const into = (umask: string, command: readonly string[]): readonly string[] => [
    ...['--mount', '--', 'sh', '-ec', PIVOT, 'sh', root, umask],
    ...command,
  ];
  const run = (...command: readonly string[]): Said & { readonly out: string } => {
    const { status, stdout, stderr } = spawnSync('unshare', into('022', [...CLEAN, ...command]), {
      encoding: 'utf8',
      maxBuffer: 1 << 25,
    });
    return { status, words: `${stdout}${stderr}`, out: stdout };
  };
  return {
    run,
    json: (...command: readonly string[]): unknown => JSON.parse(run(...command).out),
    /** The unit's ExecStart as its user with its groups, as far as that can be without a service manager. */
    start(unitFile: string) {
      const {
        User: user = '',
        Environment: environment = '',
        ExecStart: exec = '',
        UMask: umask = '0022',
      } = readUnit(join(root, unitFile));
      const privileges = ['--init-groups', '--no-new-privs', '--inh-caps=-all', '--bounding-set=-all'];
      const asUser = ['/usr/bin/setpriv', '--reuid', user, '--regid', user, ...privileges, '--'];
      const env = ['/usr/bin/env', '-i', 'PATH=/usr/bin:/bin', 'HOME=/var/lib/minka', ...environment.split(' ')];
      const child = spawn('unshare', into(umask, [...env, ...asUser, ...exec.split(' ')]), {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      return watched(child);
    },
  };
}

/** A process by its first line on stdout (null: it ended without one), its words, and its end. */
function watched(child: ChildProcess & { stdout: NonNullable<ChildProcess['stdout']> }) {
  let words = '';
  child.stderr?.on('data', (data: Buffer) => {
    words = (words + data.toString()).slice(-100_000);
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const first = new Promise<unknown>((resolve) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line)));
    void exited.then(() => setTimeout(() => resolve(null), 200));
  });
  const stop = async (): Promise<number | null> => {
    child.kill('SIGTERM');
    return exited;
  };
  return { first, words: () => words, stop };
}
