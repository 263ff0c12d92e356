import { z } from 'zod';
import { positiveFenSchema } from '../../amounts.ts';
import { asOfSchema, monthSchema } from './shared.ts';

export const insuranceSchema = z.enum(['pension', 'medical', 'unemployment', 'injury', 'maternity']);
export type Insurance = z.infer<typeof insuranceSchema>;

const kind = z.enum(['paid', 'missed', 'deemed']);
const year = z.string().regex(/^\d{4}$/);
const months = z.int().min(0).max(1200);

/** 缴费记录 as a screen shows it: every insurance in spans and sums, and the months of one year. Amounts are fen. */
export const contributionsViewSchema = z.object({
  service: z.literal('contributions'),
  city: z.string().max(20),
  insurances: z
    .array(
      z.object({
        insurance: insuranceSchema,
        /** Months that count: paid, and deemed to be paid. */
        months,
        /** Those of them that are deemed. */
        deemed: months,
        missed: months,
        first: monthSchema,
        last: monthSchema,
        firm: positiveFenSchema,
        person: positiveFenSchema,
        spans: z
          .array(z.object({ from: monthSchema, to: monthSchema, kind }))
          .min(1)
          .max(60),
      }),
    )
    .max(5),
  years: z
    .array(z.object({ year, firm: positiveFenSchema, person: positiveFenSchema, months: z.int().min(0).max(12) }))
    .max(100),
  /** The year of the rows; null where nothing was ever paid. */
  year: year.nullable(),
  /** Whose months of that year were asked for; null where the service was only opened. */
  insurance: insuranceSchema.nullable(),
  rows: z
    .array(
      z.object({
        month: monthSchema,
        insurance: insuranceSchema,
        kind,
        base: positiveFenSchema,
        firm: positiveFenSchema,
        person: positiveFenSchema,
      }),
    )
    .max(60),
  asOf: asOfSchema,
});
export type ContributionsView = z.infer<typeof contributionsViewSchema>;
