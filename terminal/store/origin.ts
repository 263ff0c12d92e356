import { assertInTransaction, type Db } from './database.ts';

/**
 * How far the lost journal's clock may have been ahead of ours, ms: nothing is settled with one that is off by more than
 * 300 s (risks I12), so the lost one was at most 300 s ahead of the true time, and ours is at most 300 s behind it.
 */
export const CLOCKS_APART_MS = 600_000;

/** Where this journal comes from when it is not the first one of its terminal. */
export interface JournalOrigin {
  /** What lies before this moment (ms of the terminal's clock, corrected by what is known of it) may have been settled by the journal before. */
  readonly adoptedAt: number;
  /** Staff ids of who began it; `second` is null where one was enough, in earlier versions. */
  readonly by: string;
  readonly second: string | null;
  readonly reason: string;
  /** Name of the file that was set aside, or null where it was lost. */
  readonly predecessor: string | null;
}

export interface OriginRows {
  /** Null for a terminal's first journal. */
  get(): JournalOrigin | null;
  /**
   * Says once and for ever that this journal follows another one, and lets its message ids begin where those of the lost
   * one have ended, though nobody can read its cursor.
   */
  adopt(origin: JournalOrigin): void;
}

interface Raw {
  adopted_at: number;
  adopted_by: string;
  adopted_second: string | null;
  reason: string;
  predecessor: string | null;
}

export function createOriginRows(db: Db): OriginRows {
  const read = db.prepare<[], Raw>(
    'SELECT adopted_at, adopted_by, adopted_second, reason, predecessor FROM journal_origin',
  );
  const insert = db.prepare<[number, string, string | null, string, string | null]>(
    `INSERT INTO journal_origin (id, adopted_at, adopted_by, adopted_second, reason, predecessor)
     VALUES (1, ?, ?, ?, ?, ?)`,
  );
  const begin = db.prepare<[number]>('INSERT INTO message_cursor (id, second, counter) VALUES (1, ?, 0)');
  return {
    get() {
      const raw = read.get();
      if (raw === undefined) return null;
      const { adopted_by: by, adopted_second: second, reason, predecessor } = raw;
      return { adoptedAt: raw.adopted_at, by, second, reason, predecessor };
    },
    adopt({ adoptedAt, by, second, reason, predecessor }) {
      assertInTransaction(db);
      insert.run(adoptedAt, by, second, reason, predecessor);
      begin.run(Math.ceil((adoptedAt + CLOCKS_APART_MS) / 1000));
    },
  };
}
