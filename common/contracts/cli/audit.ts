import { z } from 'zod';

/**
 * What can be wrong with an audit chain. The first four show in the rows themselves; `truncated` in what else the
 * database says of its chain; the rest against the site profile or against the operator's checkpoints.
 */
export const auditFindingKinds = [
  'modified',
  'deleted',
  'reordered',
  'inserted',
  'truncated',
  /** Ends before what the operator was told: an old copy of the database, or a tail cut off without a trace. */
  'rolled-back',
  /** The log of another terminal. */
  'swapped',
  /** Sound in itself, but not what the operator was told: changed and hashed anew, or gone on from an old copy. */
  'rewritten',
  /** The operator knows another chain of this terminal, and not this one. */
  'replaced',
] as const;
export type AuditFindingKind = (typeof auditFindingKinds)[number];

export const auditFindingSchema = z.object({
  kind: z.enum(auditFindingKinds),
  /** Sequence numbers that it is about, both included. */
  from: z.int(),
  to: z.int(),
  /** Who shows it: the database itself, or the operator's checkpoints. */
  witness: z.enum(['database', 'operator']),
  /** The terminal whose log it is (`swapped`), or the other chain's id (`replaced`). */
  other: z.string().nullable(),
});
export type AuditFinding = z.infer<typeof auditFindingSchema>;

/** At most this many findings are told; `more` says that there are others. */
export const MAX_FINDINGS = 100;

/** `audit verify --json`: exit 0 where `ok`, else 1 with `error` beside it. */
export const auditReportSchema = z.object({
  ok: z.boolean(),
  institution: z.string(),
  slot: z.int(),
  chain: z.string(),
  rows: z.int(),
  /** The newest row. */
  head: z.object({ seq: z.int(), hash: z.string() }),
  /** Checkpoints of the operator that the rows were compared with; 0: none was given. */
  checkpoints: z.int(),
  findings: z.array(auditFindingSchema).max(MAX_FINDINGS),
  more: z.boolean(),
});
export type AuditReport = z.infer<typeof auditReportSchema>;

export const cliAuditVerifySchema = auditReportSchema.extend({
  error: z.object({ code: z.string(), message: z.string(), remedy: z.string() }).optional(),
});

export const auditRowSchema = z.object({
  seq: z.int(),
  at: z.string(),
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  hash: z.string(),
});
/** `audit list --json`, newest first. */
export const cliAuditListSchema = z.object({ rows: z.array(auditRowSchema) });
