import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { seededRandom } from '../../common/kernel/seeded.ts';
import { openStore } from '../../terminal/store/open.ts';
import { dump, latestHandle, type RowState, watchLibrary } from './library.ts';

/** The workload's key. */
const KEY = seededRandom(6).bytes(32);
let watched = false;

export type Rows = ReadonlyMap<string, string | null>;

export const rowSchema = z.tuple([z.string(), z.int(), z.string().nullable()]);
export const ackSchema = z.object({ rows: z.array(rowSchema) });

export const nameOf = ([table, rowid]: RowState): string => `${table}#${rowid}`;

export interface Examined {
  /** Rows that were acknowledged and are not as they were acknowledged. */
  readonly lost: readonly string[];
  /** State of the settlement that was asked for, null where it is not there. */
  readonly state: string | null;
  /** Null: the store opened and its integrity holds; else what was wrong. */
  readonly corrupt: string | null;
}

/**
 * Opens the files in `dir` as the terminal would, and compares. `acknowledged`: what was told by then; `next`: what the
 * transaction under way would have made of it, which may have come through as well.
 */
export function examine(file: string, acknowledged: Rows, next: readonly RowState[], messageId = ''): Examined {
  if (!watched) {
    watchLibrary(null);
    watched = true;
  }
  const opened = openStore({ file }, () => KEY);
  if (!opened.ok) return { lost: [...acknowledged.keys()], state: null, corrupt: opened.error };
  try {
    const db = latestHandle();
    const integrity = db.pragma('integrity_check', { simple: true });
    const found = new Map(dump(db).map((row) => [nameOf(row), row[2]]));
    const coming = new Map(next.map((row) => [nameOf(row), row[2]]));
    const lost = [...acknowledged].filter(([name, hash]) => {
      const there = found.get(name) ?? null;
      return there !== hash && !(coming.has(name) && coming.get(name) === there);
    });
    const state = opened.value.settlements.byMessageId(messageId)?.state ?? null;
    const names = lost.map(([name]) => name);
    return { lost: names, state, corrupt: integrity === 'ok' ? null : String(integrity).slice(0, 200) };
  } finally {
    opened.value.close();
  }
}

/** Puts files of a replayed disk into `dir`; answers the database's path. */
export function putImage(dir: string, database: string, files: ReadonlyMap<string, Buffer>): string {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  for (const [file, content] of files) writeFileSync(join(dir, basename(file)), content, { mode: 0o600 });
  return join(dir, basename(database));
}
