import { z } from 'zod';
import { amount, decimalText, figureSchema, moment, month, months, paymentSchema } from './fields.ts';

/**
 * 养老保险: where a person stands, and an estimate that shows its formula. Each part of the estimate names its formula and
 * every value in it, so that it can be worked out again; the parts sum to the total.
 */
const partSchema = z.object({
  part: z.enum(['base', 'account', 'deemed', 'early']).meta({
    description: '基础养老金, 个人账户养老金, 过渡性养老金(视同缴费), 过渡性养老金(1992-10 至 1998-06)',
  }),
  amount: amount('每月'),
  formula: z.string().max(60),
  terms: z.array(z.object({ name: z.string().max(5), value: decimalText('money in yuan, or a plain number') })).max(6),
});

const estimateSchema = z.object({
  parts: z.array(partSchema).min(1).max(4),
  total: amount('合计, each month'),
  futureMonths: months('months that are still to be paid until then, on the last base'),
  figures: z.array(figureSchema).max(20),
});

export const pensionSchema = z.object({
  city: z.string().max(20),
  state: z.enum(['paying', 'paused', 'drawing']).meta({ description: '正常缴费, 暂停缴费, 领取待遇' }),
  paidMonths: months('实际缴费月数'),
  deemedMonths: months('视同缴费月数'),
  missedMonths: months('欠缴月数'),
  lastBase: amount('最近缴费基数').nullable(),
  account: amount('个人账户储存额'),
  retirement: z.object({
    years: z.int().min(40).max(70),
    months: z.int().min(0).max(11),
    laterByMonths: months('渐进式延迟退休: months later than before'),
    month: month('the month in which that age is reached'),
  }),
  estimate: estimateSchema
    .nullable()
    .meta({ description: 'null where the pension is drawn, or no average wage is known' }),
  payments: z.array(paymentSchema).max(50),
  asOf: moment('yyyy-MM-dd HH:mm:ss'),
});
export type Pension = z.output<typeof pensionSchema>;
