import { randomBytes } from 'node:crypto';
import { outbox as tables } from '../../terminal/store/migrations/002-outbox.ts';
import { openPlain } from './connection.ts';
import { type Contender, payload } from './contender.ts';

/** SQLite with nothing around it: our table with its UNIQUE random key and its indexes, one prepared insert a row. */
export function openBare(file: string, key: Uint8Array): Contender {
  const db = openPlain(file, key);
  db.exec(tables);
  const insert = db.prepare(
    `INSERT INTO outbox (key, destination, kind, grp, state, head, body, occurred_at, created_at, next_at)
     VALUES (?, 'operator', 'settlement', ?, 'waiting', 1, ?, '2026-03-02 09:00:00', ?, ?)`,
  );
  return {
    enqueue(number) {
      const body = payload(number);
      insert.run(randomBytes(16).toString('hex'), body['encounterId'], JSON.stringify(body), number, number);
    },
    drain: async () => {},
    finished: () => 0,
    close: () => {
      db.close();
    },
  };
}
