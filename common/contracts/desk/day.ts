import { z } from 'zod';
import { positiveFenSchema } from '../amounts.ts';

/** Where an encounter of the day stands: the hospital's word, and over it what this terminal knows better. */
export const dayStateSchema = z.enum([
  'unpaid',
  'held',
  'settling',
  'unknown',
  'settled',
  'refunding',
  'refunded',
  'people',
]);
export type DayState = z.infer<typeof dayStateSchema>;

/** One encounter of the day. Nobody is named in clear. */
export const dayRowSchema = z.object({
  encounterId: z.string().max(60),
  /** 排队号, where the hospital gives one. */
  number: z.string().max(12).nullable(),
  /** `yyyy-MM-dd HH:mm:ss` */
  at: z.string().max(19),
  name: z.string().max(50),
  department: z.string().max(100),
  caseKind: z.string().max(6),
  total: positiveFenSchema,
  state: dayStateSchema,
});
export type DayRow = z.infer<typeof dayRowSchema>;

/** Pages of the day list are at most this long. */
export const DAY_PAGE = 60;

/**
 * One window onto the day list, in the order of the day. `text` is the beginning of a queue number, of an encounter's
 * number, of its last digits, or of the initials of a name ("zp"); several words must all fit. Empty: everything.
 */
export const dayQuerySchema = z.object({
  text: z.string().max(40),
  state: dayStateSchema.nullable(),
  from: z.int().min(0).max(1_000_000),
  count: z.int().min(1).max(DAY_PAGE),
});
export type DayQuery = z.infer<typeof dayQuerySchema>;

export const dayPageSchema = z.object({
  /** How many rows fit, and how many there are. */
  fits: z.int().nonnegative(),
  total: z.int().nonnegative(),
  from: z.int().nonnegative(),
  rows: z.array(dayRowSchema).max(DAY_PAGE),
  /** When the hospital was last asked for it, ms of the wall clock; null: it never answered today. */
  asOf: z.number().nullable(),
});
export type DayPage = z.infer<typeof dayPageSchema>;
