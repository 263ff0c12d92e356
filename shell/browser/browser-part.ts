import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../common/kernel/ports.ts';
import type { PartPort } from '../../common/supervisor/part.ts';
import type { Log } from '../log.ts';
import { TOKEN_LIFE_MS } from '../start-page.ts';
import { type BrowserProcess, startBrowser } from './browser-process.ts';
import { whenDisplayed } from './display.ts';
import { kioskFlags } from './flags.ts';

export interface BrowserOptions {
  readonly program: string;
  readonly windowed: boolean;
  readonly size: { readonly width: number; readonly height: number };
  readonly sandbox: boolean;
}

export interface BrowserPartOptions extends BrowserOptions {
  /** The folder for its profiles (0700). */
  readonly runDir: string;
  readonly env: NodeJS.ProcessEnv;
  /** Writes a fresh start page and answers its path; null: there is none to open yet. */
  readonly startPage: () => string | null;
  /** The screen was opened since the last start page was made. */
  readonly entered: () => boolean;
  readonly onDied: () => void;
  /** A person closed the window (never in the kiosk, where that is a death like any other). */
  readonly onClosed: () => void;
  readonly clock: Clock;
  readonly log: Log;
}

const PREFIX = 'browser-';
/** A browser that starts slowly must not meet a dead token: while it is on its way the page is made anew. */
const RENEW_MS = TOKEN_LIFE_MS - 1000;
/** It has nothing to save: its profile goes with it. */
const GRACE_MS = 700;

/** The system's Chromium as a part of the supervisor: each start with a profile of its own and a fresh start page. */
export function createBrowserPart(options: BrowserPartOptions): PartPort & { stop(): Promise<void> } {
  const { runDir, clock, log } = options;
  let current: BrowserProcess | null = null;
  let stopped = false;
  let cancelRenew = (): void => undefined;
  /** Ends the wait for a display; null: nothing waits. */
  let cancelWait: (() => void) | null = null;

  const renew = (): void => {
    cancelRenew = clock.after(RENEW_MS, () => {
      if (stopped || current === null || options.entered()) return;
      options.startPage();
      renew();
    });
  };

  const open = (): void => {
    removeOldProfiles(runDir);
    const startPage = options.startPage();
    if (startPage === null) return;
    const profileDir = mkdtempSync(join(runDir, PREFIX));
    const { windowed, size, sandbox } = options;
    const flags = kioskFlags({ startPage, profileDir, windowed, size, sandbox });
    // A library that somebody preloads into us has no business in the browser.
    const { LD_PRELOAD: _, ...inherited } = options.env;
    // Its crash reports and caches go where its profile goes.
    const env = { ...inherited, XDG_CONFIG_HOME: profileDir, XDG_CACHE_HOME: profileDir };
    const browser = startBrowser(options.program, flags, env, log);
    current = browser;
    renew();
    void browser.exited.then((how) => {
      browser.kill();
      remove(profileDir);
      if (current !== browser) return;
      current = null;
      cancelRenew();
      if (stopped) return;
      if (windowed && how === 'closed') options.onClosed();
      else options.onDied();
    });
  };

  return {
    start() {
      if (stopped) return;
      cancelRenew();
      cancelWait?.();
      // Without a display a browser would die at once, again and again.
      cancelWait = whenDisplayed(options.env, clock, {
        open() {
          cancelWait = null;
          open();
        },
        missing: () => log('warn', 'no-display', { display: options.env['DISPLAY'] ?? null }),
      });
    },
    kill() {
      if (cancelWait === null) {
        current?.kill();
        return;
      }
      // One that still waits has no process that could end.
      cancelWait();
      cancelWait = null;
      options.onDied();
    },
    async stop() {
      stopped = true;
      cancelRenew();
      cancelWait?.();
      await current?.end(GRACE_MS);
      removeOldProfiles(runDir);
    },
  };
}

function removeOldProfiles(runDir: string): void {
  for (const name of readdirSync(runDir)) if (name.startsWith(PREFIX)) remove(join(runDir, name));
}

function remove(dir: string): void {
  try {
    rmSync(dir, { recursive: true, force: true, maxRetries: 2, retryDelay: 20 });
  } catch {
    // A process of it still writes; the next start removes it.
  }
}
