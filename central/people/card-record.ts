import { z } from 'zod';
import { cardStepSchema } from '../../common/contracts/benefits/card.ts';

const day = z.iso.date();

/** The card of a made-up person at the bureau that gave it out. Without a word it is an ordinary one in use. */
export const cardRecordSchema = z
  .strictObject({
    issuer: z.string().max(40).default('测试社会保障卡中心'),
    issuedOn: day.default('2019-06-01'),
    expiresOn: day.nullable().default('2099-12-31'),
    /** Reported lost on this day, other than at a terminal. */
    lost: day.nullable().default(null),
    /** A new card took its place on this day. */
    replaced: day.nullable().default(null),
    application: z
      .strictObject({
        why: z.enum(['first', 'lost', 'damaged', 'expired', 'changed']),
        steps: z.array(z.strictObject({ step: cardStepSchema, on: day })).min(1),
        collectAt: z.string().nullable(),
      })
      .nullable()
      .default(null),
  })
  .superRefine(({ application }, context) => {
    const steps = application?.steps ?? [];
    const order = cardStepSchema.options;
    for (const [index, { step, on }] of steps.entries()) {
      const inOrder = step === order[index] && (index === 0 || (steps[index - 1]?.on ?? '') <= on);
      if (!inOrder)
        context.addIssue({ code: 'custom', path: ['application', 'steps', index], message: 'out of order' });
    }
  });
export type CardRecord = z.infer<typeof cardRecordSchema>;
