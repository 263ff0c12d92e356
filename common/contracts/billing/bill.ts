import { z } from 'zod';
import { amount, encounterId, quoteId } from './fields.ts';

const layer = z.enum(['pool', 'major', 'largeAmount', 'enterprise', 'civilServant', 'assistance', 'other']);

/** Who pays what of a bill. total = funds + hospital + account + cash. */
export const apiSplitSchema = z.object({
  total: amount('费用总额'),
  funds: amount('基金支付总额'),
  layers: z.array(z.object({ layer, amount: amount('what this fund pays') })).max(20),
  hospital: amount('医院负担'),
  account: amount('个人账户支出'),
  accountMutualAid: amount('个人账户共济支付'),
  accountBalanceAfter: z.string().max(16).nullable().meta({ description: '余额 after it; null where it is not said' }),
  cash: amount('个人现金支出: to be collected by the hospital'),
  deductible: amount('实际支付起付线').nullable(),
});
export type ApiSplit = z.output<typeof apiSplitSchema>;

/** How the centre ruled on one fee line. */
const rulingSchema = z.object({
  lineId: z.string().max(30),
  level: z.string().max(3).meta({ description: '收费项目等级: 01 甲, 02 乙, 03 丙; empty: not said' }),
  limit: z
    .string()
    .max(20)
    .nullable()
    .meta({ description: '定价上限金额 per unit, where some of the line lies above it' }),
  share: z.string().max(10).nullable().meta({ description: '自付比例 in per cent, where some of it is paid first' }),
});

/** A pre-settled bill: what is shown to the person before anything is paid. */
export const quoteSchema = z.object({
  quote: quoteId,
  encounterId,
  mdtrtId: z.string().max(30).meta({ description: '就诊ID of the centre' }),
  useAccount: z.boolean(),
  split: apiSplitSchema,
  lines: z.array(rulingSchema).max(5000),
  words: z.array(z.string().max(200)).max(10).meta({ description: 'what the centre wrote beside its funds' }),
});
export type ApiQuote = z.output<typeof quoteSchema>;

/** One line, or the total (lineId null), where the hospital's figure is not what the centre will take. */
export const differenceSchema = z.object({
  lineId: z.string().max(30).nullable(),
  name: z.string().max(100),
  count: z.string().max(20),
  unitPrice: z.string().max(20),
  hospital: amount('as the hospital says'),
  computed: amount('count × price, half up to the fen; of the total: the sum of the lines'),
});
