import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** What a unit file says, by setting; the last word of each counts. */
export function readUnit(file: string): Readonly<Record<string, string>> {
  const lines = readFileSync(file, 'utf8').split('\n');
  return Object.fromEntries(lines.flatMap((line) => (/^[A-Z]\w+=/.test(line) ? [split(line)] : [])));
}

function split(line: string): readonly [string, string] {
  const at = line.indexOf('=');
  return [line.slice(0, at), line.slice(at + 1)];
}

export interface UnitProcess {
  readonly child: ChildProcess;
  /** Its first line on stdout, parsed; null where it ended without one. */
  readonly first: Promise<Readonly<Record<string, unknown>> | null>;
  readonly exited: Promise<number | null>;
  /** What it wrote to stderr. */
  words(): string;
}

/**
 * Starts a unit's ExecStart as the service manager would, as far as that can be without one: its user with all its
 * groups, no privileges to gain, its environment and nothing else, the null device on stdin. Needs root.
 */
export function startUnit(file: string, extraEnv: Readonly<Record<string, string>> = {}): UnitProcess {
  const unit = readUnit(file);
  const { User: user = '', Environment: environment = '', ExecStart: exec = '', UMask: umask = '0022' } = unit;
  const env = Object.fromEntries(environment.split(' ').map(split));
  const privileges = ['--init-groups', '--no-new-privs', '--inh-caps=-all', '--bounding-set=-all'];
  const command = ['setpriv', '--reuid', user, '--regid', user, ...privileges, '--', ...exec.split(' ')];
  const child = spawn('/bin/sh', ['-c', `umask ${umask}; exec "$@"`, 'unit', ...command], {
    cwd: unit['WorkingDirectory'],
    env: { PATH: '/usr/bin:/bin', HOME: unit['WorkingDirectory'], ...env, ...extraEnv },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  child.stderr.on('data', (data: Buffer) => {
    words = (words + data.toString()).slice(-100_000);
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const first = new Promise<Readonly<Record<string, unknown>> | null>((resolve) => {
    createInterface({ input: child.stdout }).once('line', (line) =>
      resolve(JSON.parse(line) as Record<string, unknown>),
    );
    void exited.then(() => setTimeout(() => resolve(null), 200));
  });
  return { child, first, exited, words: () => words };
}
