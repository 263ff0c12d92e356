import { z } from 'zod';
import { failureCodeSchema } from '../session/shared.ts';

const says = (description: string) => ({ description });

/** 待遇检查 2001, 慢特病备案 5301, 定点备案 5302, 在院信息 5303, 转院信息 5304. */
export const lookupNameSchema = z
  .enum(['benefit', 'chronic', 'designated', 'inHospital', 'transfer'])
  .meta(
    says(
      'benefit: which funds pay for a kind of case (2001) · chronic: 慢特病备案 (5301) · designated: 定点备案 (5302) · ' +
        'inHospital: stays without a discharge (5303) · transfer: 转院备案 (5304)',
    ),
  );
export type LookupName = z.infer<typeof lookupNameSchema>;

const day = (description: string) => z.string().max(10).nullable().meta(says(description));

/** One row of an answer: the centre's own codes and words, and whether it holds today. */
export const lookupRowSchema = z.object({
  code: z
    .string()
    .max(30)
    .meta(
      says(
        'benefit: 基金支付类型 fund_pay_type · chronic: 病种 opsp_dise_code · designated: fixmedins_code · ' +
          'inHospital: mdtrt_id · transfer: reflin_medins_no. Empty where the centre gives none',
      ),
    ),
  name: z
    .string()
    .max(120)
    .meta(
      says(
        'fund, disease, institution, kind of case of the stay, or hospital, in words; its code where no table has it',
      ),
    ),
  standing: z
    .enum(['holds', 'notYet', 'ended', 'denied'])
    .meta(
      says(
        'today: it holds, begins later, or has ended · denied: the fund does not pay, or the hospital did not agree to ' +
          'the transfer',
      ),
    ),
  from: day('first day, yyyy-MM-dd; null where the centre does not say'),
  to: day('last day, yyyy-MM-dd; null where it has none'),
  insutype: z.string().max(6).nullable().meta(says('险种类型 that it belongs to, where the answer names one')),
  medicalType: z.string().max(6).nullable().meta(says('医疗类别 of a stay; null elsewhere')),
  here: z
    .boolean()
    .nullable()
    .meta(
      says('it is this institution: designated, transferred to, or (a stay) admitted by this terminal; null: not said'),
    ),
  elsewhere: z.boolean().nullable().meta(says('异地标志 out_flag, of stays and transfers; null: not said')),
  note: z
    .string()
    .max(200)
    .nullable()
    .meta(
      says('benefit: why not, in the centre’s words · designated: 备注 · inHospital: 住院/门诊号 · transfer: 转院原因'),
    ),
});
export type LookupRow = z.infer<typeof lookupRowSchema>;

/** Rows on the glass at a time. */
export const LOOKUP_ROWS = 20;
/** Rows that are told at all; nobody has as many. */
export const MOST_LOOKUP_ROWS = 200;

/** 医疗类别 and 病种 that a benefit check was asked for. */
export const lookupCaseSchema = z.object({ medicalType: z.string().max(6), disease: z.string().max(130).nullable() });

export const lookupViewSchema = z.object({
  about: lookupNameSchema,
  /** Of a benefit check only. */
  asked: lookupCaseSchema.nullable(),
  /** Since when the centre is being asked, ms; null: it has answered. */
  workingMs: z.number().nonnegative().nullable(),
  /** What holds first, then what is to come, then what is past; the newest first in each. */
  rows: z.array(lookupRowSchema).max(LOOKUP_ROWS),
  /** How many the centre has; those that are not in `rows` are the last of that order. */
  total: z.int().nonnegative(),
  failure: failureCodeSchema.nullable(),
  /** The centre's own words with a failure, without the person's name. */
  reason: z.string().max(200).nullable(),
});
export type LookupView = z.infer<typeof lookupViewSchema>;

/**
 * What the centre has against the kind of case of a bill, found before it is pre-settled: the disease is not filed, its
 * filing has ended or begins later (`on`: its last or first day), or no fund pays (`reason`, in the centre's words). It
 * bars nothing: the centre decides when the bill is pre-settled.
 */
export const caseNoticeSchema = z.object({
  kind: z.enum(['notFiled', 'filingEnded', 'filingNotYet', 'noBenefit']),
  on: z.string().max(10).nullable(),
  reason: z.string().max(100).nullable(),
});
export type CaseNotice = z.infer<typeof caseNoticeSchema>;
