import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReconcileReport } from '../../common/contracts/reconcile.ts';
import type { Reconcile } from './reconcile.ts';

/** Rows of one piece. */
const PIECE = 200;

/**
 * Writes the finance office's file of a report into `folder` (made where it is missing) and returns its path. The same
 * run is the same name; a file that is being written never stands under it. Null: there is no such run. Throws where
 * the disk says so.
 */
export function saveCsv(
  reconcile: Pick<Reconcile, 'csv'>,
  folder: string,
  { run, day }: Pick<ReconcileReport, 'run' | 'day'>,
): string | null {
  const pieces: string[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const piece = reconcile.csv(run, after, PIECE);
    if (piece === null) return null;
    pieces.push(piece.text);
    after = piece.next;
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `reconcile-${day}-${run}.csv`);
  const draft = `${file}.part`;
  try {
    writeFileSync(draft, pieces.join(''), { mode: 0o600, flush: true });
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  return file;
}
