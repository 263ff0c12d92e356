import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A copy of the tree with one bug planted in it. */
export interface PlantedCopy {
  readonly root: string;
  remove(): void;
}

/**
 * Copies what git knows of `root` to a scratch folder, with the installed modules linked, and applies
 * `test/planted/<name>.patch` there; null: the tree as it is. Throws where there is no such patch, or it does not fit.
 */
export function plantedCopy(root: string, name: string | null): PlantedCopy {
  const patch = name === null ? null : join(root, 'test', 'planted', `${name}.patch`);
  if (patch !== null && !existsSync(patch)) throw new Error(`no such patch: test/planted/${name}.patch`);
  const copy = mkdtempSync(join(tmpdir(), `minka-planted-${name ?? 'sound'}-`));
  const remove = (): void => rmSync(copy, { recursive: true, force: true });
  try {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
    for (const file of listed.toString('utf8').split('\0')) {
      if (file === '' || !existsSync(join(root, file))) continue;
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      cpSync(join(root, file), join(copy, file));
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    if (patch !== null) execFileSync('git', ['apply', patch], { cwd: copy, stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (cause) {
    remove();
    throw cause;
  }
  return { root: copy, remove };
}
