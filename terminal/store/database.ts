import Database from 'better-sqlite3-multiple-ciphers';

/** The one connection. Only files of this room see it; the rest of the terminal sees repositories. */
export type Db = Database.Database;

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
