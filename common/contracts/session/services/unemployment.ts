import { z } from 'zod';
import { positiveFenSchema } from '../../amounts.ts';
import { asOfSchema, paidSchema } from './shared.ts';

const months = z.int().min(0).max(1200);

/** 失业保险 as a screen shows it, and the medical scheme that follows from it; amounts are fen a month. */
export const unemploymentViewSchema = z.object({
  service: z.literal('unemployment'),
  city: z.string().max(20),
  state: z.enum(['none', 'drawing', 'ended']),
  /** What the months paid in give a right to, and what of it was drawn and is left. */
  monthsDue: months,
  monthsDrawn: months,
  monthsLeft: months,
  /** What the next month pays; null where the city names no sums, or nothing is left. */
  nextMonth: positiveFenSchema.nullable(),
  /** 险种类型 that one belongs to while drawing; null where it does not change, or nobody says. */
  medicalScheme: z.string().max(10).nullable(),
  /** While drawing, clinic visits are subsidised beside it. */
  clinicSubsidy: z.boolean(),
  payments: z.array(paidSchema).max(50),
  asOf: asOfSchema,
});
export type UnemploymentView = z.infer<typeof unemploymentViewSchema>;
