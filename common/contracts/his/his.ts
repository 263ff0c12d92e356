import { z } from 'zod';
import { hisDiagnosesSchema } from './diagnosis.ts';
import { hisStaySchema } from './stay.ts';

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

/** Fee lines of one visit, and of one stay of several weeks. */
const MOST_LINES = 500;
const MOST_STAY_LINES = 5000;

const encounter = z.object({
  /** 院内唯一流水, `ipt_otp_no` */
  encounterId: code.max(30),
  visitedAt: z.string().length(19),
  /** 医疗类别 med_type, "11" 普通门诊 */
  medicalType: z.string().min(2).max(6),
  /** 病种 dise_codg and dise_name: of a chronic illness (医疗类别 14), or of what is settled by single disease. */
  disease: z
    .object({ code: code.max(30), name: z.string().min(1).max(500) })
    .nullable()
    .optional(),
  /** 个人结算方式 psn_setlway, a code of the place; missing: "01" 按项目. "0201" is 单病种 in the reference centre. */
  settleWay: z
    .string()
    .regex(/^\d{2,6}$/)
    .optional(),
  department: z.object({ code: code.max(30), name: z.string().max(100), specialty: z.string().max(6) }),
  doctor: z.object({ code: code.max(30), name: z.string().max(50) }),
  diagnoses: hisDiagnosesSchema,
  lines: z.array(hisLineSchema).max(MOST_STAY_LINES),
  total: money,
  /** Only of a hospital stay; a visit has none. */
  stay: hisStaySchema.optional(),
});

/** A visit comes with its lines; a stay may have none yet on its first day. */
export const hisEncounterSchema = encounter.refine(
  ({ stay, lines }) => stay !== undefined || (lines.length >= 1 && lines.length <= MOST_LINES),
  { path: ['lines'], error: `1 to ${MOST_LINES} lines` },
);
export type HisEncounter = z.infer<typeof hisEncounterSchema>;

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
