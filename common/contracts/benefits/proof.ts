import { z } from 'zod';
import { moment, whoAsks } from './fields.ts';

/**
 * 领取待遇资格认证: that somebody who draws a benefit stands at a terminal. The terminal says how sure it is; whether that
 * is enough is the centre's to say, because heirs may hold card and PIN.
 */
export const assuranceSchema = z
  .enum(['card', 'cardPin', 'face'])
  .meta({ description: 'the card was read, its PIN was proven too, a face was compared as well' });
export type Assurance = z.infer<typeof assuranceSchema>;

const day = (description: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable()
    .meta({ description });

export const entitlementProofAsk = whoAsks.extend({
  assurance: assuranceSchema.optional().meta({ description: 'missing: only asked how it stands, nothing is recorded' }),
  terminal: z.string().min(1).max(60).meta({ description: 'institution and terminal' }),
});

export const entitlementProofSchema = z.object({
  city: z.string().max(20),
  drawing: z.array(z.string().max(50)).max(20).meta({ description: 'what is drawn and has to be proven' }),
  state: z.enum(['notNeeded', 'due', 'proven', 'notEnough']).meta({
    description: 'nothing is drawn; to be proven; proven until `validUntil`; what was sent is not enough',
  }),
  /** `window`: no terminal is enough, whatever it can do. */
  required: z.enum(['card', 'cardPin', 'face', 'window']),
  provenOn: day('认证日期'),
  validUntil: day('有效期至'),
  illustrative: z.boolean().meta({ description: 'no rule that could be read says these periods and levels' }),
  asOf: moment('yyyy-MM-dd HH:mm:ss'),
});
export type EntitlementProof = z.output<typeof entitlementProofSchema>;
