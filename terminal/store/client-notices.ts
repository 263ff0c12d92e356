import { assertInTransaction, type Db } from './database.ts';

export type ClientNoticeKind = 'settled' | 'released' | 'refunded';

/** What a client of the HIS API is told of an encounter that it brought. `body` is JSON text of contracts/his. */
export interface ClientNoticeRow {
  readonly id: number;
  readonly kind: ClientNoticeKind;
  readonly encounterId: string;
  /** A message id, or a holder. */
  readonly subject: string;
  readonly body: string;
  readonly createdAt: number;
  readonly acked: boolean;
}

export interface ClientNoticeRows {
  /** False where it is there already: `subject` (a message id, or a holder) is told once per kind. */
  insert(row: {
    readonly client: string;
    readonly kind: ClientNoticeKind;
    readonly encounterId: string;
    readonly subject: string;
    readonly body: string;
    readonly nowMs: number;
  }): boolean;
  has(kind: ClientNoticeKind, subject: string): boolean;
  /** A client's own after a number, oldest first; `all`: also those that it has acknowledged. */
  list(client: string, after: number, limit: number, all: boolean): readonly ClientNoticeRow[];
  /** Null: this client has no such notice. Acknowledging again changes nothing. */
  ack(id: number, client: string, nowMs: number): ClientNoticeRow | null;
  /** Written at or before a moment, not acknowledged, and nobody called about it; oldest first but `skip`, a hundred at most. */
  waiting(
    beforeMs: number,
    skip: number,
  ): readonly { readonly id: number; readonly kind: ClientNoticeKind; readonly subject: string }[];
  /** Nobody is called about it again. */
  called(id: number, nowMs: number): void;
  /** Somebody was called about it, and its client has not acknowledged it. */
  isMissed(kind: ClientNoticeKind, subject: string): boolean;
}

interface Raw {
  id: number;
  kind: ClientNoticeKind;
  encounter_id: string;
  subject: string;
  body: string;
  created_at: number;
  acked_at: number | null;
}

function read({ encounter_id: encounterId, created_at: createdAt, acked_at, ...raw }: Raw): ClientNoticeRow {
  return { ...raw, encounterId, createdAt, acked: acked_at !== null };
}

const COLUMNS = 'id, kind, encounter_id, subject, body, created_at, acked_at';

export function createClientNoticeRows(db: Db): ClientNoticeRows {
  const insert = db.prepare(
    `INSERT INTO client_notice (client, kind, encounter_id, subject, body, created_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (kind, subject) DO NOTHING`,
  );
  const has = db.prepare<[string, string], 1>('SELECT 1 FROM client_notice WHERE kind = ? AND subject = ?').pluck();
  const all = db.prepare<[string, number, number], Raw>(
    `SELECT ${COLUMNS} FROM client_notice WHERE client = ? AND id > ? ORDER BY id LIMIT 0 + ?`,
  );
  const open = db.prepare<[string, number, number], Raw>(
    `SELECT ${COLUMNS} FROM client_notice WHERE client = ? AND id > ? AND acked_at IS NULL ORDER BY id LIMIT 0 + ?`,
  );
  const ack = db.prepare('UPDATE client_notice SET acked_at = ? WHERE id = ? AND client = ? AND acked_at IS NULL');
  const waiting = db.prepare<[number, number], { id: number; kind: ClientNoticeKind; subject: string }>(
    `SELECT id, kind, subject FROM client_notice INDEXED BY client_notice_waiting
     WHERE acked_at IS NULL AND called_at IS NULL AND created_at <= ? ORDER BY created_at, id LIMIT 100 OFFSET ?`,
  );
  const called = db.prepare('UPDATE client_notice SET called_at = ? WHERE id = ?');
  const missed = db
    .prepare<[string, string], 1>(
      `SELECT 1 FROM client_notice WHERE kind = ? AND subject = ? AND called_at IS NOT NULL AND acked_at IS NULL`,
    )
    .pluck();
  const one = db.prepare<[number, string], Raw>(`SELECT ${COLUMNS} FROM client_notice WHERE id = ? AND client = ?`);
  return {
    insert({ client, kind, encounterId, subject, body, nowMs }) {
      assertInTransaction(db);
      return insert.run(client, kind, encounterId, subject, body, nowMs).changes === 1;
    },
    has: (kind, subject) => has.get(kind, subject) !== undefined,
    list: (client, after, limit, withAcked) => (withAcked ? all : open).all(client, after, limit).map(read),
    ack(id, client, nowMs) {
      assertInTransaction(db);
      ack.run(nowMs, id, client);
      const raw = one.get(id, client);
      return raw === undefined ? null : read(raw);
    },
    waiting: (before, skip) => waiting.all(before, skip),
    isMissed: (kind, subject) => missed.get(kind, subject) !== undefined,
    called(id, nowMs) {
      assertInTransaction(db);
      called.run(nowMs, id);
    },
  };
}
