import { z } from 'zod';

/**
 * An external cashier as we ask it: the hospital's own machine or service that takes what is left to pay in cash after a
 * settlement. JSON over HTTPS, `Authorization: Bearer`; amounts are decimal text in yuan.
 *   POST /cashier/v1/collect · POST /cashier/v1/close
 * Both are idempotent by `key`, for ever. It settles nothing: whatever it answers, the settlement stands as it is.
 */
const money = z.string().regex(/^\d{1,12}\.\d{2}$/);
const code = z.string().min(1).max(60);

/** 32 hex characters, random, made before the first attempt; one per settlement. */
const key = z.string().regex(/^[0-9a-f]{32}$/);

/** Why nothing was taken: refused, given up by the person at the cashier, no time left, or closed before it came to that. */
export const notCollectedReasons = ['declined', 'cancelled', 'expired', 'closed'] as const;

export const cashierAnswerSchema = z.discriminatedUnion('result', [
  z.object({
    result: z.literal('collected'),
    key,
    amount: money,
    /** The cashier's own number of the payment, by which it is found again. */
    reference: code.max(40),
    /** `yyyy-MM-dd HH:mm:ss` */
    at: z.string().length(19),
  }),
  z.object({ result: z.literal('notCollected'), key, because: z.enum(notCollectedReasons) }),
  /** It has the request, and it is not decided. */
  z.object({ result: z.literal('pending'), key }),
]);
export type CashierAnswer = z.output<typeof cashierAnswerSchema>;

export const cashierApi = {
  /** Asks for the money. The same key again answers how it stands; the same key with another content is refused (422). */
  collect: {
    path: '/cashier/v1/collect',
    in: z.object({
      key,
      institution: code,
      terminal: code,
      encounterId: code,
      /** The settlement that the cash part belongs to: our message id, and the centre's number of it. */
      messageId: z.string().length(30),
      setlId: code.max(30),
      amount: money,
    }),
    out: cashierAnswerSchema,
  },
  /**
   * Nobody waits any more. What is collected stays so; everything else is `notCollected` from now on, also a `collect`
   * of this key that arrives later.
   */
  close: { path: '/cashier/v1/close', in: z.object({ key }), out: cashierAnswerSchema },
} as const;
export type CollectRequest = z.output<(typeof cashierApi)['collect']['in']>;
