import { copyFileSync, existsSync, readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** This process's open files (Linux); elsewhere a file that was deleted under us cannot be had back. */
const OPEN_FILES = '/proc/self/fd';

/**
 * Copies an open database that was deleted, moved or replaced under us, and its WAL, to `to` and `to`-wal, through the
 * handles that are still open. False where the handle is not found. The caller writes nothing meanwhile.
 */
export function copyOpenFiles(
  file: string,
  inode: { readonly dev: number; readonly ino: number },
  to: string,
): boolean {
  if (!existsSync(OPEN_FILES)) return false;
  const wal = `${join(realpathSync(dirname(file)), basename(file))}-wal`;
  let found = false;
  for (const name of readdirSync(OPEN_FILES)) {
    const handle = join(OPEN_FILES, name);
    const at = statSync(handle, { throwIfNoEntry: false });
    if (at === undefined) continue;
    if (at.dev === inode.dev && at.ino === inode.ino) {
      copyFileSync(handle, to);
      found = true;
    } else if (at.isFile() && readlinkSync(handle).replace(/ \(deleted\)$/, '') === wal) {
      copyFileSync(handle, `${to}-wal`);
    }
  }
  return found;
}
