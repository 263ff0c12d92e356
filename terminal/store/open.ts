import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FailureCode } from '../../common/contracts/failures.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import { connect, type Db, SqliteError } from './database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { areInPlace, copyOpenFiles, rememberOpenFiles } from './rescue.ts';
import { createStore, type PlaceView, type Store } from './store.ts';

/**
 * Where the database lives. In memory it is not encrypted (the library refuses a key there) and nothing survives, but
 * in a `connection` of the caller's: a plain database in memory that outlives the store for as long as the caller likes.
 */
export type Place = { readonly file: string } | { readonly memory: true } | { readonly connection: Db };

/** Hands over the raw 32-byte key of the file; asked once, and only for a file. The key is never written anywhere. */
export type KeyProvider = () => Uint8Array;

export type StoreFailure = Extract<FailureCode, `STORE_${string}`>;

export interface OpenOptions {
  /** How long another owner's lock is waited for, ms; a predecessor that is just being killed needs a moment. */
  readonly lockMs?: number;
  /** For tests: another list of migrations. */
  readonly migrations?: readonly string[];
}

/** SQLite before this loses or corrupts commits when a WAL is reset under a race (risks 1.1). */
const OLDEST_SQLITE = [3, 51, 3] as const;

/**
 * The only way to a database (DESIGN §4, Store): ChaCha20-Poly1305 over the file, WAL, `synchronous=FULL`, foreign
 * keys, an exclusive lock held for as long as it is open, migrations. Fails with STORE_LOCKED (another process owns
 * it), STORE_KEY (not this key, or no such database), STORE_CORRUPT, STORE_NEWER, STORE_FULL, STORE_IO (the disk does
 * not read or write); nothing is ever deleted or made anew on a surprise.
 */
export function openStore(
  place: Place,
  keyProvider: KeyProvider,
  options: OpenOptions = {},
): Result<Store, StoreFailure> {
  let db: Db | null = null;
  try {
    db =
      'connection' in place
        ? place.connection
        : connect('file' in place ? place.file : ':memory:', options.lockMs ?? 1500);
    if ('file' in place) unlock(db, keyProvider());
    prepare(db, 'file' in place);
    if (!migrate(db, options.migrations ?? migrations)) {
      db.close();
      return err('STORE_NEWER');
    }
    return ok(createStore(db, 'file' in place ? viewOf(place.file) : IN_MEMORY));
  } catch (cause) {
    db?.close();
    const failure = storeFailure(cause);
    if (failure === null) throw cause;
    return err(failure);
  }
}

/** Cipher, then key, then everything else: the order that the library demands. */
function unlock(db: Db, key: Uint8Array): void {
  if (key.length !== 32) throw new RangeError('store: the key must be 32 bytes');
  db.pragma("cipher='chacha20'");
  db.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`);
}

function prepare(db: Db, isFile: boolean): void {
  if (isFile) {
    // Before the first look at the WAL: the lock is the operating system's, so it dies with its process, even by
    // SIGKILL, and there is no shared-memory file that a second process could map.
    db.pragma('locking_mode=EXCLUSIVE');
    db.pragma('journal_mode=WAL');
  }
  db.pragma('synchronous=FULL');
  db.pragma('foreign_keys=ON');
  db.pragma('trusted_schema=OFF');
  // Takes the exclusive lock now, not at the first write, and reads a page, which finds a wrong key.
  db.exec('BEGIN EXCLUSIVE; COMMIT');
  db.prepare('SELECT count(*) FROM sqlite_schema').get();
  if (isFile && db.pragma('quick_check(1)', { simple: true }) !== 'ok')
    throw new SqliteError('damaged', 'SQLITE_CORRUPT');
  assertSettings(db, isFile);
}

/** What durability rests on is checked on the live connection, so that no build or platform can quietly differ. */
function assertSettings(db: Db, isFile: boolean): void {
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get());
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const [a, b, c] = OLDEST_SQLITE;
  const recent = major !== a ? major > a : minor !== b ? minor > b : patch >= c;
  if (!recent) throw new Error(`store: SQLite ${version} is older than ${OLDEST_SQLITE.join('.')}`);
  if (db.pragma('synchronous', { simple: true }) !== 2) throw new Error('store: synchronous is not FULL');
  if (db.pragma('foreign_keys', { simple: true }) !== 1) throw new Error('store: foreign keys are off');
  if (!isFile) return;
  if (db.pragma('journal_mode', { simple: true }) !== 'wal') throw new Error('store: the journal is not a WAL');
  if (db.pragma('cipher', { simple: true }) !== 'chacha20') throw new Error('store: the cipher is not ChaCha20');
}

const IN_MEMORY: PlaceView = {
  freeBytes: () => Number.POSITIVE_INFINITY,
  gone: () => false,
  copyOpenFiles: () => false,
};

/** Looks at the open file without opening it again: closing a second handle would drop our own lock (POSIX). */
function viewOf(file: string): PlaceView {
  const files = rememberOpenFiles(file);
  return {
    freeBytes() {
      const { bavail, bsize } = statfsSync(dirname(file));
      return bavail * bsize;
    },
    gone: () => !areInPlace(files),
    copyOpenFiles: (to) => copyOpenFiles(files, to),
  };
}

/** What SQLite says of a statement that is wrong: no disk did that, whatever it costs. */
const OURS = /^SQLITE_(ERROR|CONSTRAINT|MISUSE|RANGE|MISMATCH|TOOBIG|INTERNAL)/;

/** The failure of the database that an error of SQLite means; null where it is a bug of ours. */
export function storeFailure(cause: unknown): StoreFailure | null {
  if (!(cause instanceof SqliteError)) return null;
  if (cause.code.startsWith('SQLITE_BUSY') || cause.code.startsWith('SQLITE_LOCKED')) return 'STORE_LOCKED';
  if (cause.code === 'SQLITE_NOTADB') return 'STORE_KEY';
  if (cause.code === 'SQLITE_FULL') return 'STORE_FULL';
  if (cause.code.startsWith('SQLITE_CORRUPT')) return 'STORE_CORRUPT';
  if (OURS.test(cause.code)) return null;
  // A file that does not read is not a damaged one: it is not set aside, and may be there again in a moment.
  return 'STORE_IO';
}
