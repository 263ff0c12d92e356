import { z } from 'zod';
import { positiveFenSchema } from '../../amounts.ts';
import { asOfSchema, paidSchema } from './shared.ts';

/** Welfare: what is paid that has no service of its own, and the sums that the person's city has; amounts are fen. */
export const entitlementsViewSchema = z.object({
  service: z.literal('entitlements'),
  city: z.string().max(20),
  payments: z.array(paidSchema).max(50),
  /** Sums of money that are in force; `kind` says what such a sum is, `illustrative` that no readable source states it. */
  standards: z
    .array(
      z.object({
        id: z.string().max(60),
        name: z.string().max(60),
        per: z.enum(['month', 'year', 'once']),
        amount: positiveFenSchema,
        kind: z.enum(['rule', 'standard', 'average', 'minimum']),
        illustrative: z.boolean(),
      }),
    )
    .max(100),
  asOf: asOfSchema,
});
export type EntitlementsView = z.infer<typeof entitlementsViewSchema>;
