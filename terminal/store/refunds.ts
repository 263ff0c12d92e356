import { assertInTransaction, createChanger, type Db } from './database.ts';

/** States of a refund (`terminal/settlement/refund/reducer.ts` has their meaning and their transitions). */
export type RefundState = 'ready' | 'intended' | 'unknown' | 'fencing' | 'stopped' | 'refunded' | 'done' | 'kept';

/** Why a settlement is given back. `desk`: one person asked for it, at the desk or through the hospital's own system. */
export type RefundCause = 'after-session' | 'late-reply' | 'difference' | 'staff' | 'desk';

/**
 * How far a settlement is undone at the centre. Of a visit always to its `admission`: 2208, 2205, 2202. Of a stay that is
 * to be settled anew only the `settlement` (2305), or its `discharge` too (2405).
 */
export type RefundUntil = 'settlement' | 'discharge' | 'admission';

export interface RefundRow {
  readonly id: number;
  readonly settlementId: number;
  readonly encounterId: string;
  /** The settlement's own number at the centre. */
  readonly setlId: string;
  readonly cause: RefundCause;
  /** Who asked for it, as staff ids; null where the profile did. For the `desk`: a staff id, or the name of a client. */
  readonly by: string | null;
  readonly second: string | null;
  readonly until: RefundUntil;
  readonly state: RefundState;
  /** The newest 2208. */
  readonly messageRow: number | null;
  readonly messageId: string | null;
  readonly fenceMessageRow: number | null;
  /** Rounds that did not bring it further. */
  readonly rounds: number;
  /** 2208 made so far, and rounds whose answer led nowhere. */
  readonly tries: number;
  /** The refund's own number at the centre, where its answer came. */
  readonly refundSetlId: string | null;
  readonly refundedAt: string | null;
  readonly foundBy: 'answer' | '5203' | null;
}

/** What a transition may change; absent fields stay. */
export interface RefundChange {
  readonly state?: RefundState;
  readonly messageRow?: number;
  readonly fenceMessageRow?: number | null;
  readonly rounds?: number;
  readonly tries?: number;
  /** Who asks for it, of one that is taken up again. */
  readonly order?: Pick<RefundRow, 'setlId' | 'cause' | 'by' | 'second'> & { readonly until?: RefundUntil };
  readonly refunded?: {
    readonly refundSetlId: string | null;
    readonly refundedAt: string;
    readonly foundBy: 'answer' | '5203';
  };
}

export interface RefundRows {
  /** Begins a refund as `ready`; a second one of the same settlement is refused by the database (it throws). */
  insert(row: {
    readonly settlementId: number;
    readonly encounterId: string;
    readonly setlId: string;
    readonly cause: RefundCause;
    readonly by: string | null;
    readonly second: string | null;
    /** Missing: all of it. */
    readonly until?: RefundUntil;
    readonly nowMs: number;
  }): number;
  change(id: number, change: RefundChange, nowMs: number): void;
  get(id: number): RefundRow | null;
  ofSettlement(settlementId: number): RefundRow | null;
  /** Refunds of this encounter that are neither done nor given up. */
  openOfEncounter(encounterId: string): readonly RefundRow[];
  /** All that are neither done nor given up. */
  open(): readonly RefundRow[];
}

interface Raw {
  id: number;
  settlement_id: number;
  encounter_id: string;
  setl_id: string;
  cause: RefundCause;
  asked_by: string | null;
  asked_second: string | null;
  until: RefundUntil;
  state: RefundState;
  message_id: number | null;
  msgid: string | null;
  fence_message_id: number | null;
  rounds: number;
  tries: number;
  refund_setl_id: string | null;
  refunded_at: string | null;
  found_by: 'answer' | '5203' | null;
}

function read(raw: Raw): RefundRow {
  return {
    id: raw.id,
    settlementId: raw.settlement_id,
    encounterId: raw.encounter_id,
    setlId: raw.setl_id,
    cause: raw.cause,
    by: raw.asked_by,
    second: raw.asked_second,
    until: raw.until,
    state: raw.state,
    messageRow: raw.message_id,
    messageId: raw.msgid,
    fenceMessageRow: raw.fence_message_id,
    rounds: raw.rounds,
    tries: raw.tries,
    refundSetlId: raw.refund_setl_id,
    refundedAt: raw.refunded_at,
    foundBy: raw.found_by,
  };
}

function columnsOf(change: RefundChange): Record<string, string | number | null> {
  const columns: Record<string, string | number | null> = {};
  if (change.state !== undefined) columns['state'] = change.state;
  if (change.messageRow !== undefined) columns['message_id'] = change.messageRow;
  if (change.fenceMessageRow !== undefined) columns['fence_message_id'] = change.fenceMessageRow;
  if (change.rounds !== undefined) columns['rounds'] = change.rounds;
  if (change.tries !== undefined) columns['tries'] = change.tries;
  if (change.order !== undefined) {
    columns['setl_id'] = change.order.setlId;
    columns['cause'] = change.order.cause;
    columns['asked_by'] = change.order.by;
    columns['asked_second'] = change.order.second;
    columns['until'] = change.order.until ?? 'admission';
  }
  if (change.refunded !== undefined) {
    columns['refund_setl_id'] = change.refunded.refundSetlId;
    columns['refunded_at'] = change.refunded.refundedAt;
    columns['found_by'] = change.refunded.foundBy;
  }
  return columns;
}

const FROM = 'SELECT r.*, m.msgid AS msgid FROM refund r LEFT JOIN message m ON m.id = r.message_id';
const OPEN = "r.state NOT IN ('done','kept')";

export function createRefundRows(db: Db): RefundRows {
  const changeRow = createChanger(db, 'refund');
  const insert = db.prepare(
    `INSERT INTO refund (settlement_id, encounter_id, setl_id, cause, asked_by, asked_second, until, state, created_at,
       updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'ready', ?, ?)`,
  );
  const byId = db.prepare<[number], Raw>(`${FROM} WHERE r.id = ?`);
  const bySettlement = db.prepare<[number], Raw>(`${FROM} WHERE r.settlement_id = ?`);
  const byEncounter = db.prepare<[string], Raw>(`${FROM} WHERE r.encounter_id = ? AND ${OPEN} ORDER BY r.id`);
  const open = db.prepare<[], Raw>(`${FROM} WHERE ${OPEN} ORDER BY r.id`);
  const one = (raw: Raw | undefined): RefundRow | null => (raw === undefined ? null : read(raw));
  return {
    insert({ settlementId, encounterId, setlId, cause, by, second, until = 'admission', nowMs }) {
      assertInTransaction(db);
      const made = insert.run(settlementId, encounterId, setlId, cause, by, second, until, nowMs, nowMs);
      return Number(made.lastInsertRowid);
    },
    change(id, change, nowMs) {
      assertInTransaction(db);
      changeRow(id, { ...columnsOf(change), updated_at: nowMs });
    },
    get: (id) => one(byId.get(id)),
    ofSettlement: (settlementId) => one(bySettlement.get(settlementId)),
    openOfEncounter: (encounterId) => byEncounter.all(encounterId).map(read),
    open: () => open.all().map(read),
  };
}
