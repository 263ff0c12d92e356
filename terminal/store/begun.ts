import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { syncFolder } from './sync.ts';

/**
 * That a journal was begun here is marked twice: beside it, and in `‹data folder›.begun` beside its folder. The second
 * one is still there when the folder was moved, or the disk that holds it is not mounted at the start: an empty folder
 * must not pass for a terminal's first one.
 */
function marksOf(file: string): readonly string[] {
  return [`${file}.begun`, join(`${dirname(file)}.begun`, basename(file))];
}

export function wasBegun(file: string): boolean {
  return marksOf(file).some((mark) => existsSync(mark));
}

/**
 * Marks that a journal lives here; durable before anything is settled. Marks that are there stay as they are. Throws
 * where one cannot be written: a journal whose loss could not be noticed is not settled on.
 */
export function markBegun(file: string, nowMs: number): void {
  for (const mark of marksOf(file)) {
    if (existsSync(mark)) continue;
    const made = mkdirSync(dirname(mark), { recursive: true, mode: 0o700 });
    writeFileSync(mark, `${new Date(nowMs).toISOString()}\n`, { mode: 0o600, flush: true });
    syncFolder(mark);
    if (made !== undefined) syncFolder(made);
  }
}
