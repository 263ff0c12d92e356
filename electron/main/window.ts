import type { PartPort } from '../../common/supervisor/part.ts';
import { type Face, homeOf, QUIET } from '../locks/origin.ts';
import { webPreferences } from '../locks/web-preferences.ts';
import type { ContentsPart, ElectronPart, WindowPart } from '../part.ts';
import type { Log } from './log.ts';

export interface ScreenWindowOptions {
  readonly BrowserWindow: ElectronPart['BrowserWindow'];
  readonly preload: string;
  /** A cashier's desk stands wide, a kiosk tall. */
  readonly face: Face;
  /** A window that can be moved and closed; lab only. */
  readonly windowed: boolean;
  readonly kill: (pid: number) => void;
  /** The contents that is the screen now; null: none. */
  readonly onContents: (contents: ContentsPart | null) => void;
  readonly onDied: () => void;
  /** Chromium says that the page does not answer. */
  readonly onHung: () => void;
  /** The person who runs a lab closed the window. */
  readonly onClosed: () => void;
  readonly log: Log;
}

/** A lab's window, in pixels of the page. */
const WINDOWED: Readonly<Record<Face, { readonly width: number; readonly height: number }>> = {
  kiosk: { width: 540, height: 960 },
  desk: { width: 1280, height: 720 },
};

export interface ScreenWindow extends PartPort {
  toFront(): void;
  stop(): void;
}

/** The screen's window as a part of the supervisor: each start is a new window with a new renderer process. */
export function createScreenWindow(options: ScreenWindowOptions): ScreenWindow {
  const { log } = options;
  let window: WindowPart | null = null;

  const drop = (which: WindowPart): void => {
    if (window !== which) return;
    window = null;
    options.onContents(null);
    if (!which.isDestroyed()) which.destroy();
  };
  const died = (which: WindowPart, why: string): void => {
    if (window !== which) return;
    log('warn', 'screen-gone', { why });
    drop(which);
    options.onDied();
  };

  return {
    start(quiet) {
      if (window !== null) drop(window);
      const mine = new options.BrowserWindow({
        ...(options.windowed ? { ...WINDOWED[options.face], useContentSize: true } : { kiosk: true, frame: false }),
        show: false,
        backgroundColor: '#ffffff',
        autoHideMenuBar: true,
        title: '民卡',
        webPreferences: webPreferences(options.preload),
      });
      window = mine;
      mine.setMenu(null);
      const { webContents } = mine;
      mine.on('ready-to-show', () => mine.show());
      mine.on('closed', () => died(mine, 'closed'));
      mine.on('close', (event) => {
        // Alt+F4 and its kin; `destroy()` does not come by here.
        event.preventDefault();
        if (options.windowed) options.onClosed();
      });
      webContents.on('render-process-gone', (_event, { reason }) => died(mine, reason));
      webContents.on('did-fail-load', (_event, code) => died(mine, `load ${code}`));
      webContents.on('unresponsive', () => {
        if (window === mine) options.onHung();
      });
      options.onContents(quiet ? null : webContents);
      // A failure is told by did-fail-load.
      mine.loadURL(quiet ? QUIET : homeOf(options.face)).catch(() => undefined);
    },
    kill() {
      const mine = window;
      if (mine === null) return;
      const pid = mine.isDestroyed() ? 0 : mine.webContents.getOSProcessId();
      if (pid > 0) options.kill(pid);
      died(mine, 'killed');
    },
    toFront() {
      window?.show();
      window?.focus();
    },
    stop() {
      if (window !== null) drop(window);
    },
  };
}
