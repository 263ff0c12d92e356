import { z } from 'zod';
import { notCollectedReasons } from '../cashier/cashier.ts';

/** The cashier's own reasons, and ours: no byte of the request reached it. */
export const notCollectedSchema = z.enum([...notCollectedReasons, 'unreachable']);
export type NotCollected = z.infer<typeof notCollectedSchema>;

/**
 * How the cash part fares at the external cashier, beside a settlement that stands whatever becomes of this.
 * `asking`: the person may pay now, or rather go to the window. `stopping`: it is being told that she does not.
 */
export const collectionSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('asking') }),
  z.object({ state: z.literal('stopping') }),
  /** `reference`: the cashier's own number of the payment. */
  z.object({ state: z.literal('collected'), reference: z.string(), at: z.string() }),
  z.object({ state: z.literal('notCollected'), because: notCollectedSchema }),
  /** Nobody can tell yet: the person must not pay again before the window has looked. */
  z.object({ state: z.literal('unknown') }),
]);
export type Collection = z.infer<typeof collectionSchema>;
/** What a slip can say. */
export type CollectionResult = Extract<Collection, { state: 'collected' | 'notCollected' | 'unknown' }>;
