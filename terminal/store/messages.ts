import { formatMessageId, type MessageId, type MessageIdPattern, nextCursor } from '../../common/kernel/message-id.ts';
import { assertInTransaction, type Db } from './database.ts';

export type MessageOutcome = 'ok' | 'refused' | 'notSent' | 'unknown';

/** One message to the centre: what was sent, byte for byte, and what came back. */
export interface MessageRow {
  readonly id: number;
  readonly messageId: MessageId;
  readonly infno: string;
  readonly visitId: number | null;
  readonly request: Uint8Array;
  readonly sends: number;
  readonly outcome: MessageOutcome | null;
  /** The other side's words, or what went wrong on the way; null where it was done. */
  readonly reason: string | null;
  /** Its bodies are hash and amounts only: it is never sent again. */
  readonly reduced: boolean;
}

export interface MessageRows {
  /** The next message id. Its cursor is part of the caller's transaction, so it is durable before the id is used. */
  nextId(institution: string, slot: number, nowMs: number, pattern?: MessageIdPattern): MessageId;
  /** Keeps the exact bytes; they may leave only after the commit. */
  insert(row: {
    readonly messageId: MessageId;
    readonly infno: string;
    readonly visitId: number | null;
    readonly request: Uint8Array;
    readonly nowMs: number;
  }): number;
  /** Keeps an outcome; the newest wins, `sends` counts. */
  answered(
    id: number,
    answer: {
      readonly outcome: MessageOutcome;
      readonly reason: string | null;
      readonly reply: Uint8Array | null;
      readonly nowMs: number;
    },
  ): void;
  get(id: number): MessageRow | null;
  byMessageId(messageId: string): MessageRow | null;
  /** The newest message of this kind for a visit. */
  newest(visitId: number, infno: string): MessageRow | null;
}

interface Raw {
  id: number;
  msgid: string;
  infno: string;
  visit_id: number | null;
  request: Buffer;
  sends: number;
  outcome: MessageOutcome | null;
  reason: string | null;
  reduced: number;
}

function read(raw: Raw | undefined): MessageRow | null {
  if (raw === undefined) return null;
  return {
    id: raw.id,
    messageId: raw.msgid as MessageId,
    infno: raw.infno,
    visitId: raw.visit_id,
    request: raw.request,
    sends: raw.sends,
    outcome: raw.outcome,
    reason: raw.reason,
    reduced: raw.reduced === 1,
  };
}

export function createMessageRows(db: Db): MessageRows {
  const cursor = db.prepare<[], { second: number; counter: number }>('SELECT second, counter FROM message_cursor');
  const keepCursor = db.prepare<[number, number]>(
    `INSERT INTO message_cursor (id, second, counter) VALUES (1, ?, ?)
     ON CONFLICT (id) DO UPDATE SET second = excluded.second, counter = excluded.counter`,
  );
  const insert = db.prepare<[string, string, number | null, Uint8Array, number]>(
    'INSERT INTO message (msgid, infno, visit_id, request, created_at) VALUES (?, ?, ?, ?, ?)',
  );
  const answer = db.prepare<[MessageOutcome, string | null, Uint8Array | null, number, number]>(
    `UPDATE message SET sends = sends + 1, outcome = ?, reason = ?, reply = coalesce(?, reply), answered_at = ?
     WHERE id = ?`,
  );
  const columns = 'id, msgid, infno, visit_id, request, sends, outcome, reason, reduced';
  const byId = db.prepare<[number], Raw>(`SELECT ${columns} FROM message WHERE id = ?`);
  const byMsgid = db.prepare<[string], Raw>(`SELECT ${columns} FROM message WHERE msgid = ?`);
  const newest = db.prepare<[number, string], Raw>(
    `SELECT ${columns} FROM message WHERE visit_id = ? AND infno = ? ORDER BY id DESC LIMIT 1`,
  );
  return {
    nextId(institution, slot, nowMs, pattern) {
      assertInTransaction(db);
      const next = nextCursor(cursor.get() ?? null, nowMs, pattern);
      keepCursor.run(next.second, next.counter);
      return formatMessageId(institution, slot, next, pattern);
    },
    insert(row) {
      assertInTransaction(db);
      return Number(insert.run(row.messageId, row.infno, row.visitId, row.request, row.nowMs).lastInsertRowid);
    },
    answered(id, { outcome, reason, reply, nowMs }) {
      assertInTransaction(db);
      answer.run(outcome, reason, reply, nowMs, id);
    },
    get: (id) => read(byId.get(id)),
    byMessageId: (messageId) => read(byMsgid.get(messageId)),
    newest: (visitId, infno) => read(newest.get(visitId, infno)),
  };
}
