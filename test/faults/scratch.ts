import { accessSync, constants, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Linux keeps files in memory. */
const IN_MEMORY = '/dev/shm';

/**
 * A new folder for the few journals that are files: in memory where the system has such a place. A schedule's process
 * dies, its machine does not, so nothing hangs on the disk; power cuts have a lane of their own. Whoever has chosen a
 * place for temporary files gets it there.
 */
export function makeScratch(): string {
  return mkdtempSync(join(root(), 'minka-faults-'));
}

function root(): string {
  if (process.env['TMPDIR'] !== undefined) return tmpdir();
  try {
    accessSync(IN_MEMORY, constants.W_OK | constants.X_OK);
    return IN_MEMORY;
  } catch {
    return tmpdir();
  }
}
