import { z } from 'zod';
import { positiveFenSchema } from '../../amounts.ts';
import { asOfSchema, monthSchema, paidSchema } from './shared.ts';

/** One birth; allowance = average ÷ daysPerMonth × days, fen. */
const birthSchema = z.object({
  month: monthSchema,
  average: positiveFenSchema,
  /** A plain number, as the rule has it. */
  daysPerMonth: z.string().max(20),
  days: z.int().min(1).max(366),
  allowance: positiveFenSchema,
});

/** 生育保险 as a screen shows it, the newest birth first. */
export const maternityViewSchema = z.object({
  service: z.literal('maternity'),
  city: z.string().max(20),
  insured: z.boolean(),
  births: z.array(birthSchema).max(10),
  /** A figure that no readable source states went into an allowance. */
  illustrative: z.boolean(),
  payments: z.array(paidSchema).max(50),
  asOf: asOfSchema,
});
export type MaternityView = z.infer<typeof maternityViewSchema>;
export type Birth = z.infer<typeof birthSchema>;
