import { z } from 'zod';
import { positiveFenSchema } from '../../amounts.ts';
import { asOfSchema, percentSchema } from './shared.ts';

const daySchema = z.string().length(10);

/** What one kind of visit is worth at a hospital of one level: 0 community, 1, 2, 3. */
const levelSchema = z.object({
  kind: z.enum(['outpatient', 'inpatient']),
  level: z.int().min(0).max(3),
  deductible: z.object({ how: z.enum(['year', 'stay', 'none']), amount: positiveFenSchema }),
  /** Rising, the last one open; none: nothing is paid there. */
  bands: z.array(z.object({ to: positiveFenSchema.nullable(), percent: percentSchema })).max(10),
  ceiling: positiveFenSchema.nullable(),
  illustrative: z.boolean(),
});

/** 待遇政策 of the insurance in force, as a screen shows it; amounts are fen. */
export const coverageViewSchema = z.object({
  service: z.literal('coverage'),
  /** 险种类型. */
  insutype: z.string().max(10),
  /** Null where no plan is in force today. */
  scheme: z
    .object({
      city: z.string().max(20),
      name: z.string().max(60),
      from: daySchema,
      to: daySchema,
      levels: z.array(levelSchema).max(8),
    })
    .nullable(),
  asOf: asOfSchema,
});
export type CoverageView = z.infer<typeof coverageViewSchema>;
export type LevelView = z.infer<typeof levelSchema>;
