import { z } from 'zod';
import { cardStateSchema } from './card.ts';
import { moment } from './fields.ts';

/**
 * 挂失 without the card: who asks shows an electronic card (电子社保卡). The terminal hands its token on as it was read and
 * learns no more of the person than is needed to say whose card it is. A token is opaque, and only the bureau knows whose
 * it is and whether it is still good.
 */
export const cardLossAsk = z.strictObject({
  token: z.string().min(1).max(512).meta({ pii: true, description: '电子社保卡二维码内容, as it was read' }),
});

export const cardLossSchema = z.object({
  maskedName: z.string().min(1).max(50),
  cardTail: z.string().min(1).max(4).meta({ description: 'the last characters of the card number' }),
  state: cardStateSchema,
  since: z.iso.date().meta({ description: 'since when it is so' }),
  assurance: z.literal('electronicCard').meta({ description: 'by what the bureau knows who asks' }),
  mayReport: z.boolean().meta({ description: 'this assurance suffices for a loss report, and the card is in use' }),
  /** Set once it is reported at a terminal. */
  number: z.string().max(20).nullable().meta({ description: '受理编号' }),
  asOf: moment('yyyy-MM-dd HH:mm:ss'),
});
export type CardLoss = z.output<typeof cardLossSchema>;
