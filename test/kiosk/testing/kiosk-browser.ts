import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { kioskFlags } from '../../../shell/browser/flags.ts';
import { type ChromiumPolicy, chromiumPolicy } from '../../../shell/browser/policy.ts';
import { ended, type XScreen } from './x-screen.ts';

/** A user that no machine has: it owns nothing but the browser's folders. */
export const BROWSER_UID = 64_321;
const SCRIPT = resolve('test/kiosk/testing/namespace.sh');
const POLICY = resolve('kiosk-config/os/chromium-policy.json');

/** What is different from the kiosk as it ships: nothing in a locked run. */
export interface Unlocked {
  readonly flags?: (flags: readonly string[]) => readonly string[];
  /** Null: no managed policy at all. */
  readonly policy?: ((policy: ChromiumPolicy) => Record<string, unknown>) | null;
}

export interface KioskBrowser {
  readonly process: ChildProcess;
  /** What its user's home holds, apart from the browser's own dot folders. */
  files(): readonly string[];
  /** Puts a fresh start page in the old one's place: a token lives 5 s, and a busy machine starts no browser in that. */
  renew(startPage: string): void;
  /** Starts the browser's program again for the same user and profile, as a second start would. */
  again(...args: readonly string[]): void;
  stop(): Promise<void>;
}

export interface KioskBrowserOptions extends Unlocked {
  readonly screen: XScreen;
  /** A folder of its own for everything that the browser writes. */
  readonly dir: string;
  readonly origin: string;
  /** The shell's start page; copied, because the lab's shell runs as another user. */
  readonly startPage: string;
  readonly windowed?: boolean;
}

/** The kiosk's Chromium as it ships: its flags, its policy, an unprivileged user, its sandbox. */
export function startKioskBrowser(options: KioskBrowserOptions): KioskBrowser {
  const { screen, dir, origin } = options;
  const home = join(dir, 'home');
  const startPage = join(dir, 'start.html');
  for (const folder of [dir, home, join(home, 'Downloads'), join(dir, 'profile')]) {
    mkdirSync(folder, { recursive: true });
    chownSync(folder, BROWSER_UID, BROWSER_UID);
  }
  const renew = (issued: string): void => {
    const draft = `${startPage}.new`;
    cpSync(issued, draft);
    chownSync(draft, BROWSER_UID, BROWSER_UID);
    chmodSync(draft, 0o600);
    renameSync(draft, startPage);
  };
  renew(options.startPage);
  const shipped = chromiumPolicy(POLICY, origin, startPage);
  const policyFile = options.policy === null ? '-' : join(dir, 'policy.json');
  if (options.policy !== null) {
    writeFileSync(policyFile, JSON.stringify(options.policy?.(shipped) ?? shipped));
  }
  const flags = kioskFlags({
    startPage,
    profileDir: join(dir, 'profile'),
    windowed: options.windowed ?? false,
    size: { width: screen.width, height: screen.height },
    sandbox: true,
  });
  const start = (args: readonly string[]): ChildProcess =>
    spawn(
      '/usr/bin/unshare',
      [
        '--mount',
        '--propagation',
        'private',
        '--',
        SCRIPT,
        policyFile,
        String(BROWSER_UID),
        '/usr/bin/chromium',
        ...args,
      ],
      {
        env: { PATH: process.env['PATH'], DISPLAY: screen.display, HOME: home, LANG: 'C.UTF-8' },
        stdio: 'ignore',
        cwd: home,
      },
    );
  const child = start(options.flags?.(flags) ?? flags);
  return {
    process: child,
    files: () =>
      readdirSync(home, { recursive: true })
        .map(String)
        .filter((file) => !file.startsWith('.'))
        .sort(),
    renew,
    again: (...args) => {
      start([`--user-data-dir=${join(dir, 'profile')}`, ...args]);
    },
    stop: () => ended(child),
  };
}
