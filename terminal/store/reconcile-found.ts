import { z } from 'zod';
import {
  type ReconcileRow,
  type ReconcileVerdict,
  reconcileVerdictSchema,
  type StatementResult,
  type StatementSums,
  statementResultSchema,
  statementSumsSchema,
} from '../../common/contracts/reconcile.ts';
import { splitSchema } from '../../common/contracts/session/snapshot.ts';
import { type WorklistResolution, worklistResolutionSchema } from '../../common/contracts/worklist.ts';
import { assertInTransaction, type Db } from './database.ts';
import { type BookAmounts, bookAmountsOf } from './reconcile-entries.ts';
import type { Form } from './visits.ts';

/** What a run found to be not alike, and what of the institution's other senders the centre told. */

/** Something not alike, as it is stored. */
export interface Found {
  readonly clrType: string;
  readonly insutype: string | null;
  readonly setlId: string;
  readonly mdtrtId: string;
  readonly messageId: string;
  readonly refund: boolean;
  readonly result: StatementResult;
  readonly verdict: ReconcileVerdict;
  readonly ours: StatementSums | null;
  readonly theirs: StatementSums | null;
  readonly settlementId: number | null;
  readonly encounterId: string | null;
  /** Under which it stands on the work-list; null: it needs nobody. */
  readonly subject: string | null;
  readonly worklist: number | null;
}

/** A settlement of ours as the statement's rows need it; a refund of it that is done, too. */
export interface KnownSettlement {
  readonly id: number;
  readonly visitId: number;
  readonly encounterId: string;
  readonly insutype: string;
  readonly form: Form;
  readonly messageId: string;
  readonly state: string;
  readonly setlId: string | null;
  readonly setlTime: string | null;
  /** What the journal keeps as settled; null where it is not. */
  readonly amounts: BookAmounts | null;
  readonly refund: {
    /** The number that was given back. */
    readonly of: string;
    readonly setlId: string | null;
    readonly at: string | null;
    readonly messageId: string | null;
  } | null;
}

export interface FoundRows {
  addFound(runId: number, found: Found): void;
  addOther(runId: number, other: StatementSums & { readonly clrType: string; readonly sender: string }): void;
  /** In the order in which they were found. */
  found(runId: number, after: number, limit: number): readonly (ReconcileRow & { readonly id: number })[];
  others(runId: number): readonly (StatementSums & { readonly clrType: string; readonly sender: string })[];
  /** Whether a difference that a run called people for has ended by itself: what the run said is not so any more. */
  hasEnded(runId: number): boolean;
  /** Subjects that earlier runs of this day put on the work-list. */
  subjects(day: string): readonly string[];
  /** The newest work-list row of a difference, and how it ended. */
  lastCall(subject: string): { readonly id: number; readonly resolution: WorklistResolution | null } | null;
  byMessage(messageId: string): KnownSettlement | null;
  /** By its own setl_id, or by its refund's. */
  bySetlId(setlId: string): KnownSettlement | null;
  /** The newest settlement of a visit. */
  byMdtrtId(mdtrtId: string): KnownSettlement | null;
}

const rowSchema = z
  .object({
    id: z.int(),
    insutype: z.string().nullable(),
    clr_type: z.string(),
    setl_id: z.string(),
    mdtrt_id: z.string(),
    msgid: z.string(),
    refund: z.int(),
    result: statementResultSchema,
    verdict: reconcileVerdictSchema,
    ours: z.string().nullable(),
    theirs: z.string().nullable(),
    encounter_id: z.string().nullable(),
    worklist: z.int().nullable(),
    resolution: worklistResolutionSchema.nullable(),
  })
  .transform((raw) => ({
    id: raw.id,
    insutype: raw.insutype,
    clrType: raw.clr_type,
    setlId: raw.setl_id,
    mdtrtId: raw.mdtrt_id,
    messageId: raw.msgid,
    refund: raw.refund === 1,
    result: raw.result,
    verdict: raw.verdict,
    ours: sumsOf(raw.ours),
    theirs: sumsOf(raw.theirs),
    encounterId: raw.encounter_id,
    worklist: raw.worklist,
    resolution: raw.resolution,
  }));

function sumsOf(text: string | null): StatementSums | null {
  return text === null ? null : statementSumsSchema.parse(JSON.parse(text));
}

interface RawKnown {
  id: number;
  visit_id: number;
  encounter_id: string;
  insutype: string;
  form: Form;
  msgid: string;
  state: string;
  setl_id: string | null;
  setl_time: string | null;
  split_settled: string | null;
  refunded_setl_id: string | null;
  refund_setl_id: string | null;
  refunded_at: string | null;
  refund_msgid: string | null;
}

const KNOWN = `SELECT s.id, s.visit_id, s.encounter_id, v.insutype, v.form, m.msgid, s.state, s.setl_id, s.setl_time, s.split_settled,
    r.setl_id AS refunded_setl_id, r.refund_setl_id, r.refunded_at, rm.msgid AS refund_msgid
  FROM settlement s JOIN visit v ON v.id = s.visit_id JOIN message m ON m.id = s.message_id
  LEFT JOIN refund r ON r.settlement_id = s.id AND r.state IN ('refunded','done')
  LEFT JOIN message rm ON rm.id = r.message_id`;

/** For tests of the query plan too. */
export const knownQueries = {
  byMessage: `${KNOWN} WHERE s.id IN (
    SELECT id FROM settlement WHERE message_id = (SELECT id FROM message WHERE msgid = @key)
    UNION SELECT settlement_id FROM refund WHERE message_id = (SELECT id FROM message WHERE msgid = @key))`,
  bySetlId: `${KNOWN} WHERE s.id IN (
    SELECT id FROM settlement WHERE setl_id = @key UNION SELECT settlement_id FROM refund WHERE refund_setl_id = @key)`,
  byMdtrtId: `${KNOWN} WHERE s.id = (
    SELECT max(id) FROM settlement WHERE visit_id IN (SELECT id FROM visit WHERE mdtrt_id = @key))`,
};

function knownOf(raw: RawKnown | undefined): KnownSettlement | null {
  if (raw === undefined) return null;
  return {
    id: raw.id,
    visitId: raw.visit_id,
    encounterId: raw.encounter_id,
    insutype: raw.insutype,
    form: raw.form,
    messageId: raw.msgid,
    state: raw.state,
    setlId: raw.setl_id,
    setlTime: raw.setl_time,
    amounts: raw.split_settled === null ? null : bookAmountsOf(splitSchema.parse(JSON.parse(raw.split_settled))),
    refund:
      raw.refunded_setl_id === null
        ? null
        : {
            of: raw.refunded_setl_id,
            setlId: raw.refund_setl_id,
            at: raw.refunded_at,
            messageId: raw.refund_msgid,
          },
  };
}

export function createFoundRows(db: Db): FoundRows {
  const add = db.prepare(
    `INSERT INTO reconcile_row (run_id, clr_type, insutype, setl_id, mdtrt_id, msgid, refund, result, verdict, ours,
       theirs, settlement_id, encounter_id, subject, worklist) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const addOther = db.prepare(
    'INSERT INTO reconcile_other (run_id, clr_type, sender, count, total, funds, account) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const found = db.prepare(
    `SELECT r.*, w.resolution FROM reconcile_row r LEFT JOIN worklist w ON w.id = r.worklist
     WHERE r.run_id = ? AND r.id > ? ORDER BY r.id LIMIT 0 + ?`,
  );
  const ended = db
    .prepare<[number], number>(
      `SELECT EXISTS (SELECT 1 FROM reconcile_row r JOIN worklist w ON w.id = r.worklist
         WHERE r.run_id = ? AND w.resolution = 'ended')`,
    )
    .pluck();
  const others = db.prepare('SELECT * FROM reconcile_other WHERE run_id = ? ORDER BY clr_type, sender');
  const subjects = db
    .prepare<[string], string>(
      `SELECT DISTINCT subject FROM reconcile_row WHERE subject IS NOT NULL
         AND run_id IN (SELECT id FROM reconcile_run WHERE day = ?)`,
    )
    .pluck();
  const lastCall = db.prepare<[string], { id: number; resolution: WorklistResolution | null }>(
    "SELECT id, resolution FROM worklist WHERE kind = 'difference' AND subject = ? ORDER BY id DESC LIMIT 1",
  );
  const byMessage = db.prepare<{ key: string }, RawKnown>(knownQueries.byMessage);
  const bySetlId = db.prepare<{ key: string }, RawKnown>(knownQueries.bySetlId);
  const byMdtrtId = db.prepare<{ key: string }, RawKnown>(knownQueries.byMdtrtId);
  const json = (sums: StatementSums | null): string | null => (sums === null ? null : JSON.stringify(sums));
  return {
    addFound(runId, f) {
      assertInTransaction(db);
      add.run(
        runId,
        f.clrType,
        f.insutype,
        f.setlId,
        f.mdtrtId,
        f.messageId,
        f.refund ? 1 : 0,
        f.result,
        f.verdict,
        json(f.ours),
        json(f.theirs),
        f.settlementId,
        f.encounterId,
        f.subject,
        f.worklist,
      );
    },
    addOther(runId, { clrType, sender, count, total, funds, account }) {
      assertInTransaction(db);
      addOther.run(runId, clrType, sender, count, total, funds, account);
    },
    found: (runId, after, limit) => found.all(runId, after, limit).map((raw) => rowSchema.parse(raw)),
    others: (runId) =>
      others.all(runId).map((raw) => {
        const { clr_type, sender, ...sums } = z
          .object({ clr_type: z.string(), sender: z.string(), ...statementSumsSchema.shape })
          .parse(raw);
        return { clrType: clr_type, sender, ...sums };
      }),
    hasEnded: (runId) => ended.get(runId) === 1,
    subjects: (day) => subjects.all(day),
    lastCall: (subject) => lastCall.get(subject) ?? null,
    byMessage: (messageId) => knownOf(byMessage.get({ key: messageId })),
    bySetlId: (setlId) => knownOf(bySetlId.get({ key: setlId })),
    byMdtrtId: (mdtrtId) => knownOf(byMdtrtId.get({ key: mdtrtId })),
  };
}
