import { z } from 'zod';
import { positiveFenSchema } from '../../amounts.ts';
import { asOfSchema, monthSchema, paidSchema, percentSchema } from './shared.ts';

/**
 * 工伤保险 as a screen shows it; amounts are fen. Every sum stands beside what it is worked out from: wage × months,
 * wage × percent (not below `least`), average × percent, allowance − pension; `monthly` is what the fund pays now.
 */
const accidentSchema = z.object({
  grade: z.int().min(1).max(10),
  month: monthSchema,
  wage: positiveFenSchema,
  lumpSum: z.object({ months: z.int().min(1).max(60), amount: positiveFenSchema }).nullable(),
  allowance: z
    .object({ percent: percentSchema, least: positiveFenSchema.nullable(), amount: positiveFenSchema })
    .nullable(),
  nursing: z
    .object({
      need: z.enum(['full', 'most', 'part']),
      percent: percentSchema,
      average: positiveFenSchema,
      amount: positiveFenSchema,
    })
    .nullable(),
  /** A pension that has taken the place of the allowance, and what it is lower by; both or neither. */
  pension: positiveFenSchema.nullable(),
  difference: positiveFenSchema.nullable(),
  monthly: positiveFenSchema,
  /** A figure that no readable source states went into it. */
  illustrative: z.boolean(),
});

export const injuryViewSchema = z.object({
  service: z.literal('injury'),
  city: z.string().max(20),
  insured: z.boolean(),
  accident: accidentSchema.nullable(),
  payments: z.array(paidSchema).max(50),
  asOf: asOfSchema,
});
export type InjuryView = z.infer<typeof injuryViewSchema>;
export type Accident = z.infer<typeof accidentSchema>;
