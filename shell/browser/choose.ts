import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { StartFailure } from '../child.ts';
import type { BrowserOptions } from './browser-part.ts';
import { findChromium } from './find-chromium.ts';
import { sandboxFor } from './sandbox.ts';

/** A window for a person who develops: the portrait screen at half its size. */
export const WINDOW = { width: 540, height: 960 };
/** The desk's, which stands wide. */
const DESK_WINDOW = { width: 1280, height: 720 };
/** Where a window manager is, `--kiosk` takes the whole screen whatever this says. */
const KIOSK = { width: 1080, height: 1920 };
const DESK = { width: 1920, height: 1080 };

/** The system's browser for this user and mode, or why there is none. */
export function chooseBrowser(
  how: 'kiosk' | 'window',
  mode: 'lab' | 'production',
  face: 'kiosk' | 'desk' = 'kiosk',
): Result<BrowserOptions, StartFailure> {
  const program = findChromium();
  if (program === null) return err({ code: 'CONFIG_MISSING', message: 'no Chromium is installed' });
  const sandbox = sandboxFor(process.getuid?.() ?? 1, mode);
  if (!sandbox.ok) return err({ code: 'CONFIG_INVALID', message: sandbox.error });
  const windowed = how === 'window';
  const [window, whole] = face === 'desk' ? [DESK_WINDOW, DESK] : [WINDOW, KIOSK];
  return ok({ program, windowed, size: windowed ? window : whole, sandbox: sandbox.value });
}
