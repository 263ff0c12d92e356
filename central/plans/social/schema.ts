import { z } from 'zod';
import { day, decimal, figure, share, yuan } from '../figures/figure.ts';

/** What a city's screens and computations need beside its medical plans; every figure says where it is from. */

export const insurances = ['pension', 'medical', 'unemployment', 'injury', 'maternity'] as const;
/** Who pays: ordinary employees, people in flexible employment, or migrant workers where they had rules of their own. */
const group = z.enum(['employee', 'flexible', 'migrant']);

/** Average wage that a contribution year (1 April or 1 July on) goes by: last year's, by the month or by the year. */
const wage = z.strictObject({
  from: day,
  average: z.union([z.strictObject({ monthly: figure(yuan) }), z.strictObject({ yearly: figure(yuan) })]),
});
export type Wage = z.infer<typeof wage>;

const limits = z.strictObject({
  floors: z.array(z.strictObject({ insurances: z.array(z.enum(insurances)).min(1), share: figure(share) })).min(1),
  ceiling: figure(decimal),
});

/** What is paid of a base, by whom: `fixed` is a sum a month beside the rate. */
const rate = z.strictObject({
  insurance: z.enum(insurances),
  group,
  who: z.enum(['firm', 'person']),
  /** "" the insurance itself; else the fund within it (mutual, additional). */
  fund: z.string().default(''),
  rate: figure(share),
  fixed: figure(yuan).nullable().default(null),
  /** Base as a share of the average wage, where the group has one of its own to choose. */
  base: figure(share).nullable().default(null),
});
export type Rate = z.infer<typeof rate>;

export const rateTerm = z.strictObject({ from: day, to: day, rates: z.array(rate).min(1) });

/** Credit to the medical account by age: a share of the base, or of last year's average wage. */
const credit = z.strictObject({
  category: z.enum(['employed', 'retired']),
  fromAge: z.int(),
  of: z.enum(['base', 'averageWage']),
  share: figure(share),
  own: figure(share).nullable().default(null),
});

const transit = z.discriminatedUnion('how', [
  /** Beijing: 1 % of the average wage for each deemed year, and of the indexed wage for 1992-10 to 1998-06. */
  z.strictObject({ how: z.literal('average'), factor: figure(share), deemedBefore: figure(day), until: figure(day) }),
  /** Elsewhere: k of the indexed wage for each deemed year. */
  z.strictObject({ how: z.literal('indexed'), factor: figure(share) }),
]);
export type TransitRule = z.infer<typeof transit>;

/** Months of unemployment benefit by full years paid, and what a month is worth. */
const unemployment = z.strictObject({
  months: z.array(z.strictObject({ fromYears: z.int(), months: figure(z.int().positive()) })).min(1),
  /** Beyond the last step, so many more months for each full year above it. */
  morePerYear: figure(z.int()).nullable().default(null),
  most: figure(z.int().positive()),
  amounts: z.array(z.strictObject({ fromYears: z.int(), monthly: figure(yuan) })).default([]),
  /** From this month of benefit on: a sum, or a share of the sum before. */
  later: z
    .strictObject({
      fromMonth: figure(z.int()),
      pays: z.union([z.strictObject({ sum: figure(yuan) }), z.strictObject({ share: figure(share) })]),
    })
    .nullable()
    .default(null),
  /** 险种类型 that one belongs to while drawing (S14). */
  medicalScheme: figure(z.string()).nullable().default(null),
});
export type UnemploymentRule = z.infer<typeof unemployment>;

/** A standing figure that a query screen shows: a sum of money, or another measure. */
const standard = z.discriminatedUnion('per', [
  z.strictObject({
    id: z.string(),
    name: z.string(),
    per: z.enum(['month', 'year', 'once']),
    amount: figure(yuan),
    /** The standard of 最低生活保障 for such households from a day on. */
    minimumLiving: z
      .strictObject({ household: z.enum(['urban', 'rural']), from: day })
      .nullable()
      .default(null),
    /** The flat part of the residents' pension from a day on. */
    residentBase: z.strictObject({ from: day }).nullable().default(null),
  }),
  z.strictObject({
    id: z.string(),
    name: z.string(),
    per: z.enum(['count', 'share', 'area']),
    amount: figure(decimal),
    /** Between these shares of last year's rural and urban income a resident pays for the residents' pension. */
    residentLimit: z.enum(['floor', 'ceiling']).nullable().default(null),
  }),
]);
export type Standard = z.infer<typeof standard>;

/** 租金补贴 of a household on 低保: for each m² that its home lacks of so many m² of usable area a head. */
const rentSubsidy = z.strictObject({ areaPerHead: figure(decimal), perSquareMetre: figure(yuan) });
export type RentRule = z.infer<typeof rentSubsidy>;

export const citySchema = z.strictObject({
  schema: z.literal(2),
  city: z.string(),
  /** The insurances, allowances and services that the city's plan names; a query shows only these. */
  offers: figure(z.array(z.string()).min(1)),
  wages: z.array(wage).default([]),
  limits: limits.nullable().default(null),
  rates: z.array(rateTerm).default([]),
  /** Shares of the average wage that people in flexible employment choose from when they declare a base; rising. */
  declaration: z
    .strictObject({ shares: z.array(figure(share)).min(1).max(3) })
    .nullable()
    .default(null),
  accountRates: z.array(z.strictObject({ from: day, rate: figure(share) })).default([]),
  interest: z.array(z.strictObject({ from: day, yearly: figure(share) })).default([]),
  medicalCredit: z.array(credit).default([]),
  transit: transit.nullable().default(null),
  /** Base pension of the time before 2006: share of the average wage, and points for each year beyond 15. */
  earlierPension: z
    .strictObject({
      share: figure(share),
      yearsDue: figure(z.int()),
      morePerYear: figure(share),
      accountMonths: figure(z.int()),
      until: figure(day),
    })
    .nullable()
    .default(null),
  unemployment: unemployment.nullable().default(null),
  housingFund: z
    .strictObject({ from: day, to: day, firm: figure(share), person: figure(share), ceiling: figure(decimal) })
    .nullable()
    .default(null),
  rentSubsidy: rentSubsidy.nullable().default(null),
  standards: z.array(standard).default([]),
  /** Categories that a card of the city could carry, by code. */
  cardCategories: figure(z.array(z.strictObject({ code: z.string(), name: z.string() })))
    .nullable()
    .default(null),
});
export type City = z.infer<typeof citySchema>;
