import { closeSync, ftruncateSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A small file system that can be filled to the last page; the programs of the full-disk test run on one. */
export const PAGE = 4096;

const CHUNK = Buffer.alloc(64 * 1024, 1);

/** Fills the disk so that `leave` bytes are free. */
export function fill(dir: string, leave: number): void {
  const file = openSync(join(dir, 'filler'), 'a');
  try {
    for (;;) {
      const { bavail, bsize } = statfsSync(dir);
      const spare = bavail * bsize - leave;
      if (spare < PAGE) return;
      writeSync(file, CHUNK, 0, Math.min(spare - (spare % PAGE), CHUNK.length));
    }
  } finally {
    closeSync(file);
  }
}

/** Gives the space back. */
export function empty(dir: string): void {
  const file = openSync(join(dir, 'filler'), 'a');
  ftruncateSync(file, 0);
  closeSync(file);
  rmSync(join(dir, 'filler'), { force: true });
}
