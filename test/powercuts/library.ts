import { createHash } from 'node:crypto';
import Database from 'better-sqlite3-multiple-ciphers';

/** A row of the database by table and rowid, and a hash of all its columns; null: it was deleted. */
export type RowState = readonly [table: string, rowid: number, hash: string | null];

type Handle = Database.Database;

function hashOf(row: unknown): string {
  const plain = JSON.stringify(row, (_key, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
  );
  return createHash('sha256').update(plain).digest('hex').slice(0, 16);
}

function tablesOf(db: Handle): readonly string[] {
  const sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
  return db.prepare<[], string>(sql).pluck().all();
}

/** Every row of these tables, or of all. */
export function dump(db: Handle, tables: readonly string[] = tablesOf(db)): readonly RowState[] {
  return tables.flatMap((table) =>
    db
      .prepare<[], { minka_rowid: number }>(`SELECT rowid AS minka_rowid, * FROM "${table}"`)
      .all()
      .map((row): RowState => [table, row.minka_rowid, hashOf(row)]),
  );
}

/** Temporary triggers note what a transaction changes; they live in memory and write nothing into the file. */
function noteChanges(db: Handle, tables: readonly string[]): void {
  db.pragma('temp_store=MEMORY');
  db.exec('CREATE TEMP TABLE IF NOT EXISTS minka_changed (name TEXT, row INTEGER, PRIMARY KEY (name, row))');
  for (const table of tables) {
    for (const [verb, side] of [
      ['INSERT', 'NEW'],
      ['UPDATE', 'NEW'],
      ['DELETE', 'OLD'],
    ] as const) {
      db.exec(
        `CREATE TEMP TRIGGER minka_${verb}_${table} AFTER ${verb} ON main."${table}"
         BEGIN INSERT OR IGNORE INTO minka_changed VALUES ('${table}', ${side}.rowid); END`,
      );
    }
  }
}

function changesOf(db: Handle): readonly RowState[] {
  const changed = db.prepare<[], { name: string; row: number }>('SELECT name, row FROM minka_changed').all();
  return changed.map(({ name, row }): RowState => {
    const found = db.prepare(`SELECT rowid AS minka_rowid, * FROM main."${name}" WHERE rowid = ?`).get(row);
    return [name, row, found === undefined ? null : hashOf(found)];
  });
}

type Run = (...rest: unknown[]) => unknown;

export interface Watching {
  /** Rows that a transaction changed, told when it has been acknowledged: its COMMIT has returned. */
  readonly onAcknowledged: (rows: readonly RowState[]) => void;
  /** The same before COMMIT: what comes through if the process dies within it. */
  readonly onCommit?: (rows: readonly RowState[]) => void;
  /** For the control: what the store asks to be FULL is NORMAL in truth. */
  readonly normal: boolean;
}

/** The handle that was opened last, which the store does not show. */
let latest: Handle | null = null;
export function latestHandle(): Handle {
  if (latest === null) throw new Error('no database was opened');
  return latest;
}

/** Wraps the database library, so that the store under test is the one that ships. */
export function watchLibrary(watching: Watching | null): void {
  const library = Database.prototype as unknown as Record<
    'pragma' | 'transaction',
    (this: Handle, ...rest: unknown[]) => unknown
  >;
  const { pragma, transaction } = library;
  const noted = new WeakMap<Handle, Set<string>>();

  library.pragma = function (source, options) {
    latest = this;
    if (watching?.normal === true) {
      if (source === 'synchronous=FULL') return pragma.call(this, 'synchronous=NORMAL', options);
      if (source === 'synchronous') return 2;
    }
    return pragma.call(this, source, options);
  };
  if (watching === null) return;

  library.transaction = function (work) {
    const announced: Run = (...rest) => {
      const result = (work as Run)(...rest);
      if (noted.has(this)) watching.onCommit?.(changesOf(this));
      return result;
    };
    const run = transaction.call(this, announced) as Run & { immediate: Run };
    const immediate = (...rest: unknown[]): unknown => {
      const result = run.immediate(...rest);
      // The reference servers' own databases are in memory.
      if (this.memory) return result;
      // Migrations make tables one after the other; what a new one holds already was acknowledged with it.
      const known = noted.get(this) ?? new Set<string>();
      const fresh = tablesOf(this).filter((table) => !known.has(table));
      noted.set(this, new Set([...known, ...fresh]));
      noteChanges(this, fresh);
      const found = dump(this, fresh);
      const changed = changesOf(this);
      this.exec('DELETE FROM minka_changed');
      watching.onAcknowledged([...changed, ...found]);
      return result;
    };
    return Object.assign((...rest: unknown[]) => run(...rest), { immediate });
  };
}
