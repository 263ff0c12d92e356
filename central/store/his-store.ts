import { z } from 'zod';
import { hisApi, hisEncounterSchema } from '../../common/contracts/his/his.ts';
import { cached, insert, openSqlite } from './open.ts';

/** his.db: encounters as seeded, who holds them, what was settled. */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS encounters (
  encounter_id TEXT PRIMARY KEY, identity_number TEXT NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL,
  holder TEXT, message_id TEXT, settlement TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS encounters_by_person ON encounters (identity_number);
`;

const settlementSchema = hisApi.settled.in;
export type HisSettlement = z.output<typeof settlementSchema>;

const parsedJson = z.string().transform((text): unknown => JSON.parse(text));
const row = z
  .object({
    encounter_id: z.string(),
    identity_number: z.string(),
    name: z.string(),
    body: parsedJson.pipe(hisEncounterSchema),
    holder: z.string().nullable(),
    settlement: parsedJson.pipe(settlementSchema).nullable(),
  })
  .transform((r) => ({
    encounterId: r.encounter_id,
    identityNumber: r.identity_number,
    name: r.name,
    encounter: r.body,
    holder: r.holder,
    settlement: r.settlement,
  }));
export type HisRow = z.output<typeof row>;

export interface HisStore {
  atomically<T>(work: () => T): T;
  put(entry: Pick<HisRow, 'identityNumber' | 'name' | 'encounter'>): void;
  find(encounterId: string): HisRow | null;
  byPerson(identityNumber: string): readonly HisRow[];
  all(): readonly HisRow[];
  setHolder(encounterId: string, holder: string | null): void;
  /** Marks as settled and ends the hold. */
  settle(settlement: HisSettlement): void;
  reset(): void;
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
    atomically: (work) => db.transaction(work).immediate(),
    put({ identityNumber, name, encounter }) {
      const values = { encounter_id: encounter.encounterId, identity_number: identityNumber, name };
      const fresh = { ...values, body: JSON.stringify(encounter), holder: null, message_id: null, settlement: null };
      cached(db, 'DELETE FROM encounters WHERE encounter_id = ?').run(encounter.encounterId);
      insert(db, 'encounters', fresh);
    },
    find: (encounterId) => rows('SELECT * FROM encounters WHERE encounter_id = ?', encounterId)[0] ?? null,
    byPerson: (identity) => rows('SELECT * FROM encounters WHERE identity_number = ? ORDER BY rowid', identity),
    all: () => rows('SELECT * FROM encounters ORDER BY rowid'),
    setHolder(encounterId, holder) {
      cached(db, 'UPDATE encounters SET holder = ? WHERE encounter_id = ?').run(holder, encounterId);
    },
    settle(settlement) {
      const sql = 'UPDATE encounters SET holder = NULL, message_id = ?, settlement = ? WHERE encounter_id = ?';
      cached(db, sql).run(settlement.messageId, JSON.stringify(settlement), settlement.encounterId);
    },
    reset() {
      db.exec('DELETE FROM encounters');
    },
    close() {
      db.close();
    },
  };
}
