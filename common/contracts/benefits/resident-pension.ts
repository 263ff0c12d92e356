import { z } from 'zod';
import { amount, decimalText, figureSchema, moment, month, paymentSchema } from './fields.ts';

/**
 * 城乡居民养老保险: what was paid in by years, and what it gives: account = opening + Σ years, without interest;
 * fromAccount = account ÷ divisor, half up to the fen; total = base + fromAccount.
 */
const sumsSchema = z.object({
  base: amount('基础养老金, a month'),
  divisor: decimalText('计发月数 of the age'),
  fromAccount: amount('个人账户养老金, a month'),
  total: amount('合计, a month'),
  figures: z.array(figureSchema).max(10),
});

export const residentPensionSchema = z.object({
  city: z.string().max(20),
  state: z.enum(['none', 'paying', 'drawing']).meta({ description: '没有参保, 参保缴费, 领取待遇' }),
  opening: amount('the account before the first year of the record'),
  years: z
    .array(z.object({ year: z.string().regex(/^\d{4}$/), paid: amount('个人缴费') }))
    .max(80)
    .meta({ description: 'rising' }),
  account: amount('个人账户, without interest: no source states a rate'),
  from: month('in which the age of drawing is reached').nullable(),
  /** What it gives: while somebody pays, as if nothing more were paid in. */
  sums: sumsSchema.nullable().meta({ description: 'null where nobody is insured, or no base pension is known' }),
  limits: z
    .array(z.object({ limit: z.enum(['floor', 'ceiling']), share: decimalText('of an income'), figure: figureSchema }))
    .max(2)
    .meta({ description: '年缴费标准: share of 上年农村居民人均纯收入 (floor), 上年城镇居民人均可支配收入 (ceiling)' }),
  payments: z.array(paymentSchema).max(50),
  asOf: moment('yyyy-MM-dd HH:mm:ss'),
});
export type ResidentPensionAnswer = z.output<typeof residentPensionSchema>;
