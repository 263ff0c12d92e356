import { existsSync, readdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { wasBegun } from './begun.ts';
import { syncFolder } from './sync.ts';

/**
 * A journal as files: the database, its WAL, and the marks that a journal was begun here. What cannot be used is renamed
 * with the time and kept, never deleted; and where a mark is without its database, none is begun silently: a journal
 * that forgot an open settlement would let it be paid a second time (risks I14).
 */

/** `first`: no journal has been here. `setAside`: one was put away. `gone`: one was here and its file is not. */
export type JournalFiles = 'first' | 'present' | 'setAside' | 'gone';

/** Names of what was put away beside `file`, oldest first; a WAL is not named apart from its database. */
export function setAsideNames(file: string): readonly string[] {
  const prefix = `${basename(file)}.set-aside-`;
  const names = existsSync(dirname(file)) ? readdirSync(dirname(file)) : [];
  return names.filter((name) => name.startsWith(prefix) && !name.endsWith('-wal')).sort();
}

export function journalFiles(file: string): JournalFiles {
  if (existsSync(file)) return 'present';
  if (setAsideNames(file).length > 0) return 'setAside';
  return wasBegun(file) ? 'gone' : 'first';
}

/**
 * Renames `file` and its WAL. The database first: were the WAL moved first and the power cut then, the database would
 * be opened without its last commits. Returns the new name, without its folder.
 */
export function setAside(file: string, nowMs: number): string {
  const name = freeName(file, new Date(nowMs).toISOString().replace(/[-:]|\.\d+/g, ''));
  const to = join(dirname(file), name);
  if (existsSync(file)) renameSync(file, to);
  takeWal(file, to);
  syncFolder(file);
  return name;
}

/** A WAL whose database has gone, or was being put away when the power went, must not meet the next database. */
export function setAsideStrayWal(file: string, nowMs: number): void {
  if (existsSync(file) || !existsSync(`${file}-wal`)) return;
  const last = setAsideNames(file).at(-1);
  const to = last === undefined ? freeName(file, String(nowMs)) : last;
  takeWal(file, join(dirname(file), to));
  syncFolder(file);
}

/** Puts `from` and its WAL in the place of `file`, where nothing stands: the WAL first, as above. */
export function putInPlace(from: string, file: string): void {
  if (existsSync(`${from}-wal`)) renameSync(`${from}-wal`, `${file}-wal`);
  renameSync(from, file);
  syncFolder(file);
}

function takeWal(file: string, to: string): void {
  if (!existsSync(`${file}-wal`)) return;
  let free = `${to}-wal`;
  for (let n = 2; existsSync(free); n++) free = `${to}.${n}-wal`;
  renameSync(`${file}-wal`, free);
}

function freeName(file: string, stamp: string): string {
  const taken = new Set(setAsideNames(file));
  const base = `${basename(file)}.set-aside-${stamp}`;
  let name = base;
  for (let n = 2; taken.has(name); n++) name = `${base}.${n}`;
  return name;
}
