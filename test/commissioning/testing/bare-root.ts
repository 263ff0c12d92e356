import { execFile } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MIRROR = 'http://deb.debian.org/debian';
const APT = '/etc/apt';

/** What can only be done as root, with Debian's own installer of a root at hand. */
export const canBeBare = process.getuid?.() === 0 && existsSync('/usr/sbin/debootstrap');

/** A bare Debian root: what the installer puts there and nothing else, with this machine's mirrors. */
export async function bareRoot(): Promise<{ readonly root: string; remove(): void }> {
  const root = mkdtempSync(join(tmpdir(), 'minka-bare-'));
  // A machine's root is everybody's to walk through.
  chmodSync(root, 0o755);
  await run('/usr/sbin/debootstrap', ['--variant=minbase', 'bookworm', root, MIRROR], { maxBuffer: 1 << 24 });
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
  await apt('-y', '--download-only', 'install', `/root/${basename(deb)}`);
}

/** Runs a program of this checkout beside the bare root (bare-root.sh); its last line, parsed. */
export async function beside(root: string, program: string, args: readonly string[]): Promise<unknown> {
  const own = ['--mount', '--net', '--ipc', '--pid', '--fork', '--kill-child'];
  const script = join(import.meta.dirname, 'bare-root.sh');
  const { NODE_OPTIONS: _, VITEST: __, ...env } = process.env;
  const command = [...own, script, root, process.execPath, join(import.meta.dirname, program), root, ...args];
  const { stdout } = await run('unshare', command, { env, maxBuffer: 1 << 25, timeout: 1_200_000 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}
