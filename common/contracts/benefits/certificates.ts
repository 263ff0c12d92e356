import { z } from 'zod';
import { isCertificateCode } from '../../kernel/certificate-code.ts';
import { amount, insuranceSchema, moment, month, months, whoAsks } from './fields.ts';

/**
 * Certificates: 缴费证明, 个人权益记录 and 参保缴费凭证. The centre says what one bears and keeps it under its check code; a
 * terminal only lays it out. Fields of the transfer certificate: 国办发〔2009〕66号.
 */
export const certificateKindSchema = z
  .enum(['payments', 'rights', 'transfer'])
  .meta({ description: '社会保险缴费证明, 个人权益记录单(one year), 基本养老保险参保缴费凭证' });
export type CertificateKind = z.infer<typeof certificateKindSchema>;

export const certificateCodeSchema = z
  .string()
  .regex(/^\d{20}$/)
  .refine(isCertificateCode)
  .meta({ description: '查验码: 18 digits that nobody can guess, 2 check digits (ISO 7064 MOD 97-10)' });

const day = (description: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .meta({ description });
const year = z.string().regex(/^\d{4}$/);
const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256 of the canonical text of the content' });

const sums = { firm: amount('单位缴费'), person: amount('个人缴费') };

/** What the paper bears. Its digest is taken over its canonical text, so a field that is added changes every digest. */
export const certificateContentSchema = z.strictObject({
  kind: certificateKindSchema,
  city: z.string().max(20).meta({ description: '参保地' }),
  division: z
    .string()
    .regex(/^\d{6}$/)
    .meta({ description: '参保地行政区划代码' }),
  authority: z.string().min(1).max(50).meta({ description: '经办机构名称' }),
  name: z.string().min(1).max(50).meta({ pii: true, description: '姓名' }),
  number: z.string().min(1).max(50).meta({ pii: true, description: '社会保障号码' }),
  from: month('first month that it speaks of'),
  to: month('last month'),
  /** Sums to the years; `months` are paid and deemed. */
  insurances: z
    .array(
      z.strictObject({
        insurance: insuranceSchema,
        months: months('缴费月数'),
        first: month('first'),
        last: month('last'),
        ...sums,
      }),
    )
    .min(1)
    .max(5),
  /** Rising; months in which anything was paid or deemed. */
  years: z.array(z.strictObject({ year, months: z.int().min(0).max(12), ...sums })).max(100),
  /** The months of the year of a rights record; nothing in the others. */
  rows: z
    .array(
      z.strictObject({
        month: month('yyyy-MM'),
        insurance: insuranceSchema,
        kind: z.enum(['paid', 'missed', 'deemed']),
        base: amount('缴费基数'),
        ...sums,
      }),
    )
    .max(60),
  /** 实际缴费月数 of the pension, without what is deemed. */
  paidMonths: months('养老保险实际缴费月数'),
  account: amount('养老保险个人账户储存额').nullable(),
  total: amount('合计: all insurances, employer and person'),
});
export type CertificateContent = z.output<typeof certificateContentSchema>;

/** 电子印章. `lab`: made by a test signer; it must be shown as one and counts for nothing. */
const sealSchema = z.strictObject({
  signer: z.string().min(1).max(50),
  algorithm: z.string().min(1).max(20),
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  value: z.string().regex(/^[0-9a-f]{64,1024}$/),
  lab: z.boolean(),
});
export type CertificateSeal = z.output<typeof sealSchema>;

/** Which terminal asks; verification is limited for each. */
const terminal = z.string().min(1).max(60).meta({ description: 'institution and terminal' });

export const certificateIssueAsk = whoAsks.extend({
  kind: certificateKindSchema,
  year: year.optional().meta({ description: 'the year of a rights record; the newest where it is missing' }),
  request: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .meta({
      description: 'random, made before the first attempt: the same request is answered with the same certificate',
    }),
  terminal,
});

export const certificateIssueSchema = z.object({
  certificate: z
    .object({
      code: certificateCodeSchema,
      digest,
      content: certificateContentSchema,
      seal: sealSchema.nullable(),
      issuedOn: day('签发日期'),
      expiresOn: day('有效期至, that day included'),
    })
    .nullable()
    .meta({ description: 'null where there is nothing on record that such a certificate could say' }),
  asOf: moment('yyyy-MM-dd HH:mm:ss'),
});
export type CertificateIssued = z.output<typeof certificateIssueSchema>;

export const certificateVerifyAsk = z.strictObject({ code: certificateCodeSchema, terminal });

/** What whoever holds the paper may compare it with: nothing more than that paper says. */
export const certificateVerifySchema = z.object({
  certificate: z
    .object({
      kind: certificateKindSchema,
      state: z.enum(['valid', 'expired']),
      city: z.string().max(20),
      maskedName: z.string().max(50),
      issuedOn: day('签发日期'),
      expiresOn: day('有效期至'),
      total: amount('合计'),
      digest,
      lab: z.boolean().meta({ description: 'sealed by a test signer: it counts for nothing' }),
    })
    .nullable()
    .meta({ description: 'null: no certificate has this code' }),
  asOf: moment('yyyy-MM-dd HH:mm:ss'),
});
export type CertificateVerified = z.output<typeof certificateVerifySchema>;
