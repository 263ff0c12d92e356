import { z } from 'zod';

/**
 * 挂失 without the card, as a screen shows it. `show`: an electronic card is waited for; `confirm`: whose card it is and
 * how it stands; `done`: the card as it stands after the report; `failed`: the code was of no use, or nobody answered.
 */
export const lossSteps = ['show', 'asking', 'confirm', 'reporting', 'done', 'failed'] as const;

/** What the bureau says of the card that an electronic card speaks of. */
export const lossCardSchema = z.object({
  /** Masked by the bureau: "李*兰". */
  name: z.string().max(50),
  cardTail: z.string().max(4),
  state: z.enum(['normal', 'lost', 'replaced', 'cancelled']),
  since: z.iso.date(),
  /** The bureau takes a report by electronic card, and there is something to report. */
  mayReport: z.boolean(),
  /** 受理编号, where it was reported at a terminal. */
  number: z.string().max(20).nullable(),
  asOf: z.string().length(19),
});
export type LossCard = z.infer<typeof lossCardSchema>;

/** Why it did not go on. `unsure`: the report may have been made; asking again changes nothing more. */
export const lossTroubles = ['unknownCode', 'noAnswer', 'unsure'] as const;
export type LossTrouble = (typeof lossTroubles)[number];
