import { z } from 'zod';
import { amount, decimalText, figureSchema, moment, month, paymentSchema } from './fields.ts';

/** 生育保险: whether somebody is insured, and each birth; allowance = average ÷ daysPerMonth × days, half up to the fen. */
export const maternitySchema = z.object({
  city: z.string().max(20),
  insured: z.boolean().meta({ description: 'in the month of `asOf`' }),
  births: z
    .array(
      z.object({
        month: month('of the birth'),
        average: amount('上年度职工月平均工资 of the employer'),
        daysPerMonth: decimalText('计发天数'),
        days: z.int().min(1).max(366).meta({ description: '产假天数' }),
        allowance: amount('生育津贴'),
      }),
    )
    .max(10)
    .meta({ description: 'rising' }),
  figures: z.array(figureSchema).max(20),
  payments: z.array(paymentSchema).max(50),
  asOf: moment('yyyy-MM-dd HH:mm:ss'),
});
export type MaternityAnswer = z.output<typeof maternitySchema>;
