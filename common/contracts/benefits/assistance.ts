import { z } from 'zod';
import { amount, decimalText, figureSchema, moment, month, paymentSchema } from './fields.ts';

/** 社会救助: minimum living and medical assistance. */
export const assistanceSchema = z.object({
  city: z.string().max(20),
  /** 最低生活保障: monthly = (standard − income) × people; nothing where the income reaches the standard. */
  household: z
    .object({
      kind: z.enum(['urban', 'rural']).meta({ description: '城市, 农村' }),
      since: month('since when'),
      people: z.int().min(1).max(30).meta({ description: '共同生活的家庭成员' }),
      income: amount('人均月收入'),
      standard: amount('最低生活保障标准, a head and month'),
      monthly: amount('each month, the household'),
      standardFigure: figureSchema,
    })
    .nullable()
    .meta({ description: 'null for a household that is not on 低保, and where no standard is known' }),
  /** 医疗救助 of what the person still has to pay inside the scope of the insurance. */
  medical: z
    .object({
      status: z.string().max(20).meta({ description: '救助对象类别, as the plan names it' }),
      share: decimalText('of the burden'),
      shareFigure: figureSchema,
      paid: amount('医疗救助 this benefit year').nullable().meta({ description: 'null where nobody is insured' }),
    })
    .nullable(),
  payments: z.array(paymentSchema).max(50),
  asOf: moment('yyyy-MM-dd HH:mm:ss'),
});
export type AssistanceAnswer = z.output<typeof assistanceSchema>;
