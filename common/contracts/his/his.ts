import { z } from 'zod';
import { hisEncounterSchema } from './encounter.ts';

export { type HisEncounter, type HisLine, hisEncounterSchema, hisLineSchema } from './encounter.ts';

/**
 * The HIS as we ask it (DESIGN §4): the only source of fees. JSON over HTTPS, `Authorization: Bearer`.
 * Amounts, prices and counts are decimal text in yuan ("35.2415"), never JSON numbers.
 *   POST /his/v1/unpaid · POST /his/v1/hold · POST /his/v1/settled · POST /his/v1/released · POST /his/v1/refunded ·
 *   POST /his/v1/query
 */
const money = z.string().regex(/^\d{1,12}\.\d{2}$/);
const code = z.string().min(1).max(60);

export const hisPersonSchema = z.object({
  identityNumber: z.string().min(1).max(50).meta({ pii: true }),
  name: z.string().min(1).max(50).meta({ pii: true }),
  cardNumber: z.string().max(50).nullable(),
});

export const hisApi = {
  unpaid: {
    path: '/his/v1/unpaid',
    in: hisPersonSchema,
    /** `identityNumber`: whose they are, as it was asked. An answer that went astray is not another person's bill. */
    out: hisPersonSchema.pick({ identityNumber: true }).extend({ encounters: z.array(hisEncounterSchema).max(20) }),
  },
  /**
   * Takes the encounter for `holder`, a name that one preparation of one terminal has. Idempotent for the same holder;
   * a holder that has released (also before its hold arrived) never holds again: `heldElsewhere`.
   */
  hold: {
    path: '/his/v1/hold',
    in: z.object({ encounterId: code, holder: code }),
    out: z.discriminatedUnion('result', [
      z.object({ result: z.literal('held') }),
      z.object({ result: z.literal('heldElsewhere') }),
      z.object({ result: z.literal('alreadySettled') }),
      z.object({ result: z.literal('notFound') }),
    ]),
  },
  /** Tells of a settlement; a queue row, idempotent by `messageId`. `cashDue` is collected at the window. */
  settled: {
    path: '/his/v1/settled',
    in: z.object({
      encounterId: code,
      holder: code,
      messageId: z.string().length(30),
      mdtrtId: z.string().max(30),
      setlId: z.string().max(30),
      settledAt: z.string().length(19),
      total: money,
      funds: money,
      hospital: money,
      account: money,
      cashDue: money,
    }),
    out: z.object({ result: z.enum(['stored', 'duplicate', 'conflict', 'notFound']) }),
  },
  /** Gives the encounter back, for good as far as this holder goes; idempotent. A queue row when it follows a reversal. */
  released: {
    path: '/his/v1/released',
    in: z.object({
      encounterId: code,
      holder: code,
      reason: z.enum(['cancelled', 'refused', 'notSent', 'reversed', 'expired']),
      /** With `refused`: the centre's own words; no number, no name in clear. */
      because: z.string().max(200).optional(),
    }),
    out: z.object({ result: z.enum(['released', 'notHeld', 'alreadySettled', 'notFound']) }),
  },
  /**
   * Tells that a settlement was given back at the centre (2208); a queue row, idempotent by `messageId`, the one of the
   * settlement. The encounter is unpaid again; what was collected in cash is returned at the window.
   */
  refunded: {
    path: '/his/v1/refunded',
    in: z.object({
      encounterId: code,
      messageId: z.string().length(30),
      mdtrtId: z.string().max(30),
      setlId: z.string().max(30),
      refundedAt: z.string().length(19),
      total: money,
      cashReturned: money,
    }),
    /** `notSettled`: the HIS never had this settlement, so there is nothing to take back. */
    out: z.object({ result: z.enum(['stored', 'duplicate', 'notSettled', 'notFound']) }),
  },
  /**
   * What the HIS has of a settlement and of a hold. Asked before a notice that is older than the life of its key is
   * sent again: the books do not forget, the memory of keys may.
   */
  query: {
    path: '/his/v1/query',
    in: z.object({ encounterId: code, messageId: z.string().length(30).nullable(), holder: code.nullable() }),
    out: z.object({
      /** Of `messageId`. */
      settlement: z.enum(['settled', 'refunded', 'unknown']),
      /** Whether `holder` holds the encounter now. */
      held: z.boolean(),
    }),
  },
} as const;
