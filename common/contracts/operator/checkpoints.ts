import { z } from 'zod';

/** SHA-256, hex. */
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const seq = z.int().positive();
const point = z.object({ seq, hash });

/**
 * Body of a record of kind `audit-checkpoint`: how far the terminal's audit chain had come. What the operator holds
 * cannot be changed at the terminal, so it is the witness of `minka audit verify --against` (docs/audit.md).
 */
export const auditCheckpointSchema = z.object({
  /** 32 hex digits, made once with the chain. */
  chain: z.string().regex(/^[0-9a-f]{32}$/),
  /** The terminal's slot in its institution, bound into every hash. */
  slot: z.int().min(0).max(1295),
  seq,
  hash,
  /** `yyyy-MM-dd HH:mm:ss` of the terminal's clock. */
  at: z.string().length(19),
  /** The checkpoint before, as the terminal remembers it; null for its first. */
  previous: point.nullable(),
});
export type AuditCheckpoint = z.infer<typeof auditCheckpointSchema>;

/** A checkpoint as the operator keeps it. */
export const keptCheckpointSchema = auditCheckpointSchema.omit({ previous: true }).extend({
  terminal: z.string().max(30),
  institution: z.string().max(30),
  receivedAt: z.string().length(19),
});
export type KeptCheckpoint = z.infer<typeof keptCheckpointSchema>;

/** Why a checkpoint cannot be true beside what was told before. */
export const checkpointAlarmReasons = {
  contradicts: 'Another hash was told for the same row before',
  'goes-back': 'A later row of this chain was told before',
  'rolled-back': 'The terminal does not remember the newest checkpoint that it told',
  'foreign-chain': 'The chain is known from another terminal',
  /** Stored all the same: a database that was set aside has a successor. */
  'new-chain': 'The terminal had another chain before',
} as const;
export type CheckpointAlarmReason = keyof typeof checkpointAlarmReasons;

export const checkpointAlarmSchema = z.object({
  reason: z.enum(Object.keys(checkpointAlarmReasons) as [CheckpointAlarmReason, ...CheckpointAlarmReason[]]),
  terminal: z.string(),
  institution: z.string(),
  chain: z.string(),
  seq,
  hash,
  receivedAt: z.string().length(19),
});
export type CheckpointAlarm = z.infer<typeof checkpointAlarmSchema>;

/** What `--against` reads: the answer of the operator's export, all terminals. */
export const checkpointFileSchema = z.object({ checkpoints: z.array(keptCheckpointSchema) });

/** GET, with the bearer token of the record API: every checkpoint that was accepted, and every alarm. */
export const checkpointsApi = {
  path: '/operator/v1/checkpoints',
  out: checkpointFileSchema.extend({ alarms: z.array(checkpointAlarmSchema) }),
} as const;
