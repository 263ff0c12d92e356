import { z } from 'zod';
import { printOutcomeSchema } from '../devices/printer.ts';
import { failureCodeSchema } from '../session/snapshot.ts';
import { staffSetlIdSchema } from '../staff.ts';

/** `receipt copy --json`: which settlement, 补打 n, and what the printer said. */
export const cliReceiptCopySchema = z.object({
  messageId: z.string(),
  copy: z.int().positive(),
  outcome: printOutcomeSchema,
});

/** Copies of receipts, each under a proof. */
export const receiptVerbs = {
  /** `settlement`: message id or setl_id. */
  receiptCopy: {
    in: z.object({ ticket: z.string().max(64).nullable(), settlement: staffSetlIdSchema }),
    out: z.union([
      cliReceiptCopySchema.extend({ ok: z.literal(true) }),
      z.object({ ok: z.literal(false), code: failureCodeSchema }),
    ]),
  },
} as const;
