import { z } from 'zod';
import { amount, figureSchema, moment, months, paymentSchema } from './fields.ts';

/** What else a person is entitled to, and the sums that the person's city has: a query shows only these. */
export const entitlementsSchema = z.object({
  city: z.string().max(20),
  /** Insurances, allowances and services that the city's plan names. */
  offers: z.array(z.string().max(40)).max(60),
  unemployment: z
    .object({
      state: z.enum(['none', 'drawing', 'ended']),
      monthsDue: months('按缴费年限可领月数'),
      monthsDrawn: months('已领月数'),
      monthsLeft: months('剩余月数'),
      nextMonth: amount('下月金额').nullable(),
      medicalScheme: z.string().max(10).nullable().meta({ description: '领取期间的医保险种' }),
    })
    .nullable(),
  payments: z.array(paymentSchema).max(50),
  standards: z
    .array(
      z.object({
        id: z.string().max(60),
        name: z.string().max(60),
        per: z.enum(['month', 'year', 'once', 'count', 'share', 'area']),
        figure: figureSchema,
      }),
    )
    .max(100),
  asOf: moment('yyyy-MM-dd HH:mm:ss'),
});
export type Entitled = z.output<typeof entitlementsSchema>;
