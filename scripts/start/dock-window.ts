import { mkdirSync } from 'node:fs';
import { type BrowserProcess, startBrowser } from '../../shell/browser/browser-process.ts';

/** The dock in a window of its own, beside the kiosk's. It is a lab's toy: no lock, nothing is restarted. */
export function openDockWindow(program: string, url: string, profileDir: string): BrowserProcess {
  mkdirSync(profileDir, { recursive: true, mode: 0o700 });
  const flags = [
    `--app=${url}`,
    `--user-data-dir=${profileDir}`,
    '--window-position=560,0',
    '--window-size=1180,960',
    '--no-first-run',
    '--no-default-browser-check',
    '--password-store=basic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  return startBrowser(program, flags, process.env, () => undefined);
}
