import { z } from 'zod';
import { type HisEncounter, hisApi, hisEncounterSchema } from '../../common/contracts/his/his.ts';
import { atomicallyIn, cached, insert, openSqlite, type Trial, trialOf } from './open.ts';

/** his.db: encounters as seeded, who holds them, what was settled; and the books, in which each report is an entry. */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS encounters (
  encounter_id TEXT PRIMARY KEY, identity_number TEXT NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL,
  holder TEXT, message_id TEXT, settlement TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS encounters_by_person ON encounters (identity_number);
CREATE TABLE IF NOT EXISTS releases (holder TEXT PRIMARY KEY) STRICT;
CREATE TABLE IF NOT EXISTS bookings (
  id INTEGER PRIMARY KEY, encounter_id TEXT NOT NULL, message_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('settled','refunded')), total TEXT NOT NULL, booked_at INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS bookings_by_message ON bookings (message_id, id);
CREATE TABLE IF NOT EXISTS changes (seq INTEGER PRIMARY KEY AUTOINCREMENT, encounter_id TEXT NOT NULL UNIQUE) STRICT;
CREATE TRIGGER IF NOT EXISTS encounter_new AFTER INSERT ON encounters BEGIN
  INSERT OR REPLACE INTO changes (encounter_id) VALUES (new.encounter_id);
END;
CREATE TRIGGER IF NOT EXISTS encounter_moved AFTER UPDATE ON encounters BEGIN
  INSERT OR REPLACE INTO changes (encounter_id) VALUES (new.encounter_id);
END;
`;

const settlementSchema = hisApi.settled.in;
export type HisSettlement = z.output<typeof settlementSchema>;

const parsedJson = z.string().transform((text): unknown => JSON.parse(text));
const row = z
  .object({
    encounter_id: z.string(),
    identity_number: z.string(),
    name: z.string(),
    body: z.string(),
    holder: z.string().nullable(),
    settlement: parsedJson.pipe(settlementSchema).nullable(),
  })
  .transform((r) => ({
    encounterId: r.encounter_id,
    identityNumber: r.identity_number,
    name: r.name,
    /** Read when it is asked for: who holds an encounter, and whether it is paid, is asked far more often. */
    get encounter(): HisEncounter {
      return hisEncounterSchema.parse(JSON.parse(r.body));
    },
    holder: r.holder,
    settlement: r.settlement,
  }));
export type HisRow = z.output<typeof row>;

const withSeq = z.object({ seq: z.number() });

const bookingRow = z
  .object({
    encounter_id: z.string(),
    message_id: z.string(),
    kind: z.enum(['settled', 'refunded']),
    total: z.string(),
    booked_at: z.number(),
  })
  .transform((r) => ({
    encounterId: r.encounter_id,
    messageId: r.message_id,
    kind: r.kind,
    total: r.total,
    bookedAt: r.booked_at,
  }));
/** One entry of the HIS's books; the same message twice is money counted twice. `bookedAt`: ms. */
export type HisBooking = z.output<typeof bookingRow>;

export interface HisStore {
  atomically<T>(work: () => T): T;
  put(entry: Pick<HisRow, 'identityNumber' | 'name' | 'encounter'>): void;
  find(encounterId: string): HisRow | null;
  /** What the hospital itself changes of an encounter; hold, settlement and books stay. */
  change(encounter: HisEncounter): void;
  byPerson(identityNumber: string): readonly HisRow[];
  all(): readonly HisRow[];
  /** Encounters that changed after this count of changes, in their order. */
  changed(after: number, limit: number): readonly { readonly seq: number; readonly row: HisRow }[];
  setHolder(encounterId: string, holder: string | null): void;
  /** A holder that has given its encounter back; whether one has. */
  release(holder: string): void;
  isReleased(holder: string): boolean;
  /** Marks as settled and ends the hold. */
  settle(settlement: HisSettlement): void;
  /** Unpaid again. */
  unsettle(encounterId: string): void;
  book(booking: HisBooking): void;
  /** Entries of a message, oldest first; all entries without one. */
  bookings(messageId?: string): readonly HisBooking[];
  reset(): void;
  readonly trial: Trial;
  close(): void;
}

/** Opens his.db, or ":memory:". */
export function openHisStore(place: string): HisStore {
  const db = openSqlite(place, SCHEMA);
  const rows = (sql: string, ...values: string[]): HisRow[] =>
    cached(db, sql)
      .all(...values)
      .map((found) => row.parse(found));
  return {
    atomically: atomicallyIn(db),
    put({ identityNumber, name, encounter }) {
      const values = { encounter_id: encounter.encounterId, identity_number: identityNumber, name };
      const fresh = { ...values, body: JSON.stringify(encounter), holder: null, message_id: null, settlement: null };
      cached(db, 'DELETE FROM encounters WHERE encounter_id = ?').run(encounter.encounterId);
      cached(db, 'DELETE FROM bookings WHERE encounter_id = ?').run(encounter.encounterId);
      insert(db, 'encounters', fresh);
    },
    change(encounter) {
      const sql = 'UPDATE encounters SET body = ? WHERE encounter_id = ?';
      cached(db, sql).run(JSON.stringify(encounter), encounter.encounterId);
    },
    find: (encounterId) => rows('SELECT * FROM encounters WHERE encounter_id = ?', encounterId)[0] ?? null,
    byPerson: (identity) => rows('SELECT * FROM encounters WHERE identity_number = ? ORDER BY rowid', identity),
    all: () => rows('SELECT * FROM encounters ORDER BY rowid'),
    changed: (after, limit) =>
      cached(
        db,
        'SELECT c.seq, e.* FROM changes c JOIN encounters e USING (encounter_id) WHERE c.seq > ? ORDER BY c.seq LIMIT ?',
      )
        .all(after, limit)
        .map((found) => ({ seq: withSeq.parse(found).seq, row: row.parse(found) })),
    setHolder(encounterId, holder) {
      cached(db, 'UPDATE encounters SET holder = ? WHERE encounter_id = ?').run(holder, encounterId);
    },
    release(holder) {
      insert(db, 'releases', { holder }, 'ON CONFLICT DO NOTHING');
    },
    isReleased: (holder) => cached(db, 'SELECT 1 FROM releases WHERE holder = ?').get(holder) !== undefined,
    settle(settlement) {
      const sql = 'UPDATE encounters SET holder = NULL, message_id = ?, settlement = ? WHERE encounter_id = ?';
      cached(db, sql).run(settlement.messageId, JSON.stringify(settlement), settlement.encounterId);
    },
    unsettle(encounterId) {
      const sql = 'UPDATE encounters SET message_id = NULL, settlement = NULL WHERE encounter_id = ?';
      cached(db, sql).run(encounterId);
    },
    book({ encounterId, messageId, kind, total, bookedAt }) {
      const entry = { encounter_id: encounterId, message_id: messageId, kind, total, booked_at: bookedAt };
      insert(db, 'bookings', entry);
    },
    bookings(messageId) {
      const found =
        messageId === undefined
          ? cached(db, 'SELECT * FROM bookings ORDER BY id').all()
          : cached(db, 'SELECT * FROM bookings WHERE message_id = ? ORDER BY id').all(messageId);
      return found.map((entry) => bookingRow.parse(entry));
    },
    reset() {
      db.exec('DELETE FROM encounters; DELETE FROM bookings; DELETE FROM releases');
    },
    trial: trialOf(db),
    close() {
      db.close();
    },
  };
}
