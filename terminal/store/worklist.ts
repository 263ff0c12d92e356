import {
  type WorklistDetail,
  type WorklistKind,
  type WorklistResolution,
  type WorklistRow,
  worklistDetailSchema,
  worklistRowSchema,
} from '../../common/contracts/worklist.ts';
import { assertInTransaction, type Db } from './database.ts';

export type { WorklistRow } from '../../common/contracts/worklist.ts';

export interface OpenWork {
  readonly kind: WorklistKind;
  readonly subject: string;
  readonly encounterId: string | null;
  readonly settlementId: number | null;
  readonly amountFen: number | null;
  readonly detail: WorklistDetail;
  readonly nowMs: number;
}

export interface WorklistRows {
  /** Opens a row, or keeps the one that is open for this kind and subject. Returns its id and whether it is new. */
  open(work: OpenWork): { readonly id: number; readonly fresh: boolean };
  /**
   * Ends a row by a person's word. False where it is not open. `by` and `second` are staff ids; a resolution about
   * money without two different ones is refused by the database (it throws).
   */
  resolve(
    id: number,
    act: {
      readonly resolution: Exclude<WorklistResolution, 'ended'>;
      readonly by: string;
      readonly second: string | null;
      readonly reason: string;
      readonly nowMs: number;
    },
  ): boolean;
  /** The matter ended by itself: closes its open row as `ended`. Returns its id, or null where none was open. */
  end(kind: WorklistKind, subject: string, nowMs: number): number | null;
  get(id: number): WorklistRow | null;
  /** The open row of a matter. */
  find(kind: WorklistKind, subject: string): WorklistRow | null;
  /** Open rows about an encounter. */
  ofEncounter(encounterId: string): readonly WorklistRow[];
  /** Open rows about a settlement. */
  ofSettlement(settlementId: number): readonly WorklistRow[];
  /** All rows about a settlement, open and closed. */
  everOfSettlement(settlementId: number): readonly WorklistRow[];
  /** Open rows oldest first, or all of them newest first. */
  list(which: 'open' | 'all', limit: number): readonly WorklistRow[];
  countOpen(): number;
}

interface Raw {
  id: number;
  kind: string;
  subject: string;
  encounter_id: string | null;
  settlement_id: number | null;
  amount_fen: number | null;
  detail: string;
  opened_at: number;
  resolution: string | null;
  resolved_by: string | null;
  resolved_second: string | null;
  reason: string | null;
  resolved_at: number | null;
}

function read(raw: Raw): WorklistRow {
  return worklistRowSchema.parse({
    id: raw.id,
    kind: raw.kind,
    subject: raw.subject,
    encounterId: raw.encounter_id,
    settlementId: raw.settlement_id,
    amountFen: raw.amount_fen,
    detail: JSON.parse(raw.detail),
    openedAt: raw.opened_at,
    resolution: raw.resolution,
    by: raw.resolved_by,
    second: raw.resolved_second,
    reason: raw.reason,
    resolvedAt: raw.resolved_at,
  });
}

export function createWorklistRows(db: Db): WorklistRows {
  const insert = db
    .prepare<unknown[], number>(
      `INSERT INTO worklist (kind, subject, encounter_id, settlement_id, amount_fen, detail, opened_at)
       VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (kind, subject) WHERE resolution IS NULL DO NOTHING RETURNING id`,
    )
    .pluck();
  const resolve = db.prepare(
    `UPDATE worklist SET resolution = ?, resolved_by = ?, resolved_second = ?, reason = ?, resolved_at = ?
     WHERE id = ? AND resolution IS NULL`,
  );
  // Looked for first: most that are ended are not there, and a look costs less than a change of nothing.
  const toEnd = db
    .prepare<[string, string], number>(
      'SELECT id FROM worklist INDEXED BY worklist_one_open WHERE kind = ? AND subject = ? AND resolution IS NULL',
    )
    .pluck();
  const end = db.prepare<[number, number]>("UPDATE worklist SET resolution = 'ended', resolved_at = ? WHERE id = ?");
  const byId = db.prepare<[number], Raw>('SELECT * FROM worklist WHERE id = ?');
  const found = db.prepare<[string, string], Raw>(
    'SELECT * FROM worklist INDEXED BY worklist_one_open WHERE kind = ? AND subject = ? AND resolution IS NULL',
  );
  const ofEncounter = db.prepare<[string], Raw>(
    'SELECT * FROM worklist WHERE encounter_id = ? AND resolution IS NULL ORDER BY id',
  );
  const ofSettlement = db.prepare<[number], Raw>(
    'SELECT * FROM worklist WHERE settlement_id = ? AND resolution IS NULL ORDER BY id',
  );
  const everOfSettlement = db.prepare<[number], Raw>('SELECT * FROM worklist WHERE settlement_id = ? ORDER BY id');
  const listOpen = db.prepare<[number], Raw>('SELECT * FROM worklist WHERE resolution IS NULL ORDER BY id LIMIT 0 + ?');
  const listAll = db.prepare<[number], Raw>('SELECT * FROM worklist ORDER BY id DESC LIMIT 0 + ?');
  const count = db.prepare<[], number>('SELECT count(*) FROM worklist WHERE resolution IS NULL').pluck();
  const one = (raw: Raw | undefined): WorklistRow | null => (raw === undefined ? null : read(raw));
  return {
    open({ kind, subject, encounterId, settlementId, amountFen, detail, nowMs }) {
      assertInTransaction(db);
      const text = JSON.stringify(worklistDetailSchema.parse(detail));
      const id = insert.get(kind, subject, encounterId, settlementId, amountFen, text, nowMs);
      if (id !== undefined) return { id, fresh: true };
      const row = found.get(kind, subject);
      if (row === undefined) throw new Error('store: a work-list row that is neither new nor there');
      return { id: row.id, fresh: false };
    },
    resolve(id, { resolution, by, second, reason, nowMs }) {
      assertInTransaction(db);
      return resolve.run(resolution, by, second, reason, nowMs, id).changes === 1;
    },
    end(kind, subject, nowMs) {
      assertInTransaction(db);
      const id = toEnd.get(kind, subject);
      if (id === undefined) return null;
      end.run(nowMs, id);
      return id;
    },
    get: (id) => one(byId.get(id)),
    find: (kind, subject) => one(found.get(kind, subject)),
    ofEncounter: (encounterId) => ofEncounter.all(encounterId).map(read),
    ofSettlement: (settlementId) => ofSettlement.all(settlementId).map(read),
    everOfSettlement: (settlementId) => everOfSettlement.all(settlementId).map(read),
    list: (which, limit) => (which === 'open' ? listOpen : listAll).all(limit).map(read),
    countOpen: () => count.get() ?? 0,
  };
}
