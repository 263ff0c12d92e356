import { z } from 'zod';
import { amount, code, moment, whoAsks } from './fields.ts';

export const medicalSummaryAsk = whoAsks;

/** Where a fund's money comes from, as a screen names it. */
export const benefitLayerSchema = z.enum([
  'pool',
  'major',
  'largeAmount',
  'enterprise',
  'civilServant',
  'assistance',
  'other',
]);

const schemeSchema = z.object({
  scheme: code('险种类型, "310" 职工, "390" 城乡居民'),
  category: code('人员类别, "11" 在职, "12" 退休'),
});

const yearSchema = z.object({
  year: z
    .string()
    .regex(/^\d{4}$/)
    .meta({ description: '待遇年度' }),
  scheme: code('the insurance whose deductible and ceiling these are'),
  deductible: z.object({ amount: amount('起付线'), used: amount('起付线累计') }),
  poolCeiling: z.object({
    amount: amount('统筹基金封顶线').nullable().meta({ description: '统筹基金封顶线; null where there is none' }),
    used: amount('统筹基金累计支付'),
  }),
  layers: z.array(z.object({ layer: benefitLayerSchema, paid: amount('累计支付') })).max(7),
  visits: z.int().min(0).max(100_000).meta({ description: 'settlements that stand; a refunded one is not counted' }),
  totalFees: amount('医疗费总额'),
  hospital: amount('医院承担'),
  selfPaid: amount('个人支付: from the account and in cash'),
});

const monthSchema = z.object({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .meta({ description: 'yyyy-MM, each month of the year once, rising, none after `asOf`' }),
  funds: amount('基金支付合计'),
  account: amount('个人账户支付'),
  cash: amount('现金支付'),
});

/** One visit that was settled and stands. */
const encounterSchema = z.object({
  settledAt: moment('结算时间'),
  place: z.string().max(200).meta({ description: '定点医药机构名称' }),
  medType: code('医疗类别 med_type'),
  total: amount('医疗费总额'),
  funds: amount('基金支付合计'),
  hospital: amount('医院承担'),
  account: amount('个人账户支付'),
  cash: amount('现金支付'),
});

/** So many visits are named; a year with more names its newest. */
export const MOST_ENCOUNTERS = 60;

/**
 * Medical account and this year's totals. Two identities hold to the fen: totalFees = Σ layers + hospital + selfPaid;
 * the months sum to the layers (funds) and to selfPaid (account and cash). The encounters sum to totalFees where all
 * visits are among them.
 */
export const medicalSummarySchema = z.object({
  schemes: z.array(schemeSchema).min(1).max(10),
  account: z.object({ balance: amount('个人账户余额'), asOf: moment('yyyy-MM-dd HH:mm:ss') }),
  year: yearSchema,
  months: z.array(monthSchema).max(12),
  encounters: z
    .array(encounterSchema)
    .max(MOST_ENCOUNTERS)
    .meta({ description: "this year's visits, the newest first" }),
  asOf: moment('yyyy-MM-dd HH:mm:ss'),
});
export type MedicalSummary = z.output<typeof medicalSummarySchema>;
