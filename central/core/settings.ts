import { z } from 'zod';
import { fen } from '../../common/kernel/money.ts';

/** How this centre behaves where provinces differ. Changed over the admin API; the defaults are the common case. */
export const settingsSchema = z.strictObject({
  /** Answer a repeated message id with the stored answer. Real centres do not. */
  deduplicate: z.boolean().default(false),
  /** `infcode` as JSON number or as string: both occur. */
  infcodeAs: z.enum(['string', 'number']).default('string'),
  /** fund_pay_sumamt counts the personal account too; psn_part_amt is then the cash alone. */
  accountInsideFunds: z.boolean().default(false),
  /** 5203 and 5201 that find nothing: success with an empty output, or a refusal in words. */
  notFoundAs: z.enum(['empty', 'refusal']).default('empty'),
  /**
   * 2601 takes back what is there and forgets it: the message id may be used again, so a 2207 that arrives after its
   * own 2601 settles. Not how the reference centre behaves unless told; some provinces are said to.
   */
  noFence: z.boolean().default(false),
  /** How long HIS and operator know a key or message id again, hours; null: for ever. Their books forget nothing. */
  keyLifetimeHours: z.number().positive().nullable().default(null),
  /** Level of a hospital by its code, 0 community to 3; others count as 3. Only cities' plans ask for it. */
  hospitalLevels: z.record(z.string().max(30), z.int().min(0).max(3)).default({}),
  /** What the person at the lab's cashier does with what she is asked to pay, and after how long, ms. */
  cashier: z
    .strictObject({
      does: z.enum(['pays', 'declines', 'cancels', 'nothing']).default('pays'),
      afterMs: z.int().min(0).max(600_000).default(0),
    })
    .prefault({}),
  /** 5203 must carry setl_id, as the printed standard says. */
  settlementQueryNeedsSetlId: z.boolean().default(false),
  /**
   * How the books of 3201 and 3202 differ from the ledger, in order (`core/statement/disagree.ts`): the `nth` row missing,
   * with `fen` more, or a further row beside it that the institution does not know: a settlement, or its refund.
   */
  statement: z
    .array(
      z.strictObject({
        kind: z.enum(['missing', 'amount', 'extra', 'refunded']),
        nth: z.int().nonnegative().default(0),
        fen: z
          .int()
          .min(-1e9)
          .max(1e9)
          .transform((amount) => fen(amount))
          .default(fen(1)),
      }),
    )
    .max(100)
    .default([]),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});
