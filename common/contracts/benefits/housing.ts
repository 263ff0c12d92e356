import { z } from 'zod';
import { amount, decimalText, figureSchema, moment, month, paymentSchema } from './fields.ts';

const year = z.string().regex(/^\d{4}$/);

/** 住房公积金. Each side is half up to the yuan: monthly = firm + person; balance = opening + Σ deposited − Σ withdrawn. */
const fundSchema = z.object({
  state: z.enum(['paying', 'paused']).meta({ description: '正常缴存, 暂停缴存' }),
  since: month('the first month of the record'),
  base: amount('缴存基数'),
  firmShare: decimalText('单位缴存比例'),
  personShare: decimalText('个人缴存比例'),
  firm: amount('单位, a month'),
  person: amount('个人, a month'),
  monthly: amount('合计, a month'),
  opening: amount('balance before the first month of the record'),
  years: z
    .array(z.object({ year, deposited: amount('缴存'), withdrawn: amount('提取') }))
    .max(60)
    .meta({ description: 'rising' }),
  balance: amount('余额, without interest: no source states a rate'),
  figures: z.array(figureSchema).max(20),
});

/** 租金补贴: monthly = (areaPerHead × people − area) × perSquareMetre, half up to the fen; nothing where the area suffices. */
const rentSchema = z.object({
  since: month('since when'),
  people: z.int().min(1).max(30),
  area: decimalText('使用面积, m², the household'),
  areaPerHead: decimalText('人均使用面积标准, m²'),
  perSquareMetre: amount('补贴标准, a m² and month'),
  monthly: amount('租金补贴, a month'),
  figures: z.array(figureSchema).max(20),
});

export const housingSchema = z.object({
  city: z.string().max(20),
  hasFund: z.boolean().meta({ description: "whether the city's plan has 住房公积金" }),
  fund: fundSchema.nullable(),
  hasRent: z.boolean().meta({ description: "whether the city's plan has 租金补贴" }),
  rent: rentSchema.nullable(),
  payments: z.array(paymentSchema).max(50),
  asOf: moment('yyyy-MM-dd HH:mm:ss'),
});
export type HousingAnswer = z.output<typeof housingSchema>;
