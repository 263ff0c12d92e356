import { z } from 'zod';
import { cardErrorSchema } from './card.ts';

/** `none`: the profile has no pad. */
export const pinPadStatusSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('offline') }),
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('entering'), digits: z.int().min(0).max(16) }),
]);
export type PinPadStatus = z.infer<typeof pinPadStatusSchema>;

/**
 * How a PIN entry ended. The digits never leave the device host: neither this result nor any event carries them.
 * `triesLeft` is what the card said in 63Cx, or null where it did not say.
 */
export const pinVerifyResultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('verified') }),
  z.object({ kind: z.literal('wrong'), triesLeft: z.int().min(0).max(15).nullable() }),
  z.object({ kind: z.literal('blocked') }),
  /** The card accepted it, but it is the issuer's initial PIN, with which nothing may be paid. */
  z.object({ kind: z.literal('initial') }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('timeout') }),
  z.object({ kind: z.literal('padGone') }),
  z.object({ kind: z.literal('busy') }),
  z.object({ kind: z.literal('card'), error: cardErrorSchema }),
]);
export type PinVerifyResult = z.infer<typeof pinVerifyResultSchema>;
