import { z } from 'zod';
import { positiveFenSchema } from '../../amounts.ts';
import { asOfSchema, monthSchema, paidSchema, percentSchema } from './shared.ts';

/**
 * 城乡居民养老保险 as a screen shows it; amounts are fen. account = opening + Σ years, fromAccount = account ÷ divisor,
 * total = base + fromAccount.
 */
export const residentPensionViewSchema = z.object({
  service: z.literal('residentPension'),
  city: z.string().max(20),
  state: z.enum(['none', 'paying', 'drawing']),
  opening: positiveFenSchema,
  /** The newest first. */
  years: z.array(z.object({ year: z.string().length(4), paid: positiveFenSchema })).max(80),
  account: positiveFenSchema,
  from: monthSchema.nullable(),
  sums: z
    .object({
      base: positiveFenSchema,
      /** A plain number. */
      divisor: z.string().max(20),
      fromAccount: positiveFenSchema,
      total: positiveFenSchema,
      /** A figure that no readable source states went into it. */
      illustrative: z.boolean(),
    })
    .nullable(),
  limits: z.array(z.object({ limit: z.enum(['floor', 'ceiling']), percent: percentSchema })).max(2),
  payments: z.array(paidSchema).max(50),
  asOf: asOfSchema,
});
export type ResidentPensionView = z.infer<typeof residentPensionViewSchema>;
