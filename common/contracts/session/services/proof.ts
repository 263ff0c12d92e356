import { z } from 'zod';
import { asOfSchema } from './shared.ts';

const day = z.iso.date().nullable();

/** 领取待遇资格认证 as a screen shows it: whether it is due, and until when it holds. */
export const proofViewSchema = z.object({
  service: z.literal('proof'),
  city: z.string().max(20),
  /** What is drawn, in the centre's words. */
  drawing: z.array(z.string().max(50)).max(20),
  /** `notEnough`: the centre wants more than this terminal has shown; a window does it. */
  state: z.enum(['notNeeded', 'due', 'proven', 'notEnough']),
  /** No terminal is enough, whatever it can do: it is not offered here. */
  atWindow: z.boolean(),
  provenOn: day,
  validUntil: day,
  illustrative: z.boolean(),
  asOf: asOfSchema,
});
export type ProofView = z.infer<typeof proofViewSchema>;
