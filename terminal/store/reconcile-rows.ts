import type { StatementResult, StatementSums } from '../../common/contracts/reconcile.ts';
import { statementSumsSchema } from '../../common/contracts/reconcile.ts';
import { assertInTransaction, type Db } from './database.ts';
import { type BookRows, createBookRows } from './reconcile-entries.ts';
import { createFoundRows, type FoundRows } from './reconcile-found.ts';

export interface RunRow {
  readonly id: number;
  /** `yyyy-MM-dd` */
  readonly day: string;
  readonly state: 'running' | 'finished';
  /** Staff id, or null: the terminal itself. */
  readonly by: string | null;
  readonly startedAt: number;
  readonly finishedAt: number | null;
}

export interface PartRow {
  readonly id: number;
  readonly insutype: string;
  readonly clrType: string;
  readonly ours: StatementSums & { readonly cash: number };
  /** Null: 3201 is not answered yet. */
  readonly result: StatementResult | null;
}

/** How far the detail file of a clearing type has come; each step is durable before the next. */
export interface DetailRow {
  readonly id: number;
  readonly clrType: string;
  /** The 9101 with its exact bytes. */
  readonly uploadMessage: number | null;
  readonly fileNo: string | null;
  /** The 3202. */
  readonly compareMessage: number | null;
  readonly result: { readonly number: string; readonly name: string } | null;
  readonly judged: boolean;
}

export interface DetailChange {
  readonly uploadMessage?: number | null;
  readonly fileNo?: string | null;
  readonly compareMessage?: number | null;
  readonly result?: { readonly number: string; readonly name: string } | null;
  readonly judged?: true;
}

export interface ReconcileRows extends FoundRows {
  readonly book: BookRows;
  /** The run of this day that is under way, or a new one. */
  begin(day: string, by: string | null, nowMs: number): RunRow;
  run(id: number): RunRow | null;
  /** Runs that a stop or a kill left under way, oldest day first. */
  running(): readonly RunRow[];
  /** The newest finished run of a day. */
  finished(day: string): RunRow | null;
  finish(id: number, nowMs: number): void;
  /** Makes the part, or gives it its sums anew; a result that it has stays. */
  putPart(runId: number, part: Omit<PartRow, 'id' | 'result'>): void;
  setResult(partId: number, result: StatementResult): void;
  parts(runId: number): readonly PartRow[];
  /** Made when missing. */
  detail(runId: number, clrType: string): DetailRow;
  details(runId: number): readonly DetailRow[];
  changeDetail(id: number, change: DetailChange): void;
}

interface RawRun {
  id: number;
  day: string;
  state: 'running' | 'finished';
  asked_by: string | null;
  started_at: number;
  finished_at: number | null;
}

const runOf = (raw: RawRun): RunRow => ({
  id: raw.id,
  day: raw.day,
  state: raw.state,
  by: raw.asked_by,
  startedAt: raw.started_at,
  finishedAt: raw.finished_at,
});

interface RawPart {
  id: number;
  insutype: string;
  clr_type: string;
  count: number;
  total: number;
  funds: number;
  account: number;
  cash: number;
  result: StatementResult | null;
}

interface RawDetail {
  id: number;
  clr_type: string;
  upload_message: number | null;
  file_no: string | null;
  compare_message: number | null;
  result_no: string | null;
  result_name: string | null;
  judged: number;
}

const detailOf = (raw: RawDetail): DetailRow => ({
  id: raw.id,
  clrType: raw.clr_type,
  uploadMessage: raw.upload_message,
  fileNo: raw.file_no,
  compareMessage: raw.compare_message,
  result: raw.result_no === null || raw.result_name === null ? null : { number: raw.result_no, name: raw.result_name },
  judged: raw.judged === 1,
});

const RUN = 'id, day, state, asked_by, started_at, finished_at';

function columnsOf(change: DetailChange): Record<string, string | number | null> {
  const columns: Record<string, string | number | null> = {};
  if (change.uploadMessage !== undefined) columns['upload_message'] = change.uploadMessage;
  if (change.fileNo !== undefined) columns['file_no'] = change.fileNo;
  if (change.compareMessage !== undefined) columns['compare_message'] = change.compareMessage;
  if (change.result !== undefined) {
    columns['result_no'] = change.result?.number ?? null;
    columns['result_name'] = change.result?.name ?? null;
  }
  if (change.judged !== undefined) columns['judged'] = 1;
  return columns;
}

export function createReconcileRows(db: Db): ReconcileRows {
  const insert = db.prepare<[string, string | null, number]>(
    "INSERT INTO reconcile_run (day, state, asked_by, started_at) VALUES (?, 'running', ?, ?)",
  );
  const byId = db.prepare<[number], RawRun>(`SELECT ${RUN} FROM reconcile_run WHERE id = ?`);
  const open = db.prepare<[string], RawRun>(`SELECT ${RUN} FROM reconcile_run WHERE day = ? AND state = 'running'`);
  const running = db.prepare<[], RawRun>(`SELECT ${RUN} FROM reconcile_run WHERE state = 'running' ORDER BY day`);
  const finished = db.prepare<[string], RawRun>(
    `SELECT ${RUN} FROM reconcile_run WHERE day = ? AND state = 'finished' ORDER BY id DESC LIMIT 1`,
  );
  const finish = db.prepare("UPDATE reconcile_run SET state = 'finished', finished_at = ? WHERE id = ?");
  const putPart = db.prepare(
    `INSERT INTO reconcile_part (run_id, insutype, clr_type, count, total, funds, account, cash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (run_id, insutype, clr_type) DO UPDATE SET count = excluded.count, total = excluded.total,
       funds = excluded.funds, account = excluded.account, cash = excluded.cash`,
  );
  const setResult = db.prepare('UPDATE reconcile_part SET result = ? WHERE id = ?');
  const parts = db.prepare<[number], RawPart>(
    'SELECT * FROM reconcile_part WHERE run_id = ? ORDER BY clr_type, insutype',
  );
  const makeDetail = db.prepare('INSERT OR IGNORE INTO reconcile_detail (run_id, clr_type) VALUES (?, ?)');
  const details = db.prepare<[number], RawDetail>('SELECT * FROM reconcile_detail WHERE run_id = ? ORDER BY clr_type');
  const run = (raw: RawRun | undefined): RunRow | null => (raw === undefined ? null : runOf(raw));
  const rows: Omit<ReconcileRows, keyof FoundRows> = {
    book: createBookRows(db),
    begin(day, by, nowMs) {
      assertInTransaction(db);
      const left = open.get(day);
      if (left !== undefined) return runOf(left);
      const id = Number(insert.run(day, by, nowMs).lastInsertRowid);
      return { id, day, state: 'running', by, startedAt: nowMs, finishedAt: null };
    },
    run: (id) => run(byId.get(id)),
    running: () => running.all().map(runOf),
    finished: (day) => run(finished.get(day)),
    finish(id, nowMs) {
      assertInTransaction(db);
      finish.run(nowMs, id);
    },
    putPart(runId, { insutype, clrType, ours }) {
      assertInTransaction(db);
      putPart.run(runId, insutype, clrType, ours.count, ours.total, ours.funds, ours.account, ours.cash);
    },
    setResult(partId, result) {
      assertInTransaction(db);
      setResult.run(result, partId);
    },
    parts: (runId) =>
      parts.all(runId).map((raw) => ({
        id: raw.id,
        insutype: raw.insutype,
        clrType: raw.clr_type,
        ours: { ...statementSumsSchema.parse(raw), cash: raw.cash },
        result: raw.result,
      })),
    detail(runId, clrType) {
      assertInTransaction(db);
      makeDetail.run(runId, clrType);
      const made = details.all(runId).find((raw) => raw.clr_type === clrType);
      if (made === undefined) throw new Error('store: the detail just made is not there');
      return detailOf(made);
    },
    details: (runId) => details.all(runId).map(detailOf),
    changeDetail(id, change) {
      assertInTransaction(db);
      const columns = columnsOf(change);
      const assignments = Object.keys(columns).map((name) => `${name} = @${name}`);
      db.prepare(`UPDATE reconcile_detail SET ${assignments.join(', ')} WHERE id = @id`).run({ ...columns, id });
    },
  };
  return { ...rows, ...createFoundRows(db) };
}
