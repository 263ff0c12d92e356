import { closeSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Waits until the bytes of `file` are on the disk. */
export const syncFile = sync;

/** A new name, or a rename, is durable once its folder is. */
export function syncFolder(file: string): void {
  sync(dirname(file));
}
