import { err, ok, type Result } from '../../common/kernel/result.ts';

/** What shows the screen: Electron, the system's Chromium, or nobody but a person with a link. */
export type ShellKind = 'electron' | 'chromium' | 'url';

export interface Machine {
  /** X or Wayland is there and answers. */
  readonly display: boolean;
  /** Executable of Electron's runtime; null: not installed. */
  readonly electron: string | null;
  readonly chromium: string | null;
}

/** Why what was asked for cannot be had: keys of strings/start. */
export type NoShell = 'noDisplay' | 'noElectron' | 'noChromium';

/** Electron where its runtime is, else Chromium, else a link; `asked` for by name, exactly that or why not. */
export function chooseShell(asked: ShellKind | null, machine: Machine): Result<ShellKind, NoShell> {
  const { display, electron, chromium } = machine;
  if (asked === 'url') return ok('url');
  if (asked !== null && !display) return err('noDisplay');
  if (asked === 'electron') return electron === null ? err('noElectron') : ok('electron');
  if (asked === 'chromium') return chromium === null ? err('noChromium') : ok('chromium');
  if (!display) return ok('url');
  if (electron !== null) return ok('electron');
  return ok(chromium === null ? 'url' : 'chromium');
}
