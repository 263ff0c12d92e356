import { z } from 'zod';
import { positiveFenSchema } from '../../amounts.ts';
import { asOfSchema, monthSchema, paidSchema, percentSchema } from './shared.ts';

/** 社会救助 as a screen shows it; amounts are fen. */
export const assistanceViewSchema = z.object({
  service: z.literal('assistance'),
  city: z.string().max(20),
  /** monthly = (standard − income) × people; a head and month both. */
  household: z
    .object({
      kind: z.enum(['urban', 'rural']),
      since: monthSchema,
      people: z.int().min(1).max(30),
      income: positiveFenSchema,
      standard: positiveFenSchema,
      monthly: positiveFenSchema,
      illustrative: z.boolean(),
    })
    .nullable(),
  /** 医疗救助 of what is left to pay inside the scope; `paid` this year, null where nobody is insured. */
  medical: z
    .object({
      /** 低保, 特困, or another. */
      status: z.enum(['minimum', 'destitute', 'other']),
      percent: percentSchema,
      paid: positiveFenSchema.nullable(),
      illustrative: z.boolean(),
    })
    .nullable(),
  payments: z.array(paidSchema).max(50),
  asOf: asOfSchema,
});
export type AssistanceView = z.infer<typeof assistanceViewSchema>;
