import Database from 'better-sqlite3-multiple-ciphers';
import { openStore } from '../../../terminal/store/open.ts';

/** Real SQLite in memory, begun from the image that production's migrations made once. */

type Connection = Database.Database;
type Statement = Database.Statement<unknown[]>;

let blank: Buffer | null = null;

function blankImage(): Buffer {
  if (blank !== null) return blank;
  const connection = new Database(':memory:');
  const opened = openStore({ connection }, () => new Uint8Array());
  if (!opened.ok) throw new Error(opened.error);
  blank = connection.serialize();
  connection.close();
  return blank;
}

/** A new journal, as the migrations leave it. */
export function newConnection(): Connection {
  return lazily(new Database(blankImage()));
}

/** The same pages in a connection of their own, as a process finds them that opens the database anew. */
export function reopened(connection: Connection): Connection {
  const image = connection.serialize();
  connection.close();
  return lazily(new Database(image));
}

/**
 * The same connection, whose statements are prepared at their first run and not when the repositories are built: a
 * schedule runs a third of them, and preparing the rest would be most of what it costs.
 */
function lazily(connection: Connection): Connection {
  const prepare = (sql: string): Statement => lazyStatement(() => connection.prepare(sql));
  return Object.create(connection, { prepare: { value: prepare } }) as Connection;
}

function lazyStatement(prepare: () => Statement): Statement {
  let made: Statement | null = null;
  let plucks = false;
  const use = (): Statement => {
    if (made === null) {
      made = prepare();
      if (plucks) made.pluck();
    }
    return made;
  };
  const lazy = {
    run: (...values: unknown[]) => use().run(...values),
    get: (...values: unknown[]) => use().get(...values),
    all: (...values: unknown[]) => use().all(...values),
    iterate: (...values: unknown[]) => use().iterate(...values),
    pluck() {
      plucks = true;
      return lazy;
    },
  };
  return lazy as unknown as Statement;
}
