import { isAbsolute, join } from 'node:path';

/** This user's state directory of Minka: `$XDG_STATE_HOME`, which must be absolute to count, else `~/.local/state`. */
export function stateDir(env: NodeJS.ProcessEnv): string | null {
  const { XDG_STATE_HOME: xdg = '', HOME: home = '' } = env;
  const base = isAbsolute(xdg) ? xdg : isAbsolute(home) ? join(home, '.local', 'state') : null;
  return base === null ? null : join(base, 'minka');
}

/** The file that names the running lab's dock socket and profile (contracts/cli/sim, `labFileSchema`). */
export function labFile(env: NodeJS.ProcessEnv): string | null {
  const dir = stateDir(env);
  return dir === null ? null : join(dir, 'lab.json');
}
