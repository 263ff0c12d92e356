import { z } from 'zod';
import { positiveFenSchema } from '../../amounts.ts';
import { asOfSchema, monthSchema, paidSchema, percentSchema } from './shared.ts';

/** 住房公积金; amounts are fen. monthly = firm + person, balance = opening + Σ deposited − Σ withdrawn. */
const fundSchema = z.object({
  state: z.enum(['paying', 'paused']),
  since: monthSchema,
  base: positiveFenSchema,
  firmPercent: percentSchema,
  personPercent: percentSchema,
  firm: positiveFenSchema,
  person: positiveFenSchema,
  monthly: positiveFenSchema,
  opening: positiveFenSchema,
  /** The newest first. */
  years: z
    .array(z.object({ year: z.string().length(4), deposited: positiveFenSchema, withdrawn: positiveFenSchema }))
    .max(60),
  balance: positiveFenSchema,
  illustrative: z.boolean(),
});

/** 租金补贴; monthly = (areaPerHead × people − area) × perSquareMetre. Areas are m² as plain numbers. */
const rentSchema = z.object({
  since: monthSchema,
  people: z.int().min(1).max(30),
  area: z.string().max(20),
  areaPerHead: z.string().max(20),
  /** What the home lacks of the standard. */
  lacking: z.string().max(20),
  perSquareMetre: positiveFenSchema,
  monthly: positiveFenSchema,
  illustrative: z.boolean(),
});

/** Housing as a screen shows it; `has…`: whether the city's plan has it at all. */
export const housingViewSchema = z.object({
  service: z.literal('housing'),
  city: z.string().max(20),
  hasFund: z.boolean(),
  fund: fundSchema.nullable(),
  hasRent: z.boolean(),
  rent: rentSchema.nullable(),
  payments: z.array(paidSchema).max(50),
  asOf: asOfSchema,
});
export type HousingView = z.infer<typeof housingViewSchema>;
export type HousingFundView = z.infer<typeof fundSchema>;
export type RentView = z.infer<typeof rentSchema>;
