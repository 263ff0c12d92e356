import { z } from 'zod';
import { type Pii, pii } from '../../kernel/pii.ts';

/**
 * The hospital's encounters of one day, for a billing desk's list: what has changed since the cursor, in pages. It is for
 * finding and calling people; what is billed is always asked for anew by the person (`unpaid`).
 *   POST /his/v1/day
 */
const wrapped = z
  .string()
  .min(1)
  .max(50)
  .transform((name): Pii<string> => pii(name))
  .meta({ pii: true });

export const hisDayRowSchema = z.object({
  /** 院内唯一流水 */
  encounterId: z.string().min(1).max(30),
  /** 排队号, where there is a queue. */
  number: z.string().min(1).max(12).nullable(),
  name: wrapped,
  /** 拼音码: the initials of the name, "zp"; null where the hospital has none. */
  initials: z
    .string()
    .regex(/^[A-Za-z]{1,10}$/)
    .nullable(),
  visitedAt: z.string().length(19),
  department: z.string().max(100),
  /** 医疗类别 med_type */
  medicalType: z.string().min(2).max(6),
  total: z.string().regex(/^\d{1,12}\.\d{2}$/),
  state: z.enum(['unpaid', 'held', 'settled', 'refunded']),
});
export type HisDayRow = z.output<typeof hisDayRowSchema>;

export const hisDayApi = {
  path: '/his/v1/day',
  /** `cursor`: as the last answer of this day gave it; null: from the beginning. */
  in: z.object({ day: z.iso.date(), cursor: z.string().max(60).nullable() }),
  out: z.object({
    encounters: z.array(hisDayRowSchema).max(500),
    cursor: z.string().max(60),
    /** There is more now. */
    more: z.boolean(),
  }),
} as const;
export type HisDayPage = z.output<typeof hisDayApi.out>;
