import { z } from 'zod';

/**
 * The HIS as we ask it (DESIGN §4): the only source of fees. JSON over HTTPS, `Authorization: Bearer`.
 * Amounts, prices and counts are decimal text in yuan ("35.2415"), never JSON numbers.
 *   POST /his/v1/unpaid · POST /his/v1/hold · POST /his/v1/settled · POST /his/v1/released
 */
const money = z.string().regex(/^\d{1,12}\.\d{2}$/);
const code = z.string().min(1).max(60);

export const hisPersonSchema = z.object({
  identityNumber: z.string().min(1).max(50).meta({ pii: true }),
  name: z.string().min(1).max(50).meta({ pii: true }),
  cardNumber: z.string().max(50).nullable(),
});

export const hisLineSchema = z.object({
  lineId: code.max(30),
  name: z.string().min(1).max(100),
  /** 医疗目录编码 med_list_codg · 医药机构目录编码 medins_list_codg · 收费类别 med_chrgitm_type */
  nationalCode: code.max(50),
  hospitalCode: code.max(150),
  category: z.string().regex(/^\d{2}$/),
  count: z.string().regex(/^\d{1,12}(\.\d{1,4})?$/),
  unit: z.string().max(20).nullable(),
  unitPrice: z.string().regex(/^\d{1,10}(\.\d{1,6})?$/),
  amount: money,
  /** `yyyy-MM-dd HH:mm:ss` */
  occurredAt: z.string().length(19),
  prescription: z.string().max(30).nullable(),
});
export type HisLine = z.infer<typeof hisLineSchema>;

export const hisEncounterSchema = z.object({
  /** 院内唯一流水, `ipt_otp_no` */
  encounterId: code.max(30),
  visitedAt: z.string().length(19),
  /** 医疗类别 med_type, "11" 普通门诊 */
  medicalType: z.string().min(2).max(6),
  department: z.object({ code: code.max(30), name: z.string().max(100), specialty: z.string().max(6) }),
  doctor: z.object({ code: code.max(30), name: z.string().max(50) }),
  diagnoses: z
    .array(
      z.object({
        type: z.string().max(3),
        order: z.int().min(1).max(99),
        code: code.max(20),
        name: z.string().max(100),
      }),
    )
    .min(1)
    .max(20),
  lines: z.array(hisLineSchema).min(1).max(500),
  total: money,
});
export type HisEncounter = z.infer<typeof hisEncounterSchema>;

export const hisApi = {
  unpaid: {
    path: '/his/v1/unpaid',
    in: hisPersonSchema,
    out: z.object({ encounters: z.array(hisEncounterSchema).max(20) }),
  },
  /** Takes the encounter for `holder` (terminal + intent group). Idempotent for the same holder. */
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
  /** Gives the encounter back; idempotent. A queue row when it follows a reversal. */
  released: {
    path: '/his/v1/released',
    in: z.object({
      encounterId: code,
      holder: code,
      reason: z.enum(['cancelled', 'refused', 'notSent', 'reversed', 'expired']),
    }),
    out: z.object({ result: z.enum(['released', 'notHeld', 'alreadySettled', 'notFound']) }),
  },
} as const;
