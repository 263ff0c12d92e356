import Database from 'better-sqlite3-multiple-ciphers';

/** The one connection. Only files of this room see it; the rest of the terminal sees repositories. */
export type Db = Database.Database;

/*
 * SQLite prepares a statement anew whenever a value is bound that its planner has looked at: a bare bound limit, or a
 * column that is compared with a bound value here and with a literal in the condition of a partial index. So limits
 * are written `LIMIT 0 + ?`, and where an index like that stands beside the one that is meant, `INDEXED BY` says which.
 */

/** A row as SQLite gives it, before a repository has read it into its own type. */
export type Row = Readonly<Record<string, unknown>>;

/** The class of the library's errors, by whose `code` a failure is told apart. */
export const SqliteError = Database.SqliteError;

/** Opens a connection; `timeoutMs` is how long a locked file is waited for. */
export function connect(filename: string, timeoutMs: number): Db {
  return new Database(filename, { timeout: timeoutMs });
}

/** A write must belong to a transaction that its caller sees; a stray one is a bug, found at its first run. */
export function assertInTransaction(db: Db): void {
  if (!db.inTransaction) throw new Error('store: write outside a transaction');
}

/**
 * Changes the named columns of one row. `columns` has names of ours alone, so that a statement can be built from them;
 * it is built once for each set of them.
 */
export type Changer = (id: number, columns: Readonly<Record<string, string | number | null>>) => void;

export function createChanger(db: Db, table: 'settlement' | 'refund' | 'stay' | 'registration'): Changer {
  const statements = new Map<string, Database.Statement<unknown[]>>();
  return (id, columns) => {
    const assignments = Object.keys(columns)
      .map((name) => `${name} = @${name}`)
      .join(', ');
    const statement = statements.get(assignments) ?? db.prepare(`UPDATE ${table} SET ${assignments} WHERE id = @id`);
    statements.set(assignments, statement);
    statement.run({ ...columns, id });
  };
}
