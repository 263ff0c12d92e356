import { z } from 'zod';
import { amount, code, decimalText, moment } from './fields.ts';

const day = (description: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .meta({ description });

/** What one kind of visit is worth at a hospital of one level: cost beyond the deductible, band by band. */
const levelSchema = z.object({
  kind: z.enum(['outpatient', 'inpatient']).meta({ description: '门诊, 住院' }),
  level: z.int().min(0).max(3).meta({ description: '0 社区, 1 一级, 2 二级, 3 三级' }),
  deductible: z.object({
    how: z.enum(['year', 'stay', 'none']).meta({ description: 'once a year, at every stay, none' }),
    amount: amount('起付线'),
  }),
  bands: z
    .array(z.object({ to: amount('cost up to').nullable(), share: decimalText('支付比例 of the basic fund') }))
    .max(10)
    .meta({ description: 'rising, the last one open; none: the fund pays nothing there' }),
  ceiling: amount('年度最高支付 of the basic fund').nullable(),
  illustrative: z.boolean().meta({ description: 'a figure that no readable source states is among them' }),
});

/** 待遇政策 of the insurance in force: employees', residents' or a rural scheme, as the person's city has it today. */
export const coverageSchema = z.object({
  insutype: code('险种类型 of the insurance in force'),
  scheme: z
    .object({
      city: z.string().max(20),
      name: z.string().max(60),
      from: day('in force from'),
      to: day('in force to'),
      levels: z.array(levelSchema).max(8).meta({ description: 'each kind and level once, rising' }),
    })
    .nullable()
    .meta({ description: 'null where no plan is in force today' }),
  asOf: moment('yyyy-MM-dd HH:mm:ss'),
});
export type CoverageAnswer = z.output<typeof coverageSchema>;
