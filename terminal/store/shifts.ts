import { z } from 'zod';
import { type Split, splitSchema } from '../../common/contracts/session/snapshot.ts';
import { type Fen, fen } from '../../common/kernel/money.ts';
import { assertInTransaction, type Db } from './database.ts';

/** A cashier's shift. Amounts are fen, times ms of the terminal's clock. */
export interface ShiftRow {
  readonly id: number;
  readonly staffId: string;
  readonly float: Fen;
  readonly openedAt: number;
  /** Null while it is open. */
  readonly closed: {
    readonly at: number;
    /** How many of each note and coin, the largest first. */
    readonly pieces: readonly number[];
    readonly counted: Fen;
    readonly expected: Fen;
  } | null;
}

/** One settlement or refund that stands and was begun in a shift. */
export interface ShiftMoney {
  readonly kind: 'settled' | 'refunded';
  readonly insutype: string;
  readonly split: Split;
  /** The person's part went through the external cashier, not through the drawer. */
  readonly external: boolean;
}

export interface ShiftRows {
  /** Opens one; a second open one is refused by the database (it throws). */
  open(row: { readonly staffId: string; readonly float: Fen; readonly nowMs: number }): number;
  close(id: number, how: NonNullable<ShiftRow['closed']>): void;
  current(): ShiftRow | null;
  get(id: number): ShiftRow | null;
  /** Before a settlement of this visit is sent: it belongs to this shift. */
  beginSettlement(shiftId: number, visitId: number, nowMs: number): void;
  /** Before the refund of this settlement is sent. */
  beginRefund(shiftId: number, settlementId: number, nowMs: number): void;
  /** What stands of what was begun in it. */
  money(shiftId: number): readonly ShiftMoney[];
  /** Begun in it, and neither known to stand nor known to be nothing. */
  unknown(shiftId: number): number;
  /** Settlements of it that stand and were not given back. */
  standing(shiftId: number): number;
}

interface Raw {
  id: number;
  staff_id: string;
  float_fen: number;
  opened_at: number;
  closed_at: number | null;
  pieces: string | null;
  counted_fen: number | null;
  expected_fen: number | null;
}

const piecesSchema = z.array(z.int().nonnegative());

function read(raw: Raw): ShiftRow {
  const { closed_at: at, pieces, counted_fen: counted, expected_fen: expected } = raw;
  const closed =
    at === null || pieces === null || counted === null || expected === null
      ? null
      : { at, pieces: piecesSchema.parse(JSON.parse(pieces)), counted: fen(counted), expected: fen(expected) };
  return { id: raw.id, staffId: raw.staff_id, float: fen(raw.float_fen), openedAt: raw.opened_at, closed };
}

interface RawMoney {
  insutype: string;
  split_settled: string;
  external: number;
}

function readMoney(kind: ShiftMoney['kind'], { insutype, split_settled, external }: RawMoney): ShiftMoney {
  return { kind, insutype, split: splitSchema.parse(JSON.parse(split_settled)), external: external === 1 };
}

/** Settlements of a visit that were made after a take, and before the next take of the same visit. */
const MADE = `FROM desk_take t JOIN settlement s ON s.visit_id = t.visit_id AND s.id > t.after_id
  AND NOT EXISTS (SELECT 1 FROM desk_take n WHERE n.visit_id = t.visit_id AND n.id > t.id AND s.id > n.after_id)`;
/** A settlement is given back once; the last take before it was done is the one it belongs to. */
const GIVEN = `FROM desk_take t JOIN refund r ON r.settlement_id = t.refunded_id
  AND NOT EXISTS (SELECT 1 FROM desk_take n WHERE n.refunded_id = t.refunded_id AND n.id > t.id)`;
const EXTERNAL = `EXISTS (SELECT 1 FROM cash_collection c WHERE c.settlement_id = s.id AND c.state = 'collected')`;

export function createShiftRows(db: Db): ShiftRows {
  const columns = 'id, staff_id, float_fen, opened_at, closed_at, pieces, counted_fen, expected_fen';
  const open = db.prepare('INSERT INTO desk_shift (staff_id, open, float_fen, opened_at) VALUES (?, 1, ?, ?)');
  const close = db.prepare(
    `UPDATE desk_shift SET open = NULL, closed_at = ?, pieces = ?, counted_fen = ?, expected_fen = ?
     WHERE id = ? AND open = 1`,
  );
  const current = db.prepare<[], Raw>(`SELECT ${columns} FROM desk_shift WHERE open = 1`);
  const byId = db.prepare<[number], Raw>(`SELECT ${columns} FROM desk_shift WHERE id = ?`);
  const newest = db.prepare<[number], number>('SELECT coalesce(max(id), 0) FROM settlement WHERE visit_id = ?').pluck();
  const take = db.prepare(
    'INSERT INTO desk_take (shift_id, visit_id, refunded_id, after_id, created_at) VALUES (?, ?, ?, ?, ?)',
  );
  const settled = db.prepare<[number], RawMoney>(
    `SELECT v.insutype, s.split_settled, ${EXTERNAL} AS external ${MADE} JOIN visit v ON v.id = s.visit_id
     WHERE t.shift_id = ? AND s.state = 'settled' ORDER BY s.id`,
  );
  const refunded = db.prepare<[number], RawMoney>(
    `SELECT v.insutype, s.split_settled, ${EXTERNAL} AS external ${GIVEN}
       JOIN settlement s ON s.id = t.refunded_id JOIN visit v ON v.id = s.visit_id
     WHERE t.shift_id = ? AND r.state IN ('refunded','done') ORDER BY r.id`,
  );
  const openSettlements = db
    .prepare<[number], number>(
      `SELECT count(*) ${MADE} WHERE t.shift_id = ? AND s.state IN ('intended','unknown','fencing')`,
    )
    .pluck();
  const openRefunds = db
    .prepare<[number], number>(
      `SELECT count(*) ${GIVEN} WHERE t.shift_id = ? AND r.state NOT IN ('refunded','done','kept')`,
    )
    .pluck();
  const standing = db
    .prepare<[number], number>(
      `SELECT count(*) ${MADE} WHERE t.shift_id = ? AND s.state = 'settled'
         AND NOT EXISTS (SELECT 1 FROM refund r WHERE r.settlement_id = s.id AND r.state IN ('refunded','done'))`,
    )
    .pluck();
  const one = (raw: Raw | undefined): ShiftRow | null => (raw === undefined ? null : read(raw));
  return {
    open({ staffId, float, nowMs }) {
      assertInTransaction(db);
      return Number(open.run(staffId, float, nowMs).lastInsertRowid);
    },
    close(id, { at, pieces, counted, expected }) {
      assertInTransaction(db);
      if (close.run(at, JSON.stringify(pieces), counted, expected, id).changes !== 1)
        throw new Error(`store: shift ${id} is not open`);
    },
    current: () => one(current.get()),
    get: (id) => one(byId.get(id)),
    beginSettlement(shiftId, visitId, nowMs) {
      assertInTransaction(db);
      take.run(shiftId, visitId, null, newest.get(visitId) ?? 0, nowMs);
    },
    beginRefund(shiftId, settlementId, nowMs) {
      assertInTransaction(db);
      take.run(shiftId, null, settlementId, 0, nowMs);
    },
    money: (shiftId) => [
      ...settled.all(shiftId).map((raw) => readMoney('settled', raw)),
      ...refunded.all(shiftId).map((raw) => readMoney('refunded', raw)),
    ],
    unknown: (shiftId) => (openSettlements.get(shiftId) ?? 0) + (openRefunds.get(shiftId) ?? 0),
    standing: (shiftId) => standing.get(shiftId) ?? 0,
  };
}
