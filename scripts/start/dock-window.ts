import { mkdirSync } from 'node:fs';
import { type BrowserProcess, startBrowser } from '../../shell/browser/browser-process.ts';

/** Beside the kiosk's window, and whole on the smallest usual screen, 1366×768 with a bar. */
export const DOCK_PLACE = { left: 540, top: 0, width: 826, height: 728 } as const;

/** The dock in a window of its own, beside the kiosk's. It is a lab's toy: no lock, nothing is restarted. */
export function openDockWindow(program: string, url: string, profileDir: string): BrowserProcess {
  mkdirSync(profileDir, { recursive: true, mode: 0o700 });
  const { left, top, width, height } = DOCK_PLACE;
  const flags = [
    `--app=${url}`,
    `--user-data-dir=${profileDir}`,
    `--window-position=${left},${top}`,
    `--window-size=${width},${height}`,
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
