import { z } from 'zod';
import { splitSchema } from '../session/bill.ts';
import { failureCodeSchema } from '../session/shared.ts';

/** What a refund would give back, before it is asked for. */
export const deskRefundSchema = z.object({
  encounterId: z.string().max(60),
  messageId: z.string().length(30),
  setlId: z.string().max(30),
  settledAt: z.string().max(19),
  split: splitSchema,
  stay: z.boolean(),
  /**
   * `confirm`: the amount is repeated on the key. `proof`: two people prove themselves. `working`: 2208 (2305) and what
   * follows is under way.
   */
  phase: z.enum(['confirm', 'proof', 'working']),
  /** Partial: everything is given back, and what the hospital leaves on the bill is settled anew. */
  partial: z.boolean(),
  sinceMs: z.number().nonnegative(),
  trouble: z.object({ failure: failureCodeSchema, reason: z.string().max(200).nullable() }).nullable(),
});
export type DeskRefund = z.infer<typeof deskRefundSchema>;
