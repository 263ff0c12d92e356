import { z } from 'zod';
import { positiveFenSchema } from '../amounts.ts';
import { certificateKindSchema } from '../benefits/certificates.ts';

/** Why a check code told nothing. */
export const checkFailureSchema = z.enum(['none', 'tooMany', 'unreachable']);
export type CheckFailure = z.infer<typeof checkFailureSchema>;

/** What a paper must say, for whoever holds it; `total` in fen. */
export const checkedViewSchema = z.object({
  kind: certificateKindSchema,
  state: z.enum(['valid', 'expired']),
  maskedName: z.string().max(50),
  total: positiveFenSchema,
  issuedOn: z.iso.date(),
  expiresOn: z.iso.date(),
  /** Sixteen digits of its digest, as the paper shows them. */
  digest: z.string().length(16),
  /** A demonstration's: it counts for nothing. */
  lab: z.boolean(),
});
export type CheckedView = z.infer<typeof checkedViewSchema>;

/** 查验证明: a code is typed digit by digit, and looked up with its last one. Nobody has put in a card. */
export const checkViewSchema = z.object({
  typed: z.string().regex(/^\d{0,20}$/),
  phase: z.enum(['typing', 'asking', 'told']),
  /** All digits are there, and the last two do not fit the others. */
  mistyped: z.boolean(),
  /** Told: what was found, or why nothing was. */
  found: checkedViewSchema.nullable(),
  failure: checkFailureSchema.nullable(),
});
export type CheckView = z.infer<typeof checkViewSchema>;

/** What became of a code that was looked up: what its paper says, or why that is not known. */
export type Told = Pick<CheckView, 'found' | 'failure'>;
