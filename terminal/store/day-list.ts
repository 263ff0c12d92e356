import type Database from 'better-sqlite3-multiple-ciphers';
import type { DayQuery } from '../../common/contracts/desk/day.ts';
import { type Fen, fen } from '../../common/kernel/money.ts';
import { assertInTransaction, type Db } from './database.ts';

/** The hospital's own word on an encounter. */
export type HisDayState = 'unpaid' | 'held' | 'settled' | 'refunded';

/** One encounter of a day as the desk may list it. */
export interface DayListRow {
  readonly encounterId: string;
  /** 排队号 */
  readonly number: string | null;
  /** `yyyy-MM-dd HH:mm:ss` */
  readonly at: string;
  /** Masked. */
  readonly name: string;
  readonly department: string;
  readonly caseKind: string;
  readonly total: Fen;
  readonly state: HisDayState;
}

export interface DayListRows {
  /** Takes a row in, or what changed of it; `words`: each beginning by which it is found. */
  put(day: string, row: DayListRow, words: readonly string[]): void;
  /** How far the hospital's list was read. */
  asked(day: string): { readonly cursor: string; readonly at: number } | null;
  setAsked(day: string, cursor: string, nowMs: number): void;
  /** A window in the order of the day; every word must be the beginning of one of a row's. */
  page(day: string, query: Pick<DayQuery, 'from' | 'count'> & DayFilter): readonly DayListRow[];
  fits(day: string, filter: DayFilter): number;
  /** Days before this one are forgotten. */
  forgetBefore(day: string): void;
}

export interface DayFilter {
  readonly words: readonly string[];
  readonly state: HisDayState | null;
}

interface Raw {
  encounter_id: string;
  number: string | null;
  at: string;
  name: string;
  department: string;
  case_kind: string;
  total_fen: number;
  state: HisDayState;
}

const read = (raw: Raw): DayListRow => ({
  ...{ encounterId: raw.encounter_id, number: raw.number, at: raw.at, name: raw.name, department: raw.department },
  ...{ caseKind: raw.case_kind, total: fen(raw.total_fen), state: raw.state },
});

/** A filter has at most this many words; the rest of what was typed is left out. */
const MOST_WORDS = 4;
/** Comes after every character that a word may begin with. */
const END = '\u{10FFFF}';

export function createDayListRows(db: Db): DayListRows {
  const put = db.prepare<unknown[], { id: number }>(
    `INSERT INTO desk_day (day, encounter_id, number, at, name, department, case_kind, total_fen, state)
     VALUES (@day, @encounterId, @number, @at, @name, @department, @caseKind, @total, @state)
     ON CONFLICT (encounter_id) DO UPDATE SET day = excluded.day, number = excluded.number, at = excluded.at,
       name = excluded.name, department = excluded.department, case_kind = excluded.case_kind,
       total_fen = excluded.total_fen, state = excluded.state RETURNING id`,
  );
  const unword = db.prepare('DELETE FROM desk_day_word WHERE row_id = ?');
  const word = db.prepare('INSERT OR IGNORE INTO desk_day_word (day, word, row_id) VALUES (?, ?, ?)');
  const asked = db.prepare<[string], { cursor: string; at: number }>(
    'SELECT cursor, asked_at AS at FROM desk_day_asked WHERE day = ?',
  );
  const setAsked = db.prepare(
    `INSERT INTO desk_day_asked (day, cursor, asked_at) VALUES (?, ?, ?)
     ON CONFLICT (day) DO UPDATE SET cursor = excluded.cursor, asked_at = excluded.asked_at`,
  );
  const forget = [
    db.prepare('DELETE FROM desk_day_asked WHERE day < ?'),
    db.prepare('DELETE FROM desk_day WHERE day < ?'),
  ];
  const statements = new Map<string, Database.Statement<unknown[]>>();
  /** One statement for each number of words, with or without a state: prepared once. */
  const statement = (what: 'page' | 'fits', { words, state }: DayFilter): Database.Statement<unknown[]> => {
    const key = `${what} ${words.length} ${state !== null}`;
    const known = statements.get(key);
    if (known !== undefined) return known;
    const found = 'AND id IN (SELECT row_id FROM desk_day_word WHERE day = ? AND word >= ? AND word < ?)';
    const where = `FROM desk_day WHERE day = ? ${state === null ? '' : 'AND state = ?'} ${words.map(() => found).join(' ')}`;
    const made = db.prepare(
      what === 'fits'
        ? `SELECT count(*) AS fits ${where}`
        : `SELECT * ${where} ORDER BY at, encounter_id LIMIT 0 + ? OFFSET 0 + ?`,
    );
    statements.set(key, made);
    return made;
  };
  const bound = (day: string, { words, state }: DayFilter): readonly unknown[] => [
    day,
    ...(state === null ? [] : [state]),
    ...words.flatMap((one) => [day, one, `${one}${END}`]),
  ];
  const few = (filter: DayFilter): DayFilter => ({ words: filter.words.slice(0, MOST_WORDS), state: filter.state });
  return {
    put(day, row, words) {
      assertInTransaction(db);
      const kept = put.get({ day, ...row });
      if (kept === undefined) return;
      unword.run(kept.id);
      for (const one of words) word.run(day, one, kept.id);
    },
    asked: (day) => asked.get(day) ?? null,
    setAsked(day, cursor, nowMs) {
      assertInTransaction(db);
      setAsked.run(day, cursor, nowMs);
    },
    page(day, { from, count, ...given }) {
      const filter = few(given);
      const rows = statement('page', filter).all(...bound(day, filter), count, from) as Raw[];
      return rows.map(read);
    },
    fits(day, given) {
      const filter = few(given);
      const row = statement('fits', filter).get(...bound(day, filter)) as { fits: number };
      return row.fits;
    },
    forgetBefore(day) {
      assertInTransaction(db);
      for (const one of forget) one.run(day);
    },
  };
}
