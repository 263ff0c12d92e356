import { z } from 'zod';
import { positiveFenSchema } from '../../amounts.ts';
import { asOfSchema, monthSchema, paidSchema } from './shared.ts';

const months = z.int().min(0).max(1200);

/** One part of the estimate, with its formula and every value in it; the parts sum to the total. */
const partSchema = z.object({
  part: z.enum(['base', 'account', 'deemed', 'early']),
  amount: positiveFenSchema,
  formula: z.string().max(60),
  /** Money in yuan, or a plain number, as the formula names them. */
  terms: z.array(z.object({ name: z.string().max(5), value: z.string().max(20) })).max(6),
});

/** 养老保险 as a screen shows it; amounts are fen a month, the account's alone is a balance. */
export const pensionViewSchema = z.object({
  service: z.literal('pension'),
  city: z.string().max(20),
  state: z.enum(['paying', 'paused', 'drawing']),
  paidMonths: months,
  deemedMonths: months,
  missedMonths: months,
  lastBase: positiveFenSchema.nullable(),
  account: positiveFenSchema,
  retirement: z.object({
    years: z.int().min(40).max(70),
    months: z.int().min(0).max(11),
    laterByMonths: months,
    month: monthSchema,
  }),
  estimate: z
    .object({
      parts: z.array(partSchema).min(1).max(4),
      total: positiveFenSchema,
      futureMonths: months,
      /** A figure that no readable source states went into it. */
      illustrative: z.boolean(),
    })
    .nullable(),
  payments: z.array(paidSchema).max(50),
  asOf: asOfSchema,
});
export type PensionView = z.infer<typeof pensionViewSchema>;
export type PensionPart = z.infer<typeof partSchema>;
