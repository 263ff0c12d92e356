import { z } from 'zod';
import { asOfSchema } from './shared.ts';

const day = z.iso.date();

/** The way of a new card, in order. */
export const cardSteps = ['applied', 'checked', 'made', 'arrived', 'collected'] as const;

/** What can be done with the card here and now, as its state at the centre allows. */
export const cardActs = ['pinChange', 'withdrawLoss'] as const;
/** Those that the centre does, once the card has accepted its PIN for it. */
export type CardAct = Exclude<(typeof cardActs)[number], 'pinChange'>;

/** The card of the one who stands here: what it says of itself, and what the centre says of it. */
export const cardViewSchema = z.object({
  service: z.literal('card'),
  state: z.enum(['normal', 'lost', 'replaced', 'cancelled']),
  /** Since when the centre has it so. */
  since: day,
  /** Its loss report was withdrawn here, just now. */
  withdrawn: z.boolean(),
  /** The bureau or bank that gave it out. */
  issuer: z.string().max(40),
  /** From the chip, as written there: a year alone is possible, null where it has none. */
  chip: z.object({ issuedOn: z.string().max(10).nullable(), expiresOn: z.string().max(10).nullable() }),
  centre: z.object({ issuedOn: day, expiresOn: day.nullable() }),
  /** Chip and centre name another last day. */
  differs: z.boolean(),
  /** A card that is on its way, or was the last to be; null where none was asked for. */
  application: z
    .object({
      why: z.enum(['first', 'lost', 'damaged', 'expired', 'changed']),
      /** The steps that were taken, in their order; what is missing is still to come. */
      steps: z
        .array(z.object({ step: z.enum(cardSteps), on: day }))
        .min(1)
        .max(cardSteps.length),
      /** Where it is to be collected. */
      collectAt: z.string().max(60).nullable(),
    })
    .nullable(),
  acts: z.array(z.enum(cardActs)).max(cardActs.length),
  asOf: asOfSchema,
});
export type CardView = z.infer<typeof cardViewSchema>;
