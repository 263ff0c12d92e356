import { z } from 'zod';
import { positiveFenSchema } from '../../common/contracts/amounts.ts';
import { splitSchema } from '../../common/contracts/session/snapshot.ts';

/** Figures as the journal keeps them, in JSON; read back through these schemas. */
export const scopeSchema = z.object({
  ownExpense: positiveFenSchema,
  advanceSelfPay: positiveFenSchema,
  overLimit: positiveFenSchema,
  inScope: positiveFenSchema,
});

const levelSchema = z.enum(['01', '02', '03', '']);

/** The ruling on a fee line. */
export const rulingSchema = z.object({
  level: levelSchema,
  limit: z.string().optional(),
  share: z.string().optional(),
  parts: scopeSchema.optional(),
});

/** The ruling on each fee line by its id. Journals of earlier versions hold the level alone. */
export const levelsSchema = z.record(
  z.string(),
  z.union([levelSchema.transform((level): z.output<typeof rulingSchema> => ({ level })), rulingSchema]),
);

/** The last answer to 2206: what the person is shown, and what 2207 must copy. */
export const preSettledSchema = z.object({
  useAccount: z.boolean(),
  split: splitSchema,
  scope: scopeSchema,
  levels: levelsSchema,
  /** clr_way and setl_proc_info of that answer; journals of earlier versions lack them. */
  clearingWay: z.string().nullable().optional(),
  words: z.array(z.string()).optional(),
});
export type PreSettled = z.output<typeof preSettledSchema>;
