import { z } from 'zod';
import { apiSplitSchema } from './bill.ts';
import { amount, encounterId, failureSchema, messageId, moment } from './fields.ts';

export const settledBillSchema = z.object({
  encounterId,
  messageId,
  setlId: z.string().max(30).meta({ description: '结算ID of the centre' }),
  mdtrtId: z.string().max(30),
  settledAt: moment('setl_time, the centre’s'),
  split: apiSplitSchema,
  checkCode: z.string().max(16).meta({ description: '验真码 as on the slip' }),
  changed: z.boolean().meta({ description: 'the split is not the one that was pre-settled: show it to the person' }),
});

export const refundedBillSchema = z.object({
  encounterId,
  messageId,
  refundedAt: moment('when the centre gave it back'),
  cashReturned: amount('to be returned by the hospital'),
});

const refused = z
  .object({
    kind: z.literal('refused'),
    failure: failureSchema,
    next: z.enum(['again', 'read', 'people']),
  })
  .meta({
    description:
      'No money moved by this request. again: it may be tried anew with a new key. read: it is settled already, under ' +
      'another key: read the bill, and book that settlement alone. people: it is on the work-list.',
  });

const unknown = z
  .object({
    kind: z.literal('unknown'),
    messageId: messageId.nullable().meta({
      description: 'of the settlement; null: the journal that has it was lost, or cannot be read',
    }),
    next: z.enum(['wait', 'people']),
  })
  .meta({
    description:
      'Nobody knows yet whether money moved and stays, also while a settlement is being given back: collect nothing. wait: repeat this request with the same key, or read the bill, until it is ' +
      'known; never bill the encounter elsewhere meanwhile. people: the terminal has tried long enough; its work-list says.',
  });

const ended = <T extends z.ZodType>(bill: T) =>
  z
    .object({ kind: z.literal('settled'), bill, next: z.literal('done') })
    .meta({ description: 'The centre has confirmed it and it is on record here.' });

/** How a settlement ended: these three, and never anything else. */
export const settleAnswerSchema = z.discriminatedUnion('kind', [ended(settledBillSchema), refused, unknown]);
export type SettleAnswer = z.output<typeof settleAnswerSchema>;

/** How giving back ended; `settled` means that the refund is settled. */
export const refundAnswerSchema = z.discriminatedUnion('kind', [ended(refundedBillSchema), refused, unknown]);
export type RefundAnswer = z.output<typeof refundAnswerSchema>;

/** Where an encounter stands, by the journal. */
export const standingSchema = z.object({
  encounterId,
  state: z
    .enum(['none', 'prepared', 'settling', 'unknown', 'settled', 'refunding', 'refunded', 'people'])
    .meta({ description: 'none: nothing is under way and nothing stands · people: the work-list has it' }),
  messageId: messageId.nullable().meta({ description: 'of the newest settlement' }),
  settled: settledBillSchema.nullable(),
  refunded: refundedBillSchema.nullable(),
});
