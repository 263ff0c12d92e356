import { z } from 'zod';
import { positiveFenSchema } from '../../amounts.ts';

/** `yyyy-MM` */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** `yyyy-MM-dd HH:mm:ss` of the server that answered. */
export const asOfSchema = z.string().length(19);

/** What a fund pays each month, or has paid once; fen. `to` null: it goes on. */
export const paidSchema = z.object({
  what: z.string().max(50),
  from: monthSchema,
  to: monthSchema.nullable(),
  monthly: positiveFenSchema.nullable(),
  once: positiveFenSchema.nullable(),
});
export type Paid = z.infer<typeof paidSchema>;

/** Per cent as a plain number: "75", "12.5". */
export const percentSchema = z.string().regex(/^\d{1,3}(\.\d{1,4})?$/);
