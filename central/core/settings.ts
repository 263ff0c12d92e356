import { z } from 'zod';

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
  /** 5203 must carry setl_id, as the printed standard says. */
  settlementQueryNeedsSetlId: z.boolean().default(false),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});
