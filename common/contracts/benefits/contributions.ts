import { z } from 'zod';
import { amount, insuranceSchema, moment, month, months, whoAsks } from './fields.ts';

/** 缴费记录: by insurance and month, a year at a time; the years together for a chart. */
const year = z.string().regex(/^\d{4}$/);

export const contributionsAsk = whoAsks.extend({
  year: year.meta({ description: 'the year whose months are wanted; the newest where it is missing' }).optional(),
});

const kind = z.enum(['paid', 'missed', 'deemed']).meta({ description: '已缴, 欠缴, 视同缴费' });

/** Months one after another of the same kind. */
const spanSchema = z.object({ from: month('first'), to: month('last, itself counted'), kind });

const rowSchema = z.object({
  month: month('yyyy-MM'),
  insurance: insuranceSchema,
  kind,
  employer: z.string().max(100).nullable(),
  base: amount('缴费基数'),
  firm: amount('单位缴费'),
  person: amount('个人缴费'),
});

export const contributionsSchema = z.object({
  city: z.string().max(20),
  insurances: z
    .array(
      z.object({
        insurance: insuranceSchema,
        months: months('paid and deemed'),
        first: month('first'),
        last: month('last'),
        firm: amount('单位缴费, all months'),
        person: amount('个人缴费, all months'),
        spans: z.array(spanSchema).max(60).meta({ description: 'rising; those paid and deemed have `months` months' }),
      }),
    )
    .max(5),
  /** Rising; firm and person sum to the rows of that year. */
  years: z
    .array(z.object({ year, firm: amount('单位缴费'), person: amount('个人缴费'), months: z.int().min(0).max(12) }))
    .max(100),
  year: year.nullable().meta({ description: 'the year of the rows; null where there is none' }),
  rows: z.array(rowSchema).max(60),
  asOf: moment('yyyy-MM-dd HH:mm:ss'),
});
export type Contributions = z.output<typeof contributionsSchema>;
