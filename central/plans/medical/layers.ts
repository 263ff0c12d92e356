import { z } from 'zod';
import { figure, share, yuan } from '../figures/figure.ts';
import { whenSchema } from '../figures/when.ts';
import { fundFieldSchema } from '../plan.ts';

/** The layers of a benefit, in the order in which they pay (benefit rules, order of layers). */

const cases = <S extends z.ZodType>(value: S) =>
  z.array(z.strictObject({ when: whenSchema.default({}), figure: figure(value) }));

const payer = {
  /** Name of its accumulator; layers of several benefits that share a ceiling have the same. */
  id: z.string(),
  field: fundFieldSchema,
  fundPayType: z.string().regex(/^\d{6}$/),
  name: z.string(),
  /** Which people it covers at all. */
  who: whenSchema.default({}),
  /** Which side of the layer is rounded half up; the other side is what is left. */
  round: figure(z.enum(['person', 'fund'])),
  /** What it pays at most in a benefit year; none: unlimited. */
  ceiling: cases(yuan).default([]),
};

/** Upper end of a band on cost inside the scope; null: open. */
const step = z.strictObject({ to: figure(yuan).nullable(), share: figure(share) });
export type Step = z.infer<typeof step>;

/** A share of cost by bands; what lies beyond its ceiling goes on to the next layer of bands. */
const bands = z.strictObject({
  type: z.literal('bands'),
  ...payer,
  bands: z.array(z.strictObject({ when: whenSchema.default({}), steps: z.array(step).min(1) })).min(1),
  /** The person's share is multiplied by this (Beijing: retired people pay 60 % of it). */
  personFactor: cases(share).default([]),
  /** Care outside the city reduces the share. */
  lessAway: z.boolean().default(false),
});

/** A share of what earlier layers left to the person as ratio share, never of the deductible (退休补充, 公务员). */
const remainder = z.strictObject({
  type: z.literal('remainder'),
  ...payer,
  /** Ids of the layers whose rest it looks at; `above` is the cost beyond all ceilings. */
  of: z.array(z.string()).min(1),
  shares: cases(share).min(1),
});

/**
 * A share of the burden: all that the person still has to pay inside the scope, summed over the benefit year (大病,
 * 医疗救助). Tiers are read on the year's burden; the first begins at the deductible.
 */
const burden = z.strictObject({
  type: z.literal('burden'),
  ...payer,
  deductible: cases(yuan).default([]),
  tiers: z.array(z.strictObject({ when: whenSchema.default({}), steps: z.array(step).min(1) })).min(1),
  /** 特困, 低保, 返贫: deductible × factor, share + points, no ceiling. */
  eased: z
    .strictObject({
      when: whenSchema,
      deductibleFactor: figure(share),
      points: figure(share),
      noCeiling: figure(z.boolean()),
    })
    .nullable()
    .default(null),
});

export const layerSchema = z.discriminatedUnion('type', [bands, remainder, burden]);
export type Layer = z.infer<typeof layerSchema>;
export type BandsLayer = z.infer<typeof bands>;
export type RemainderLayer = z.infer<typeof remainder>;
export type BurdenLayer = z.infer<typeof burden>;
