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

/** Level of each fee line by its id. */
export const levelsSchema = z.record(z.string(), z.enum(['01', '02', '03', '']));

/** The last answer to 2206: what the person is shown, and what 2207 must copy. */
export const preSettledSchema = z.object({
  useAccount: z.boolean(),
  split: splitSchema,
  scope: scopeSchema,
  levels: levelsSchema,
});
export type PreSettled = z.infer<typeof preSettledSchema>;
