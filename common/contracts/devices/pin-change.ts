import { z } from 'zod';
import { cardErrorSchema } from './card.ts';

/** Pairs of a new PIN that the pad takes before a change is given up, and the entries that makes at most. */
export const PIN_PAIRS = 3;
export const PIN_ENTRIES = 1 + 2 * PIN_PAIRS;

/** Why a new PIN was not taken. Which digits it had is told to nobody. */
export const pinHintSchema = z.enum([
  /** Not six digits. */
  'length',
  /** One of the issuer's first PINs. */
  'initial',
  /** The PIN that the card has. */
  'same',
  /** 111111, 121212, 123123, 112233 */
  'repeated',
  /** 123456, 987654 */
  'sequence',
  /** The holder's day of birth in one of the usual orders. */
  'birthday',
  /** A run of the identity number or of the card's number: both are printed on the card. */
  'number',
  /** The two entries were not alike. */
  'differs',
]);
export type PinHint = z.infer<typeof pinHintSchema>;

/** Where a change stands. Told before each entry, and `changing` before the command that changes the PIN is sent. */
export const pinChangeStepSchema = z.object({
  /** The number under which the terminal asked for it. */
  dialogue: z.int(),
  step: z.enum(['old', 'checking', 'new', 'again', 'changing']),
  hint: pinHintSchema.nullable(),
});
export type PinChangeStep = z.infer<typeof pinChangeStepSchema>;

/**
 * How a change ended. Only `changed` says that the new PIN holds and only `unknown` leaves open which one does; after
 * every other end the old one holds. Nothing here carries a digit.
 */
export const pinChangeResultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed') }),
  /**
   * The command went out and no answer that can be believed came back: the card may have the old PIN or the new one.
   * `stuck`: the call into the reader never came back.
   */
  z.object({ kind: z.literal('unknown'), stuck: z.boolean() }),
  /** The old PIN was not right. */
  z.object({ kind: z.literal('wrong'), triesLeft: z.int().min(0).max(15).nullable() }),
  z.object({ kind: z.literal('blocked') }),
  /** The card answered the command with a refusal. */
  z.object({ kind: z.literal('refused') }),
  /** No pair of entries could be taken. */
  z.object({ kind: z.literal('gaveUp') }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('timeout') }),
  z.object({ kind: z.literal('padGone') }),
  z.object({ kind: z.literal('busy') }),
  /** Card or reader failed before the command was sent. */
  z.object({ kind: z.literal('card'), error: cardErrorSchema }),
]);
export type PinChangeResult = z.infer<typeof pinChangeResultSchema>;
