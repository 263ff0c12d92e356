import type { NotCollected } from '../../common/contracts/session/collection.ts';
import { type Fen, fen } from '../../common/kernel/money.ts';
import { assertInTransaction, type Db } from './database.ts';

/** How a collection ended: taken, under the cashier's number and at its time, or not, and why. */
export type CollectionEnd =
  | { readonly state: 'collected'; readonly reference: string; readonly collectedAt: string }
  | { readonly state: 'notCollected'; readonly because: NotCollected };

export interface CollectionRow {
  readonly id: number;
  readonly settlementId: number;
  readonly key: string;
  readonly amount: Fen;
  /** The exact text of the request. */
  readonly body: string;
  /** `closing`: nobody waits any more; the cashier is asked to end it until it says how it ended. */
  readonly state: 'asked' | 'closing' | 'collected' | 'notCollected';
  /** Null while it is open. */
  readonly end: CollectionEnd | null;
}

export interface CollectionRows {
  /** Stores what will be asked; a second one of the same settlement is refused by the database (it throws). */
  insert(row: Pick<CollectionRow, 'settlementId' | 'key' | 'amount' | 'body'> & { readonly nowMs: number }): number;
  /** From `asked` to `closing`; nothing else moves. */
  closing(id: number, nowMs: number): void;
  /** Ends an open one; false where it had ended: what was answered first stays. */
  finish(id: number, end: CollectionEnd, nowMs: number): boolean;
  get(id: number): CollectionRow | null;
  ofSettlement(settlementId: number): CollectionRow | null;
  open(): readonly CollectionRow[];
}

interface Raw {
  id: number;
  settlement_id: number;
  key: string;
  amount: number;
  body: string;
  state: CollectionRow['state'];
  because: NotCollected | null;
  reference: string | null;
  collected_at: string | null;
}

function endOf({ state, because, reference, collected_at: collectedAt }: Raw): CollectionEnd | null {
  if (state === 'collected' && reference !== null && collectedAt !== null) return { state, reference, collectedAt };
  return state === 'notCollected' && because !== null ? { state, because } : null;
}

function read(raw: Raw): CollectionRow {
  const { id, settlement_id: settlementId, key, amount, body, state } = raw;
  return { id, settlementId, key, amount: fen(amount), body, state, end: endOf(raw) };
}

export function createCollectionRows(db: Db): CollectionRows {
  const insert = db.prepare(
    `INSERT INTO cash_collection (settlement_id, key, amount, body, state, created_at, updated_at)
     VALUES (?, ?, ?, ?, 'asked', ?, ?)`,
  );
  const closing = db.prepare(
    "UPDATE cash_collection SET state = 'closing', updated_at = ? WHERE id = ? AND state = 'asked'",
  );
  const finish = db.prepare(
    `UPDATE cash_collection SET state = ?, because = ?, reference = ?, collected_at = ?, updated_at = ?
     WHERE id = ? AND state IN ('asked','closing')`,
  );
  const columns = 'id, settlement_id, key, amount, body, state, because, reference, collected_at';
  const byId = db.prepare<[number], Raw>(`SELECT ${columns} FROM cash_collection WHERE id = ?`);
  const bySettlement = db.prepare<[number], Raw>(`SELECT ${columns} FROM cash_collection WHERE settlement_id = ?`);
  const open = db.prepare<[], Raw>(
    `SELECT ${columns} FROM cash_collection WHERE state IN ('asked','closing') ORDER BY id`,
  );
  const one = (raw: Raw | undefined): CollectionRow | null => (raw === undefined ? null : read(raw));
  return {
    insert({ settlementId, key, amount, body, nowMs }) {
      assertInTransaction(db);
      return Number(insert.run(settlementId, key, amount, body, nowMs, nowMs).lastInsertRowid);
    },
    closing(id, nowMs) {
      assertInTransaction(db);
      closing.run(nowMs, id);
    },
    finish(id, end, nowMs) {
      assertInTransaction(db);
      const [reference, at] = end.state === 'collected' ? [end.reference, end.collectedAt] : [null, null];
      const because = end.state === 'notCollected' ? end.because : null;
      return finish.run(end.state, because, reference, at, nowMs, id).changes === 1;
    },
    get: (id) => one(byId.get(id)),
    ofSettlement: (settlementId) => one(bySettlement.get(settlementId)),
    open: () => open.all().map(read),
  };
}
