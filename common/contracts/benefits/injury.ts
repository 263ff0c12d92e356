import { z } from 'zod';
import { amount, decimalText, figureSchema, moment, month, paymentSchema } from './fields.ts';

/**
 * 工伤保险: whether somebody is insured, and what an accident gives. Every sum stands beside what it is worked out from,
 * half up to the fen: lump sum = wage × months; allowance = wage × share, not below `least`; nursing = average × share;
 * difference = what the pension is lower than the allowance; monthly = what the fund pays now.
 */
const accidentSchema = z.object({
  grade: z.int().min(1).max(10).meta({ description: '伤残等级' }),
  month: month('of the accident'),
  wage: amount('本人工资, a month'),
  lumpSum: z
    .object({ months: z.int().min(1).max(60), amount: amount('一次性伤残补助金') })
    .nullable()
    .meta({ description: 'null where no rule of that time is known' }),
  allowance: z
    .object({
      share: decimalText('of the wage'),
      least: amount('local minimum wage').nullable().meta({ description: 'null where no source states one' }),
      amount: amount('伤残津贴, a month'),
    })
    .nullable()
    .meta({ description: 'grades 1 to 6' }),
  nursing: z
    .object({
      need: z.enum(['full', 'most', 'part']).meta({ description: '完全, 大部分, 部分不能自理' }),
      share: decimalText('of the average wage'),
      average: amount('上年月平均工资 of the place'),
      amount: amount('生活护理费, a month'),
    })
    .nullable(),
  pension: amount('养老金, a month').nullable().meta({ description: 'where it has taken the place of the allowance' }),
  difference: amount('养老金低于伤残津贴的差额, a month').nullable(),
  monthly: amount('the allowance, or the difference once a pension is drawn; and nursing'),
  figures: z.array(figureSchema).max(20),
});

export const injurySchema = z.object({
  city: z.string().max(20),
  insured: z.boolean().meta({ description: 'in the month of `asOf`' }),
  accident: accidentSchema.nullable(),
  payments: z.array(paymentSchema).max(50),
  asOf: moment('yyyy-MM-dd HH:mm:ss'),
});
export type InjuryAnswer = z.output<typeof injurySchema>;
