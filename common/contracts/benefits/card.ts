import { z } from 'zod';
import { moment, whoAsks } from './fields.ts';

/**
 * 社会保障卡: the state of one card at the bureau that gives cards out, and how far a new one has come. It is asked for
 * by the card itself, so the card's number is required.
 */
const day = (description: string) => z.iso.date().meta({ description });

export const cardStateSchema = z
  .enum(['normal', 'lost', 'replaced', 'cancelled'])
  .meta({ description: '正常, 挂失, 已换新卡, 注销' });

export const cardStepSchema = z
  .enum(['applied', 'checked', 'made', 'arrived', 'collected'])
  .meta({ description: '已申请, 已审核, 已制卡, 已到网点, 已领取' });

export const cardSchema = z.object({
  state: cardStateSchema,
  since: day('since when it is so'),
  issuer: z.string().max(40).meta({ description: '发卡机构' }),
  issuedOn: day('发卡日期'),
  expiresOn: day('卡有效期; null where the bureau sets none').nullable(),
  application: z
    .object({
      why: z.enum(['first', 'lost', 'damaged', 'expired', 'changed']).meta({
        description: '首次申领, 遗失补办, 损坏换卡, 到期换卡, 信息变更换卡',
      }),
      steps: z
        .array(z.object({ step: cardStepSchema, on: day('done on') }))
        .min(1)
        .max(5)
        .meta({ description: 'the steps that were taken, in their order; none is left out' }),
      collectAt: z.string().max(60).nullable().meta({ description: '领卡网点' }),
    })
    .nullable()
    .meta({ description: '新卡进度; null where none was asked for' }),
  asOf: moment('yyyy-MM-dd HH:mm:ss'),
});
export type CardAnswer = z.output<typeof cardSchema>;

/** The card itself stands in the reader, so its number is known. */
export const cardAsk = z.strictObject({ ...whoAsks.shape, cardNumber: whoAsks.shape.cardNumber.unwrap() });

/** 解除挂失 by card and PIN: both were proven at this terminal, in this session, for this request. */
export const cardWithdrawAsk = z.strictObject({
  ...cardAsk.shape,
  assurance: z.literal('cardAndPin').meta({ description: 'the card was in the reader and accepted its PIN' }),
});
