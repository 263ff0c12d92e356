import { execFile, execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MIRROR = 'http://deb.debian.org/debian';
const APT = '/etc/apt';

/** What can only be done as root, with Debian's own installer of a root at hand. */
export const canBeBare = process.getuid?.() === 0 && existsSync('/usr/sbin/debootstrap');

/** A bare Debian root: what the installer puts there and nothing else, with this machine's mirrors. `more`: packages beside. */
export async function bareRoot(more: readonly string[] = []): Promise<{ readonly root: string; remove(): void }> {
  const root = mkdtempSync(join(tmpdir(), 'minka-bare-'));
  // A machine's root is everybody's to walk through.
  chmodSync(root, 0o755);
  const included = more.length === 0 ? [] : [`--include=${more.join(',')}`];
  const arguments_ = ['--variant=minbase', ...included, 'bookworm', root, MIRROR];
  await run('/usr/sbin/debootstrap', arguments_, { maxBuffer: 1 << 24 });
  for (const dir of ['sources.list.d', 'apt.conf.d']) {
    // A container's apt throws away what it has downloaded.
    const files = readdirSync(join(APT, dir)).filter((name) => !name.startsWith('docker-'));
    mkdirSync(join(root, APT, dir), { recursive: true });
    for (const name of files) cpSync(join(APT, dir, name), join(root, APT, dir, name), { recursive: true });
  }
  rmSync(join(root, APT, 'sources.list'), { force: true });
  if (existsSync(join(APT, 'sources.list'))) copyFileSync(join(APT, 'sources.list'), join(root, APT, 'sources.list'));
  copyFileSync('/etc/resolv.conf', join(root, 'etc/resolv.conf'));
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/**
 * Puts the package, its one command and the mirror's packages that it will ask for into the root's own cache: the machine
 * is as bare as before, and needs no network any more.
 */
export async function stock(root: string, deb: string, commission: string): Promise<void> {
  for (const file of [deb, commission]) copyFileSync(file, join(root, 'root', basename(file)));
  const apt = (...args: readonly string[]) =>
    run('chroot', [root, '/usr/bin/env', '-i', 'PATH=/usr/sbin:/usr/bin:/sbin:/bin', 'apt-get', '-q', ...args], {
      maxBuffer: 1 << 24,
    });
  await apt('update');
  const recommended = execFileSync('dpkg-deb', ['--field', deb, 'Recommends'], { encoding: 'utf8' });
  const wanted = [`/root/${basename(deb)}`, ...recommended.trim().split(', ')];
  await apt('-y', '--no-install-recommends', '--download-only', 'install', ...wanted);
}

/** Runs a program of this checkout beside the bare root (bare-root.sh); its last line, parsed. */
export function beside(root: string, program: string, args: readonly string[]): Promise<unknown> {
  return apart([join(import.meta.dirname, 'bare-root.sh'), root], root, program, args);
}

/** Where this machine has the one hierarchy of control groups that a service manager needs; null: nowhere. */
export const unifiedGroups = ['/sys/fs/cgroup', '/sys/fs/cgroup/unified'].find((dir) =>
  existsSync(join(dir, 'cgroup.procs')),
);

/** Runs a program of this checkout beside a root that it boots (boot-outside.sh); its last line, parsed. */
export async function besideBooted(root: string, program: string, args: readonly string[]): Promise<unknown> {
  const group = join(unifiedGroups ?? '', `minka-${process.pid}`);
  mkdirSync(group);
  try {
    return await apart([join(import.meta.dirname, 'boot-outside.sh'), group], root, program, args);
  } finally {
    await removeGroup(group);
  }
}

/** A control group goes when its last process has, the ones below it first. */
async function removeGroup(group: string): Promise<void> {
  for (const name of readdirSync(group, { withFileTypes: true }))
    if (name.isDirectory()) await removeGroup(join(group, name.name));
  for (let tries = 0; tries < 50; tries++) {
    try {
      return rmdirSync(group);
    } catch {
      await wait(100);
    }
  }
}

async function apart(
  script: readonly string[],
  root: string,
  program: string,
  args: readonly string[],
): Promise<unknown> {
  const own = ['--mount', '--net', '--ipc', '--pid', '--fork', '--kill-child'];
  const { NODE_OPTIONS: _, VITEST: __, ...env } = process.env;
  const command = [...own, ...script, process.execPath, join(import.meta.dirname, program), root, ...args];
  const { stdout } = await run('unshare', command, { env, maxBuffer: 1 << 25, timeout: 1_200_000 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}
