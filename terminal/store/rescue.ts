import { copyFileSync, existsSync, mkdirSync, readdirSync, type Stats, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFile, syncFolder } from './sync.ts';

/** This process's open files (Linux); elsewhere a file that was deleted under us cannot be had back. */
const OPEN_FILES = '/proc/self/fd';

/** What a file is, whatever it is called: a link in `OPEN_FILES` names the place that it was moved to. */
export type Inode = Pick<Stats, 'dev' | 'ino'>;

/** An open database as it stood when it was opened. */
export interface OpenFiles {
  readonly file: string;
  readonly database: Inode;
  /** SQLite keeps this one file for as long as the database is open; what is committed may be here alone. */
  readonly wal: Inode;
  readonly folder: Inode;
}

export function inodeOf(path: string): Inode {
  const { dev, ino } = statSync(path);
  return { dev, ino };
}

/** Whether `path` still names this file. */
export function isStill(path: string, inode: Inode): boolean {
  const now = statSync(path, { throwIfNoEntry: false });
  return now !== undefined && now.dev === inode.dev && now.ino === inode.ino;
}

/** Remembers a database that is open, so that nobody has to go by names later. */
export function rememberOpenFiles(file: string): OpenFiles {
  return { file, database: inodeOf(file), wal: inodeOf(`${file}-wal`), folder: inodeOf(dirname(file)) };
}

/** A commit is safe only while both are where the next process looks for them. */
export function areInPlace({ file, database, wal }: OpenFiles): boolean {
  return isStill(file, database) && isStill(`${file}-wal`, wal);
}

/** The handle of an open file and how many names it still has. */
function handleOf(inode: Inode): { readonly path: string; readonly names: number } | null {
  if (!existsSync(OPEN_FILES)) return null;
  for (const name of readdirSync(OPEN_FILES)) {
    const path = join(OPEN_FILES, name);
    if (isStill(path, inode)) return { path, names: statSync(path).nlink };
  }
  return null;
}

/**
 * Copies an open database that was deleted, moved or replaced under us, and its WAL, to `to` and `to`-wal through the
 * handles that are still open; both are on the disk when it returns. False where either handle is not found: a database
 * without its WAL lacks its last commits. False also where the whole folder is another one but both files live on
 * elsewhere: whoever moved it, or unmounted it, will bring it back, and must not find a second journal. The caller
 * writes nothing meanwhile.
 */
export function copyOpenFiles({ file, database, wal, folder }: OpenFiles, to: string): boolean {
  const [main, log] = [handleOf(database), handleOf(wal)];
  if (main === null || log === null) return false;
  const home = dirname(file);
  if (!isStill(home, folder) && main.names > 0 && log.names > 0) return false;
  mkdirSync(home, { recursive: true, mode: 0o700 });
  for (const [from, copy] of [
    [main.path, to],
    [log.path, `${to}-wal`],
  ] as const) {
    copyFileSync(from, copy);
    syncFile(copy);
  }
  syncFolder(to);
  return true;
}
