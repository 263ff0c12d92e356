import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../common/kernel/result.ts';

export interface ShellOptions {
  readonly profileFile: string;
  /** Null: the profile's `paths.run`. */
  readonly runDir: string | null;
  readonly screen: boolean;
  /** The system's Chromium is started and kept; null: somebody else opens the screen. */
  readonly browser: 'kiosk' | 'window' | null;
}

export const usage = 'node shell/main.ts --profile FILE [--run DIR] [--no-screen | --browser kiosk|window]';

/** The arguments of `shell/main.ts`; a failure is the sentence to print beside the usage. */
export function parseShellOptions(args: readonly string[]): Result<ShellOptions, string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        profile: { type: 'string' },
        run: { type: 'string' },
        'no-screen': { type: 'boolean' },
        browser: { type: 'string' },
      },
      strict: true,
    });
    if (values.profile === undefined) return err('--profile is missing');
    const { profile, run, browser } = values;
    const screen = values['no-screen'] !== true;
    if (browser !== undefined && browser !== 'kiosk' && browser !== 'window') return err('--browser: kiosk or window');
    if (browser !== undefined && !screen) return err('--browser needs the screen');
    return ok({ profileFile: profile, runDir: run ?? null, screen, browser: browser ?? null });
  } catch (error) {
    return err(error instanceof Error ? error.message : 'wrong arguments');
  }
}
