import { z } from 'zod';
import { positiveFenSchema } from '../../amounts.ts';
import { asOfSchema } from './shared.ts';

/**
 * What is left of this year, as a screen shows it. Amounts are fen. totalFees = Σ layers + hospital + account + cash,
 * and the months sum to the same.
 */
export const medicalViewSchema = z.object({
  service: z.literal('medical'),
  /** 险种类型 in force; the first is the one whose deductible and ceiling are shown. */
  schemes: z.array(z.string().max(10)).min(1).max(10),
  balance: positiveFenSchema,
  year: z.string().length(4),
  deductible: z.object({ amount: positiveFenSchema, used: positiveFenSchema }),
  poolCeiling: z.object({ amount: positiveFenSchema.nullable(), used: positiveFenSchema }),
  layers: z
    .array(
      z.object({
        layer: z.enum(['pool', 'major', 'largeAmount', 'enterprise', 'civilServant', 'assistance', 'other']),
        paid: positiveFenSchema,
      }),
    )
    .max(7),
  visits: z.int().nonnegative(),
  totalFees: positiveFenSchema,
  hospital: positiveFenSchema,
  account: positiveFenSchema,
  cash: positiveFenSchema,
  /** January (1) to now, in order. */
  months: z
    .array(
      z.object({
        month: z.int().min(1).max(12),
        funds: positiveFenSchema,
        account: positiveFenSchema,
        cash: positiveFenSchema,
      }),
    )
    .max(12),
  /** This year's visits, the newest first; not all of them where there were very many. */
  encounters: z
    .array(
      z.object({
        /** `yyyy-MM-dd` */
        day: z.string().length(10),
        place: z.string().max(200),
        /** 医疗类别 med_type. */
        medType: z.string().max(10),
        total: positiveFenSchema,
        funds: positiveFenSchema,
        hospital: positiveFenSchema,
        account: positiveFenSchema,
        cash: positiveFenSchema,
      }),
    )
    .max(60),
  asOf: asOfSchema,
});
export type MedicalView = z.infer<typeof medicalViewSchema>;
