import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { err, ok, type Result } from '../common/kernel/result.ts';
import { builtinLabProfile } from '../kiosk-config/builtin-lab.ts';
import { loadProfile } from '../kiosk-config/load.ts';
import { stateDir } from '../wire/state-dir.ts';
import { type CliFailure, failure, failureOf } from './failure.ts';

/** Where the terminal in question lives. */
export interface Place {
  readonly profileFile: string;
  readonly runDir: string;
  readonly dataDir: string;
  /** Its key is opened for its service alone (production): no command can have a terminal of its own there. */
  readonly serviceOnly: boolean;
}

/**
 * The profile that is meant: the one that was named, else this machine's own, which the package's `minka` names in
 * `MINKA_PROFILE`; null: neither.
 */
export function namedProfile(given: string | null, env: NodeJS.ProcessEnv): string | null {
  const own = env['MINKA_PROFILE'] ?? '';
  return given ?? (own === '' ? null : own);
}

/** The place that a profile names, or the built-in lab's under this user's own state directory. */
export function findPlace(profileFile: string | null, env: NodeJS.ProcessEnv): Result<Place, CliFailure> {
  if (profileFile === null) return builtinPlace(env);
  const loaded = loadProfile(profileFile);
  if (loaded.ok) {
    const { mode, paths } = loaded.value.profile;
    const serviceOnly = mode === 'production' && env['CREDENTIALS_DIRECTORY'] === undefined;
    return ok({ profileFile: resolve(profileFile), runDir: paths.run, dataDir: paths.data, serviceOnly });
  }
  const [first] = loaded.error;
  const detail = loaded.error
    .slice(0, 3)
    .map(({ path, message, allowed }) => `${path === '' ? '' : `${path}: `}${message} (${allowed})`);
  return err(failureOf(first?.code ?? 'CONFIG_INVALID', detail.join('; ')));
}

function builtinPlace(env: NodeJS.ProcessEnv): Result<Place, CliFailure> {
  const dir = stateDir(env);
  if (dir === null) return err(failure('CONFIG_MISSING', 'neither XDG_STATE_HOME nor HOME names a directory'));
  const profile = builtinLabProfile(dir);
  const file = join(dir, 'lab-profile.json');
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    // It may have been there already, and wider.
    chmodSync(dir, 0o700);
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify(profile, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, file);
  } catch (error) {
    return err(failure('CONFIG_MISSING', `${dir} cannot be used: ${error instanceof Error ? error.message : ''}`));
  }
  return ok({ profileFile: file, runDir: profile.paths.run, dataDir: profile.paths.data, serviceOnly: false });
}
