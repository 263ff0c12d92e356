import Database from 'better-sqlite3-multiple-ciphers';

/** The same library, cipher and durability as the product's own `openStore`, for whoever is measured beside it. */
export function openPlain(file: string, key: Uint8Array): Database.Database {
  const db = new Database(file);
  db.pragma("cipher='chacha20'");
  db.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`);
  db.pragma('locking_mode=EXCLUSIVE');
  db.pragma('journal_mode=WAL');
  makeDurable(db);
  db.pragma('foreign_keys=ON');
  db.pragma('trusted_schema=OFF');
  return db;
}

/** WAL with FULL, and proof that it is so: a comparison with something less durable is worth nothing. */
export function makeDurable(db: Database.Database): void {
  db.pragma('synchronous=FULL');
  const is = [db.pragma('journal_mode', { simple: true }), db.pragma('synchronous', { simple: true })];
  if (is[0] !== 'wal' || is[1] !== 2) throw new Error(`bench: not durable: ${is.join(', ')}`);
}
