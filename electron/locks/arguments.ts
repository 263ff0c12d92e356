import { isAbsolute } from 'node:path';
import { err, ok, type Result } from '../../common/kernel/result.ts';

export interface MainArguments {
  /** Absolute path of the site profile. */
  readonly profile: string;
  /** A window instead of the kiosk; the shell allows it in lab mode only. */
  readonly windowed: boolean;
}

/**
 * The lock on the command line: it is an allow-list, because no fuse closes Chromium's own switches
 * (`--remote-debugging-port`, `--load-extension`, `--proxy-server` …). Anything but ours ends the program before a
 * window stands. `args` is what follows the executable (and, unpackaged, the app's folder).
 */
export function checkArguments(args: readonly string[]): Result<MainArguments, string> {
  let profile: string | null = null;
  let windowed = false;
  for (const arg of args) {
    if (arg === '--windowed' && !windowed) windowed = true;
    else if (profile === null && arg.startsWith('--profile=') && isAbsolute(arg.slice('--profile='.length))) {
      profile = arg.slice('--profile='.length);
    } else return err(`an argument that is not ours: ${arg.split('=')[0]?.slice(0, 60) ?? ''}`);
  }
  return profile === null ? err('--profile=FILE (absolute) is missing') : ok({ profile, windowed });
}

/**
 * Chromium and Node also take options from the executable's own side: what Node was told (`process.execArgv`) must be
 * empty, or somebody asks for an inspector.
 */
export function checkExecArguments(execArgv: readonly string[]): Result<null, string> {
  return execArgv.length === 0 ? ok(null) : err(`an option for Node: ${execArgv[0]?.split('=')[0] ?? ''}`);
}
