import { z } from 'zod';
import { type Fen, fen } from '../kernel/money.ts';

/** Fen on our own links: a JSON integer, branded. Other systems' amounts are yuan text, read by `parseFen`. */
export const fenSchema = z
  .number()
  .int()
  .refine((n) => Number.isSafeInteger(n))
  .transform((n): Fen => fen(n));

/** Non-negative fen. */
export const positiveFenSchema = fenSchema.refine((n) => n >= 0);
