import { assertInTransaction, type Db } from './database.ts';

/** An encounter that a client of the HIS API brought: its own HIS, as far as hold, settled and refunded go. */
export interface ClientBillRow {
  readonly encounterId: string;
  readonly client: string;
  /** The preparation that has it now. */
  readonly holder: string | null;
  /** The message id of the settlement that stands. */
  readonly settledBy: string | null;
}

export interface ClientBillRows {
  get(encounterId: string): ClientBillRow | null;
  /** The encounter is this client's from now on. */
  put(encounterId: string, client: string, nowMs: number): void;
  /** It is nobody's: the outside HIS's again. */
  drop(encounterId: string): void;
  change(encounterId: string, change: Pick<ClientBillRow, 'holder' | 'settledBy'>, nowMs: number): void;
}

interface Raw {
  encounter_id: string;
  client: string;
  holder: string | null;
  settled_by: string | null;
}

export function createClientBillRows(db: Db): ClientBillRows {
  const get = db.prepare<[string], Raw>(
    'SELECT encounter_id, client, holder, settled_by FROM client_bill WHERE encounter_id = ?',
  );
  const put = db.prepare(
    `INSERT INTO client_bill (encounter_id, client, created_at, updated_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (encounter_id) DO UPDATE SET client = excluded.client, updated_at = excluded.updated_at`,
  );
  const drop = db.prepare('DELETE FROM client_bill WHERE encounter_id = ?');
  const change = db.prepare('UPDATE client_bill SET holder = ?, settled_by = ?, updated_at = ? WHERE encounter_id = ?');
  return {
    get(encounterId) {
      const raw = get.get(encounterId);
      if (raw === undefined) return null;
      return { encounterId, client: raw.client, holder: raw.holder, settledBy: raw.settled_by };
    },
    put(encounterId, client, nowMs) {
      assertInTransaction(db);
      put.run(encounterId, client, nowMs, nowMs);
    },
    drop(encounterId) {
      assertInTransaction(db);
      drop.run(encounterId);
    },
    change(encounterId, { holder, settledBy }, nowMs) {
      assertInTransaction(db);
      change.run(holder, settledBy, nowMs, encounterId);
    },
  };
}
