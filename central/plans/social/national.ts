import { z } from 'zod';
import { day, decimal, figure, share } from '../figures/figure.ts';
import { rateTerm } from './schema.ts';

/** Rules that are the whole country's: pension months, retirement age, injury, maternity, unemployment at most. */

const lateRetirement = z.strictObject({
  /** 男, 女干部 (55), 女工人 (50). */
  who: z.enum(['men', 'women55', 'women50']),
  before: figure(z.int()),
  /** Born from here on it is later by one month for every so many months of birth. */
  bornFrom: figure(day),
  everyMonths: figure(z.int().positive()),
  most: figure(z.int()),
});
export type LateRetirement = z.infer<typeof lateRetirement>;

const grades = <S extends z.ZodType>(value: S) =>
  z.array(z.strictObject({ grade: z.int().min(1).max(10), figure: figure(value) }));

export const nationalSchema = z.strictObject({
  schema: z.literal(2),
  pension: z.strictObject({
    from: figure(day),
    factor: figure(share),
    months: z.array(z.strictObject({ age: z.int(), months: figure(z.int().positive()) })).min(2),
    /** Since then ages with months are interpolated to one decimal. */
    interpolatedSince: figure(day),
    lateRetirement: z.array(lateRetirement).length(3),
  }),
  injury: z.strictObject({
    lumpSums: z.array(z.strictObject({ from: day, months: grades(z.int().positive()) })).min(1),
    monthly: grades(share),
    nursing: z.array(z.strictObject({ need: z.enum(['full', 'most', 'part']), share: figure(share) })),
    survivors: z.strictObject({ spouse: figure(share), others: figure(share), alone: figure(share) }),
  }),
  /** Rates of the time for which a city's file has none, and what the account earns. */
  rates: z.array(rateTerm).min(1),
  accountRates: z.array(z.strictObject({ from: day, rate: figure(share) })).min(1),
  interest: z.array(z.strictObject({ from: day, yearly: figure(share) })).min(1),
  /** From which age the residents' pension is drawn. */
  residentPension: z.strictObject({ age: figure(z.int().positive()) }),
  maternity: z.strictObject({
    daysPerMonth: figure(decimal),
    leave: z.array(z.strictObject({ from: day, days: figure(z.int().positive()) })).min(1),
  }),
});
export type National = z.infer<typeof nationalSchema>;
