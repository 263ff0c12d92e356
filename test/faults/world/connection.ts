import Database from 'better-sqlite3-multiple-ciphers';
import { openStore } from '../../../terminal/store/open.ts';
import type { Store } from '../../../terminal/store/store.ts';

/** Real SQLite in memory, begun from the image that production's migrations made once. */

export type Connection = Database.Database;
type Statement = Database.Statement<unknown[]>;

let blank: Buffer | null = null;

/** The pages of a new journal, as the migrations leave it. */
function blankImage(): Buffer {
  if (blank !== null) return blank;
  const connection = new Database(':memory:');
  storeIn(connection);
  blank = connection.serialize();
  connection.close();
  return blank;
}

/** A journal with these pages, or a new one. */
export function newConnection(image: Buffer | null): Connection {
  return new Database(image ?? blankImage());
}

/** The same pages in a connection of their own, as a process finds them that opens the database anew. */
export function reopened(connection: Connection): Connection {
  const image = connection.serialize();
  connection.close();
  return new Database(image);
}

/** Production's own way in: its settings, migrations and repositories. */
export function storeIn(connection: Connection): Store {
  const opened = openStore({ connection }, () => new Uint8Array());
  if (!opened.ok) throw new Error(`faults: the journal does not open: ${opened.error}`);
  return opened.value;
}

/**
 * A journal that is used for schedule after schedule: each one is a transaction that is rolled back at its end, so the
 * schema is read and the statements are prepared once. The transactions within are savepoints of it, with the same
 * rollback; a share of the schedules runs on connections of its own, where they are what they are in production.
 */
export interface TrialJournal {
  readonly store: Store;
  begin(): void;
  /** Everything since `begin` has not been. */
  rewind(): void;
}

export function trialJournal(image: Buffer | null): TrialJournal {
  const connection = newConnection(image);
  let depth = 0;
  const [savepoint, release, undo] = ['SAVEPOINT one', 'RELEASE one', 'ROLLBACK TO one'].map((sql) =>
    connection.prepare(sql),
  ) as [Statement, Statement, Statement];
  const [begin, rewind] = [connection.prepare('BEGIN'), connection.prepare('ROLLBACK')];
  const transaction = (run: (work: () => unknown) => unknown) => ({
    immediate(work: () => unknown): unknown {
      savepoint.run();
      depth += 1;
      try {
        const result = run(work);
        release.run();
        return result;
      } catch (cause) {
        undo.run();
        release.run();
        throw cause;
      } finally {
        depth -= 1;
      }
    },
  });
  const nested = Object.create(connection, {
    transaction: { value: transaction },
    inTransaction: { get: () => depth > 0 },
  }) as Connection;
  const store = storeIn(nested);
  return {
    store,
    begin: () => void begin.run(),
    rewind: () => void rewind.run(),
  };
}
