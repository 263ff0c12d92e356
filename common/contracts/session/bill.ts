import { z } from 'zod';
import { fenSchema, positiveFenSchema } from '../amounts.ts';

/** One unpaid encounter as a choice. */
export const visitSummarySchema = z.object({
  encounterId: z.string(),
  /** `yyyy-MM-dd HH:mm:ss` */
  at: z.string(),
  department: z.string(),
  doctor: z.string(),
  total: positiveFenSchema,
  /** 医疗类别 med_type. */
  caseKind: z.string().max(6),
  /** Set where an earlier settlement of this encounter is still unknown: it cannot be paid now. */
  blocked: z.boolean(),
});
export type VisitSummary = z.infer<typeof visitSummarySchema>;

/** The four kinds a resident understands: 检查 (03 04), 药 (09 10 11), 看诊 (02 12 13), 材料与其他 (the rest). */
export const feeGroupSchema = z.object({
  group: z.enum(['examination', 'medicine', 'consultation', 'other']),
  lines: z.int().positive(),
  amount: positiveFenSchema,
});

export const visitSchema = z.object({
  encounterId: z.string(),
  at: z.string(),
  department: z.string(),
  doctor: z.string(),
  institution: z.string(),
  total: positiveFenSchema,
  groups: z.array(feeGroupSchema),
  lineCount: z.int(),
  /** 医疗类别 med_type. */
  caseKind: z.string().max(6),
});
export type Visit = z.infer<typeof visitSchema>;

/** Who pays. Parts sum to `total`: funds (by layer) + hospital + account + cash. */
export const splitSchema = z.object({
  total: positiveFenSchema,
  /** 基金支付合计: what others pay by law. */
  funds: positiveFenSchema,
  layers: z.array(
    z.object({
      layer: z.enum(['pool', 'major', 'largeAmount', 'enterprise', 'civilServant', 'assistance', 'other']),
      amount: positiveFenSchema,
    }),
  ),
  hospital: positiveFenSchema,
  /** Paid from the personal account (with family mutual aid where the centre says so). */
  account: positiveFenSchema,
  accountMutualAid: positiveFenSchema,
  accountBalanceAfter: fenSchema.nullable(),
  /** 您付: the cash part, to be paid at the window. */
  cash: positiveFenSchema,
  deductible: positiveFenSchema.nullable(),
});
export type Split = z.infer<typeof splitSchema>;

/** Under which terms the centre settles, in its codes; what it does not say is null. */
export const termsSchema = z.object({
  /** 险种 insutype, 医疗类别 med_type, 清算方式 clr_way. */
  scheme: z.string().max(6),
  caseKind: z.string().max(6),
  clearingWay: z.string().max(6).nullable(),
  /** 参保地 and 就医地, divisions of 6 digits; they differ where the person is insured elsewhere. */
  insuredAt: z.string().max(6),
  careAt: z.string().max(6),
  /** How the bill stands to the scheme's scope: the four sum to the total. */
  scope: z
    .object({
      ownExpense: positiveFenSchema,
      overLimit: positiveFenSchema,
      advanceSelfPay: positiveFenSchema,
      inScope: positiveFenSchema,
    })
    .nullable(),
  /** The centre's own words beside its funds. */
  words: z.array(z.string().max(120)).max(3),
});
export type TermsView = z.infer<typeof termsSchema>;
