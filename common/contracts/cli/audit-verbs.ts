import { z } from 'zod';
import { keptCheckpointSchema } from '../operator/checkpoints.ts';
import { failureCodeSchema } from '../session/snapshot.ts';
import { auditReportSchema, auditRowSchema } from './audit.ts';

const failed = z.object({ ok: z.literal(false), code: failureCodeSchema });

/** Most checkpoints that one call carries: a frame has its limit. */
export const MAX_WITNESS = 600;
export const MAX_AUDIT_ROWS = 500;

/** What may be asked of a running terminal about its audit chain. Rows hold no personal data. */
export const auditVerbs = {
  /** The newest rows, newest first, and whose chain it is. */
  auditList: {
    in: z.object({ limit: z.int().min(1).max(MAX_AUDIT_ROWS) }),
    out: z.union([
      z.object({ ok: z.literal(true), chain: z.string(), rows: z.array(auditRowSchema).max(MAX_AUDIT_ROWS) }),
      failed,
    ]),
  },
  /** Walks the whole chain, under the ticket of a proof for this act. What it finds is on record, and told. */
  auditVerify: {
    in: z.object({
      ticket: z.string().max(64).nullable(),
      checkpoints: z.array(keptCheckpointSchema).max(MAX_WITNESS),
    }),
    out: z.union([z.object({ ok: z.literal(true), report: auditReportSchema }), failed]),
  },
} as const;
