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
  /** Takes a row in, or what changed of it; `words`: each beginning by which it is found, without spaces. */
  put(day: string, row: DayListRow, words: readonly string[]): void;
  /** How far the hospital's list was read. */
  asked(day: string): { readonly cursor: string; readonly at: number } | null;
  setAsked(day: string, cursor: string, nowMs: number): void;
  /** A window in the order of the day; every word must be the beginning of one of a row's. */
  page(day: string, query: Pick<DayQuery, 'from' | 'count'> & DayFilter): readonly DayListRow[];
  fits(day: string, filter: DayFilter): number;
  /** Encounters of the day that were ever prepared here: of these the journal may know better. */
  prepared(day: string): readonly PreparedOfDay[];
  /** Days before this one are forgotten. */
  forgetBefore(day: string): void;
}

/** An encounter of the day that was prepared here, with as much of it as tells the plain cases without reading more. */
export interface PreparedOfDay {
  readonly encounterId: string;
  /** Its newest settlement stands, nobody asked for it back, and nothing else is under way: what most of a day is. */
  readonly plainlySettled: boolean;
}

/** Which rows stand where somebody looks: by the hospital's word, and by the journal's, which counts for more. */
export interface DayStanding {
  /** Null: a state that the hospital has no word for. */
  readonly his: HisDayState | null;
  /** Encounters of which the journal says something else. */
  readonly not: readonly string[];
  /** Encounters of which the journal says this. */
  readonly also: readonly string[];
}

export interface DayFilter {
  readonly words: readonly string[];
  /** Null: wherever they stand. */
  readonly standing: DayStanding | null;
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

export function createDayListRows(db: Db): DayListRows {
  const put = db.prepare(
    `INSERT INTO desk_day (day, encounter_id, number, at, name, department, case_kind, total_fen, state, search)
     VALUES (@day, @encounterId, @number, @at, @name, @department, @caseKind, @total, @state, @search)
     ON CONFLICT (encounter_id) DO UPDATE SET day = excluded.day, number = excluded.number, at = excluded.at,
       name = excluded.name, department = excluded.department, case_kind = excluded.case_kind,
       total_fen = excluded.total_fen, state = excluded.state, search = excluded.search`,
  );
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
  const prepared = db.prepare<[string], { encounterId: string; plain: number }>(
    `SELECT encounter_id AS encounterId, EXISTS (
         SELECT 1 FROM settlement s WHERE s.id = (SELECT max(id) FROM settlement WHERE encounter_id = d.encounter_id)
           AND s.state = 'settled' AND NOT EXISTS (SELECT 1 FROM refund WHERE settlement_id = s.id)
       ) AND NOT EXISTS (
         SELECT 1 FROM visit WHERE encounter_id = d.encounter_id AND phase NOT IN ('settled','undoing','ended')
       ) AS plain
     FROM desk_day d INDEXED BY desk_day_order
     WHERE day = ? AND EXISTS (SELECT 1 FROM visit WHERE encounter_id = d.encounter_id)`,
  );
  const standingNow = `AND (state = ? AND encounter_id NOT IN (SELECT value FROM json_each(?))
    OR encounter_id IN (SELECT value FROM json_each(?)))`;
  /** One statement for each number of words, with or without a standing: prepared once. */
  const statement = (what: 'page' | 'fits', { words, standing }: DayFilter): Database.Statement<unknown[]> => {
    const key = `${what} ${words.length} ${standing !== null}`;
    const known = statements.get(key);
    if (known !== undefined) return known;
    const found = words.map(() => 'AND instr(search, ?) > 0').join(' ');
    const where = `FROM desk_day INDEXED BY desk_day_order WHERE day = ? ${standing === null ? '' : standingNow} ${found}`;
    // The window is found in the index alone; only its own rows are read.
    const window = `SELECT id ${where} ORDER BY at, encounter_id LIMIT 0 + ? OFFSET 0 + ?`;
    const made = db.prepare(
      what === 'fits'
        ? `SELECT count(*) AS fits ${where}`
        : `SELECT * FROM desk_day WHERE id IN (${window}) ORDER BY at, encounter_id`,
    );
    statements.set(key, made);
    return made;
  };
  const bound = (day: string, { words, standing }: DayFilter): readonly unknown[] => [
    day,
    ...(standing === null ? [] : [standing.his, JSON.stringify(standing.not), JSON.stringify(standing.also)]),
    ...words.map((one) => ` ${one}`),
  ];
  const few = (filter: DayFilter): DayFilter => ({ ...filter, words: filter.words.slice(0, MOST_WORDS) });
  return {
    put(day, row, words) {
      assertInTransaction(db);
      put.run({ day, ...row, search: words.map((one) => ` ${one}`).join('') });
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
    prepared: (day) =>
      prepared.all(day).map(({ encounterId, plain }) => ({ encounterId, plainlySettled: plain === 1 })),
    forgetBefore(day) {
      assertInTransaction(db);
      for (const one of forget) one.run(day);
    },
  };
}
