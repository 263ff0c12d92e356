import { execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Said } from './in-bare.ts';

const BOOT_MS = 90_000;
const OWN = ['--mount', '--uts', '--ipc', '--pid', '--cgroup', '--fork', '--kill-child'];

/** A Debian root with its own systemd as process 1 (boot-root.sh). */
export interface Booted {
  /** One command, by its service manager, as root. */
  run(...command: readonly string[]): Promise<Said & { readonly out: string }>;
  json(...command: readonly string[]): Promise<unknown>;
  /** What the service manager says of a unit. */
  show(unit: string, ...properties: readonly string[]): Promise<Readonly<Record<string, string>>>;
  /** Switches it off as a person does; answers when it is off. */
  powerOff(): Promise<void>;
}

/** Processes whose parent this is. */
function childrenOf(pid: number): readonly number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}

function setting(line: string): readonly [string, string] {
  const at = line.indexOf('=');
  return [line.slice(0, at), line.slice(at + 1)];
}

/** Boots it, and waits until all that is started with the machine has been. */
export async function boot(root: string): Promise<Booted> {
  const script = join(import.meta.dirname, 'boot-root.sh');
  const child = spawn('unshare', [...OWN, script, root], { stdio: 'ignore' });
  const off = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const machine = (command: readonly string[]): Promise<Said & { readonly out: string }> => {
    const [init] = childrenOf(child.pid ?? 0);
    const inside = ['--target', String(init), '--mount', '--uts', '--ipc', '--pid', '--cgroup', '--'];
    const clean = ['/usr/bin/env', '-i', 'PATH=/usr/sbin:/usr/bin:/sbin:/bin'];
    return new Promise((done) => {
      execFile('nsenter', [...inside, ...clean, ...command], { maxBuffer: 1 << 25 }, (error, stdout, stderr) => {
        const status = error === null ? 0 : typeof error.code === 'number' ? error.code : null;
        done({ status, words: `${stdout}${stderr}`, out: stdout });
      });
    });
  };
  const run: Booted['run'] = (...command) => {
    const own = ['--quiet', '--pipe', '--wait', '--collect', '--setenv=HOME=/root', '--setenv=LANG=C.UTF-8'];
    return machine(['systemd-run', ...own, '--', ...command]);
  };
  for (const end = Date.now() + BOOT_MS; ; await wait(500)) {
    const state = (await machine(['systemctl', 'is-system-running'])).out.trim();
    if (state === 'running' || state === 'degraded') break;
    if (Date.now() > end) throw new Error(`the machine did not boot: ${state}`);
  }
  return {
    run,
    json: async (...command) => JSON.parse((await run(...command)).out),
    async show(unit, ...properties) {
      const { out } = await run('systemctl', 'show', unit, `--property=${properties.join(',')}`);
      return Object.fromEntries(out.trim().split('\n').map(setting));
    },
    async powerOff() {
      await machine(['systemctl', 'poweroff']);
      await off;
    },
  };
}
