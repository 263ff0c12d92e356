import { assertInTransaction, type Db } from './database.ts';

export type ClientOperation = 'settle' | 'refund';

/** One idempotency key of one client. */
export interface ClientKeyRow {
  readonly id: number;
  readonly client: string;
  readonly key: string;
  readonly operation: ClientOperation;
  /** SHA-256 of what was asked, hex. */
  readonly payload: string;
  /** Empty where a settlement was asked for by a quote that nobody knows. */
  readonly encounterId: string;
  /** The quote to be settled, or the message id of the settlement to be given back. */
  readonly subject: string;
  /** The preparation that the quote is of; null where nobody knows the quote, and of a refund. */
  readonly visitId: number | null;
  /** The newest settlement of all when the key came. */
  readonly afterSettlement: number;
  /** JSON text as it was told; null: no answer is known yet. */
  readonly answer: string | null;
}

export interface ClientKeyRows {
  find(client: string, key: string): ClientKeyRow | null;
  /** Before anything is begun under it. The same key of a client twice is refused by the database (it throws). */
  insert(row: Omit<ClientKeyRow, 'id' | 'afterSettlement' | 'answer'> & { readonly nowMs: number }): ClientKeyRow;
  /** Stores what is told under the key from now on. */
  answer(id: number, answer: string, nowMs: number): void;
  /** Takes a key back under which nothing was begun; one with an answer stays. */
  forget(id: number): void;
  /** Those under which a client asked for one quote to be settled, oldest first. */
  ofQuote(client: string, quote: string): readonly ClientKeyRow[];
  /** Those of an encounter that have no answer, oldest first; null: of all. */
  open(encounterId: string | null): readonly ClientKeyRow[];
  /** The message id of the settlement that was made under the key: the first one of its visit after it. Null: none was. */
  settlementOf(row: Pick<ClientKeyRow, 'visitId' | 'afterSettlement'>): string | null;
}

interface Raw {
  id: number;
  client: string;
  key: string;
  operation: ClientOperation;
  payload: string;
  encounter_id: string;
  subject: string;
  visit_id: number | null;
  after_settlement: number;
  answer: string | null;
}

function read(raw: Raw): ClientKeyRow {
  const { encounter_id: encounterId, visit_id: visitId, after_settlement: afterSettlement, ...row } = raw;
  return { ...row, encounterId, visitId, afterSettlement };
}

const COLUMNS = 'id, client, key, operation, payload, encounter_id, subject, visit_id, after_settlement, answer';

export function createClientKeyRows(db: Db): ClientKeyRows {
  const find = db.prepare<[string, string], Raw>(`SELECT ${COLUMNS} FROM client_key WHERE client = ? AND key = ?`);
  const byId = db.prepare<[number | bigint], Raw>(`SELECT ${COLUMNS} FROM client_key WHERE id = ?`);
  const insert = db.prepare(
    `INSERT INTO client_key (client, key, operation, payload, encounter_id, subject, visit_id, after_settlement, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(id), 0) FROM settlement), ?)`,
  );
  const answer = db.prepare('UPDATE client_key SET answer = ?, answered_at = ? WHERE id = ?');
  const forget = db.prepare('DELETE FROM client_key WHERE id = ? AND answer IS NULL');
  const openOf = db.prepare<[string], Raw>(
    `SELECT ${COLUMNS} FROM client_key WHERE encounter_id = ? AND answer IS NULL ORDER BY id`,
  );
  const open = db.prepare<[], Raw>(`SELECT ${COLUMNS} FROM client_key WHERE answer IS NULL ORDER BY id`);
  const ofQuote = db.prepare<[string, string], Raw>(
    `SELECT ${COLUMNS} FROM client_key WHERE client = ? AND subject = ? AND operation = 'settle' ORDER BY id`,
  );
  const settled = db
    .prepare<[number, number], string>(
      `SELECT m.msgid FROM settlement s JOIN message m ON m.id = s.message_id
       WHERE s.visit_id = ? AND s.id > ? ORDER BY s.id LIMIT 1`,
    )
    .pluck();
  return {
    find(client, key) {
      const raw = find.get(client, key);
      return raw === undefined ? null : read(raw);
    },
    insert({ client, key, operation, payload, encounterId, subject, visitId, nowMs }) {
      assertInTransaction(db);
      const { lastInsertRowid } = insert.run(client, key, operation, payload, encounterId, subject, visitId, nowMs);
      return read(byId.get(lastInsertRowid) as Raw);
    },
    answer(id, text, nowMs) {
      assertInTransaction(db);
      answer.run(text, nowMs, id);
    },
    forget(id) {
      assertInTransaction(db);
      forget.run(id);
    },
    ofQuote: (client, quote) => ofQuote.all(client, quote).map(read),
    open: (encounterId) => (encounterId === null ? open.all() : openOf.all(encounterId)).map(read),
    settlementOf: ({ visitId, afterSettlement }) =>
      visitId === null ? null : (settled.get(visitId, afterSettlement) ?? null),
  };
}
