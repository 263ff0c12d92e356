import type { PrintOutcome } from '../../common/contracts/devices/printer.ts';
import type { SlipDocument } from '../../common/contracts/slip.ts';
import { assertInTransaction, type Db } from './database.ts';

export interface PrintJobRow {
  readonly id: number;
  readonly jobId: string;
  readonly settlementId: number | null;
  readonly kind: SlipDocument['kind'];
  readonly copy: number;
  readonly checkCode: string | null;
  readonly outcome: PrintOutcome['kind'] | null;
  /** Staff id of who asked for this copy by hand, or null. */
  readonly by: string | null;
}

export interface PrintJobRows {
  /**
   * Stores a job; `copy` follows those of this settlement and kind (0 = the original). What somebody asks for by hand
   * (`by`) is never the original.
   */
  insert(row: {
    readonly jobId: string;
    readonly settlementId: number | null;
    readonly kind: SlipDocument['kind'];
    readonly checkCode: string | null;
    readonly by?: string | null;
    readonly nowMs: number;
  }): PrintJobRow;
  /** Stores the outcome; false where the job is not known or had one already, which stays. */
  finish(jobId: string, outcome: PrintOutcome, nowMs: number): boolean;
  get(jobId: string): PrintJobRow | null;
  /** Whether a receipt of this settlement may have come out: its outcome is not known yet, or is not "not printed". */
  mayBeOut(settlementId: number): boolean;
  /** Jobs without an outcome. */
  open(): readonly PrintJobRow[];
}

interface Raw {
  id: number;
  job_id: string;
  settlement_id: number | null;
  kind: SlipDocument['kind'];
  copy: number;
  check_code: string | null;
  outcome: PrintOutcome['kind'] | null;
  asked_by: string | null;
}

function read(raw: Raw): PrintJobRow {
  return {
    id: raw.id,
    jobId: raw.job_id,
    settlementId: raw.settlement_id,
    kind: raw.kind,
    copy: raw.copy,
    checkCode: raw.check_code,
    outcome: raw.outcome,
    by: raw.asked_by,
  };
}

export function createPrintJobRows(db: Db): PrintJobRows {
  const columns = 'id, job_id, settlement_id, kind, copy, check_code, outcome, asked_by';
  const insert = db.prepare(
    `INSERT INTO print_job (job_id, settlement_id, kind, copy, check_code, asked_by, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const last = db
    .prepare<[number, string], number | null>('SELECT max(copy) FROM print_job WHERE settlement_id = ? AND kind = ?')
    .pluck();
  const finish = db.prepare(
    'UPDATE print_job SET outcome = ?, detail = ?, finished_at = ? WHERE job_id = ? AND outcome IS NULL',
  );
  const out = db
    .prepare<[number], number>(
      `SELECT count(*) FROM print_job
       WHERE settlement_id = ? AND kind = 'settlement' AND coalesce(outcome, 'unknown') <> 'notPrinted'`,
    )
    .pluck();
  const byJob = db.prepare<[string], Raw>(`SELECT ${columns} FROM print_job WHERE job_id = ?`);
  const open = db.prepare<[], Raw>(`SELECT ${columns} FROM print_job WHERE outcome IS NULL ORDER BY id`);
  return {
    insert(row) {
      assertInTransaction(db);
      const { jobId, settlementId, kind, checkCode, by = null } = row;
      const before = settlementId === null ? null : (last.get(settlementId, kind) ?? null);
      const copy = Math.max((before ?? -1) + 1, by === null ? 0 : 1);
      const id = insert.run(jobId, settlementId, kind, copy, checkCode, by, row.nowMs).lastInsertRowid;
      return { id: Number(id), jobId, settlementId, kind, copy, checkCode, outcome: null, by };
    },
    finish(jobId, outcome, nowMs) {
      assertInTransaction(db);
      return finish.run(outcome.kind, JSON.stringify(outcome), nowMs, jobId).changes === 1;
    },
    get(jobId) {
      const raw = byJob.get(jobId);
      return raw === undefined ? null : read(raw);
    },
    mayBeOut: (settlementId) => (out.get(settlementId) ?? 0) > 0,
    open: () => open.all().map(read),
  };
}
