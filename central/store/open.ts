import Database from 'better-sqlite3-multiple-ciphers';

export type Sqlite = Database.Database;

/** Opens a plain SQLite file (or ":memory:"), owner-only, WAL, every commit on disk, and makes its tables. */
export function openSqlite(place: string, schema: string): Sqlite {
  const db = new Database(place);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.exec(schema);
  return db;
}

export type Value = string | number | null | Uint8Array;
export type Values = Record<string, Value>;
type Statement = Database.Statement<unknown[]>;

const statements = new WeakMap<Sqlite, Map<string, Statement>>();

/** A prepared statement, made once per database and text. */
export function cached(db: Sqlite, sql: string): Statement {
  const known = statements.get(db) ?? new Map<string, Statement>();
  statements.set(db, known);
  const statement = known.get(sql) ?? db.prepare<unknown[]>(sql);
  known.set(sql, statement);
  return statement;
}

/** INSERT of one row; `conflict` is an ON CONFLICT clause. */
export function insert(db: Sqlite, table: string, values: Values, conflict = ''): void {
  const names = Object.keys(values).join(', ');
  const key = `${table} ${names} ${conflict}`;
  const sql =
    inserts.get(key) ?? `INSERT INTO ${table} (${names}) VALUES (@${names.replaceAll(', ', ', @')}) ${conflict}`;
  inserts.set(key, sql);
  cached(db, sql).run(values);
}

/** Texts of inserts, by what they are made of. */
const inserts = new Map<string, string>();

/** A stretch of a database's life that can be taken back: for simulations, which live it again and again. */
export interface Trial {
  begin(): void;
  /** Everything since `begin` has not been. */
  rewind(): void;
}

export function trialOf(db: Sqlite): Trial {
  return {
    begin: () => void cached(db, 'BEGIN').run(),
    rewind: () => void cached(db, 'ROLLBACK').run(),
  };
}

/** Runs work as one transaction, or as a part of the one that is open. The wrapper is made once, not for every call. */
export function atomicallyIn(db: Sqlite): <T>(work: () => T) => T {
  const run = db.transaction((work: () => unknown) => work());
  return (work) => run.immediate(work) as ReturnType<typeof work>;
}
