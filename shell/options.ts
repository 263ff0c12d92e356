import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../common/kernel/result.ts';

export interface ShellOptions {
  readonly profileFile: string;
  /** Null: the profile's `paths.run`. */
  readonly runDir: string | null;
  readonly screen: boolean;
}

export const usage = 'node shell/main.ts --profile FILE [--run DIR] [--no-screen]';

/** The arguments of `shell/main.ts`; a failure is the sentence to print beside the usage. */
export function parseShellOptions(args: readonly string[]): Result<ShellOptions, string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { profile: { type: 'string' }, run: { type: 'string' }, 'no-screen': { type: 'boolean' } },
      strict: true,
    });
    if (values.profile === undefined) return err('--profile is missing');
    return ok({ profileFile: values.profile, runDir: values.run ?? null, screen: values['no-screen'] !== true });
  } catch (error) {
    return err(error instanceof Error ? error.message : 'wrong arguments');
  }
}
