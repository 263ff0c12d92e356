import { z } from 'zod';
import { day, decimal, figure, share, yuan } from '../figures/figure.ts';
import { whenSchema } from '../figures/when.ts';
import { visitKinds } from './kinds.ts';
import { layerSchema } from './layers.ts';

/** A medical plan: one scheme of one city for a span of time, as data. Every figure says where it is from. */

const cases = <S extends z.ZodType>(value: S) =>
  z.array(z.strictObject({ when: whenSchema.default({}), figure: figure(value) }));

/**
 * 起付线. `year`: once in a benefit year, counted under `id` (visits of several kinds may share one); `stay`: at every
 * admission; `none`: no deductible. Source of the three ways: benefit regulations of the cities, named at each figure.
 */
const deductible = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('year'), id: z.string(), amounts: cases(yuan).min(1) }),
  z.strictObject({ how: z.literal('stay'), amounts: cases(yuan).min(1) }),
  z.strictObject({ how: z.literal('none'), rule: figure(z.literal('none')) }),
]);

/** Parts of the person's own share that an account may pay. */
export const accountPart = z.enum(['deductible', 'share', 'above', 'preSelfPay', 'ownPay', 'overLimit']);
/** Whose money: the account of this year, that of earlier years, the family's. */
export const purse = z.enum(['current', 'earlier', 'family']);

const account = z.strictObject({
  /** This year's money pays before the deductible, and what it pays does not count towards it (Shanghai). */
  first: z.boolean().default(false),
  pays: z.array(z.strictObject({ purse, parts: z.array(accountPart).min(1) })).default([]),
});
export type AccountRule = z.infer<typeof account>;

/** What one kind of visit is worth. */
const benefit = z.strictObject({
  kinds: z.array(z.enum(visitKinds)).min(1),
  since: figure(day).nullable().default(null),
  deductible,
  /** None where only an account pays. */
  layers: z.array(layerSchema),
  account: figure(account),
});
export type Benefit = z.infer<typeof benefit>;

/** A kind of visit for which the scheme pays nothing; the slip says why. */
const nothing = z.strictObject({ kinds: z.array(z.enum(visitKinds)).min(1), why: figure(z.string().min(1)) });

/** 单病种: no deductible, no catalogue; the fund's sum and the person's limit are fixed, the rest is the hospital's. */
const singleDisease = z.strictObject({
  rule: figure(z.literal('fixed')),
  prices: z.array(
    z.strictObject({ when: whenSchema.default({}), name: z.string(), fund: figure(yuan), personLimit: figure(yuan) }),
  ),
});

/** Care outside the city. `points` are taken off the fund's share, a `factor` multiplies it; sources differ on which. */
const away = z.strictObject({
  mode: figure(z.enum(['points', 'factor'])),
  points: cases(share),
  factor: cases(share),
});

/** How a line of the bill is divided: class, own first share, price limit; by the beginning of the national code. */
const item = z.strictObject({
  prefix: z.string(),
  when: whenSchema.default({}),
  name: z.string().default(''),
  class: figure(z.enum(['甲', '乙', '丙'])),
  /** Of what is inside the limit; `perUnit` is a fixed sum per unit instead (Shanghai, A-08). */
  preSelfPay: z.union([z.strictObject({ share: figure(share) }), z.strictObject({ perUnit: figure(yuan) })]),
  /** Price limit per unit, yuan; null: none. */
  limit: figure(decimal).nullable().default(null),
});
export type ItemFigures = z.infer<typeof item>;

export const medicalPlanSchema = z.strictObject({
  schema: z.literal(2),
  id: z.string(),
  city: z.string(),
  name: z.string(),
  insutype: z.string().regex(/^\d{3}$/),
  /** Which of several schemes under one insutype: "" is the city's usual one. */
  scheme: z.string().default(''),
  valid: figure(z.strictObject({ from: day, to: day })),
  /** First day of the benefit year, MM-dd. */
  yearBegins: figure(z.string().regex(/^\d{2}-\d{2}$/)),
  /** National 人员类别, by its beginning, to the plan's category. */
  categories: z.array(z.strictObject({ psnType: z.string(), category: z.string() })).min(1),
  benefits: z.record(z.string(), benefit),
  without: z.array(nothing).default([]),
  singleDisease: singleDisease.nullable().default(null),
  away: away.nullable().default(null),
  items: z.array(item).default([]),
  /** After so many days a long stay is settled and a new period begins. */
  stayPeriod: z
    .strictObject({
      kinds: z.array(z.enum(visitKinds)).min(1),
      days: figure(z.int().positive()),
      deductibleAgain: figure(z.boolean()),
    })
    .nullable()
    .default(null),
});
export type MedicalPlan = z.infer<typeof medicalPlanSchema>;
