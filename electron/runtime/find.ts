import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../../common/kernel/result.ts';

export interface ElectronRuntime {
  /** The unpacked runtime. */
  readonly dir: string;
  /** Its program, by absolute path. */
  readonly executable: string;
  readonly version: string;
}

/** Why there is none to be used: nothing there, another version than the package's, or no program in it. */
export interface NoRuntime {
  readonly kind: 'absent' | 'otherVersion' | 'broken';
  readonly message: string;
}

const packageSchema = z.object({ version: z.string().regex(/^\d+\.\d+\.\d+$/) });

/** The version of the installed `electron` package, below the project's root; null where it is not installed. */
export function packageVersion(root: string): string | null {
  try {
    const text = readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8');
    return packageSchema.parse(JSON.parse(text)).version;
  } catch {
    return null;
  }
}

/**
 * Looks for a runtime: in `ELECTRON_OVERRIDE_DIST_PATH` when that is set (and then nowhere else: a wrong path is a
 * mistake to be told, not to be passed over), otherwise in `node_modules/electron/dist`. Its `version` file must equal
 * the package's version. Never imports 'electron', which would try to download one.
 */
export function findElectronRuntime(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): Result<ElectronRuntime, NoRuntime> {
  const wanted = packageVersion(root);
  if (wanted === null) return err({ kind: 'absent', message: 'the electron package is not installed' });
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const dir = override !== undefined && override !== '' ? override : join(root, 'node_modules/electron/dist');
  const found = versionIn(dir);
  if (found === null) return err({ kind: 'absent', message: `no Electron runtime in ${dir}` });
  if (found !== wanted) {
    return err({ kind: 'otherVersion', message: `the runtime in ${dir} is ${found}, the package is ${wanted}` });
  }
  const executable = join(dir, programOf(platform));
  if (!isProgram(executable)) return err({ kind: 'broken', message: `${executable} is no program` });
  return ok({ dir, executable, version: found });
}

function versionIn(dir: string): string | null {
  try {
    return readFileSync(join(dir, 'version'), 'utf8').trim().replace(/^v/, '').slice(0, 40);
  } catch {
    return null;
  }
}

function programOf(platform: NodeJS.Platform): string {
  if (platform === 'win32') return 'electron.exe';
  return platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
