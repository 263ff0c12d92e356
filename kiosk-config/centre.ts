import { z } from 'zod';

const path = z.string().min(1).max(1000);
/** Where on the centre's server something is: "/fsi/api/…". */
const urlPath = z.string().regex(/^\/[\w./-]{0,200}$/);
/** A header's value: printable, no space at its ends. */
const headerText = z.string().regex(/^[\x21-\x7e]{1,200}$/);
/** 交易编号: four digits, in some provinces with two more characters (2203A). */
const nationalNumber = z.string().regex(/^\d{4}A?$/);
const provincialNumber = z.string().regex(/^[0-9A-Z]{4,6}$/);

/** The gateway with signed x-tif headers. */
const xtifSchema = z.strictObject({ paasId: headerText, tokenFile: path });

/** One address for everything (family T2). */
const singleUrlSchema = z.strictObject({
  path: urlPath,
  /** How the centre knows who asks: `x-tif` by the block `xtif`, `apikey` by a header, `none` by the network alone. */
  access: z.enum(['x-tif', 'apikey', 'none']),
  apiKeyFile: path.nullable().default(null),
});

/** A CSB gateway (family T4). */
const csbSchema = z.strictObject({
  path: urlPath.default('/CSB'),
  accessKey: headerText,
  secretFile: path,
  /** `_api_name` of the service; `apiNames`: of single transactions, where they have their own. */
  apiName: headerText,
  apiNames: z.record(provincialNumber, headerText).default({}),
  apiVersion: headerText.default('1.0.0'),
});

/** Bodies encrypted by SM4 and proved by SM2 or SM3. Keys are hex in files of their own. */
const smSchema = z.strictObject({
  /** `envelope`: input and output are encrypted, the proof stands in cainfo; `header`: the whole body, proof in a header. */
  place: z.enum(['envelope', 'header']).default('envelope'),
  /** SM4, 16 bytes. */
  keyFile: path,
  proof: z.enum(['SM2', 'SM3']),
  /** SM2: our private key, 32 bytes; SM3: the secret that both sides know. */
  proofKeyFile: path,
  /** SM2: the centre's public key, 04 and 64 bytes. */
  centreKeyFile: path.nullable().default(null),
});

const centreFields = z.strictObject({
  url: z.url({ protocol: /^https$/ }),
  /** The only authority that the centre's certificate may come from. */
  caFile: path,
  /** `x-tif`: a path per transaction, signed headers; `single-url`; `csb`. Each has its own block below. */
  transport: z.enum(['x-tif', 'single-url', 'csb']),
  xtif: xtifSchema.nullable().default(null),
  singleUrl: singleUrlSchema.nullable().default(null),
  csb: csbSchema.nullable().default(null),
  sm: smSchema.nullable().default(null),
  /** `x-tif`: whole paths of transactions where this province has its own. */
  paths: z.record(provincialNumber, urlPath).default({}),
  /** Transactions that go by another number here: {"2203": "2203A"}. */
  infnos: z.record(nationalNumber, provincialNumber).default({}),
  /** Asks the centre once a day for its code tables (1901); else the shipped ones stand. */
  fetchCodes: z.boolean().default(false),
  recerSysCode: z.string().min(1).max(10).default('MBS_LOCAL'),
  interfaceVersion: z.string().max(6).default('V1.0'),
  /** Amounts as JSON numbers, as most centres want them, or as text. */
  numbersAs: z.enum(['number', 'text']).default('number'),
  connectMs: z.int().min(500).max(60_000).default(5000),
  answerMs: z.int().min(1000).max(120_000).default(30_000),
  /** Guangdong counts the personal account inside fund_pay_sumamt, others do not (domain-facts B6.3, identity 6). */
  accountInsideFunds: z.boolean().default(false),
  /** acct_mulaid_pay is part of acct_pay, or stands beside it. */
  mutualAidInsideAccount: z.boolean().default(true),
  /** 5203 must carry a setl_id here, so an unknown settlement goes to 2601 at once. */
  settlementQueryNeedsSetlId: z.boolean().default(false),
  /** 5302 业务申请类型 of 定点: a local code table; 03 is seen in a public client. */
  designatedType: z
    .string()
    .regex(/^[0-9A-Z]{1,3}$/)
    .default('03'),
  /** 3202 carries clr_type in some provinces and has no such field in others (B6.3). */
  detailClearingType: z.boolean().default(true),
  /** infcode values, beside "-1", that are a business refusal; every other failure of 2207 is unknown. */
  refusalCodes: z.array(z.string()).default(['-1']),
  /**
   * What a refusal of 2601 may say when the original message is without effect all the same: never received,
   * reversed before, or refunded before. Any other refusal leaves the settlement's outcome open.
   */
  reversalDoneTexts: z
    .array(z.string().min(2))
    .default(['未找到原交易', '未查询到原交易', '原交易不存在', '已冲正', '重复冲正', '已撤销', '已退费']),
  /**
   * Which of those say that the centre never had the original message. Where it had refused the 2207, this shows that
   * its refusal was the whole truth; the others may mean that something was taken back.
   */
  reversalNothingTexts: z.array(z.string().min(2)).default(['未找到原交易', '未查询到原交易', '原交易不存在']),
  /** How long a 2601 that nobody answered may still arrive, ms: until then people cannot decide against it. */
  strayMs: z.int().min(1000).max(3_600_000).default(300_000),
  /** What a refusal says whose cause is a balance that has changed since the pre-settlement (domain-facts B7.5). */
  balanceChangedTexts: z.array(z.string().min(2)).default(['账户余额发生变化', '余额发生变化']),
  /** err_msg beginnings that mean "system error, state unknown" although the code is a refusal's. */
  systemErrorTexts: z.array(z.string()).default(['系统异常', '系统错误', 'SYSTEM_ERROR']),
});

/** The insurance platform: how it is reached, and where this province differs from the standard as printed. */
export const centreSchema = centreFields.superRefine((centre, context) => {
  const need = (path: readonly string[], missing: boolean, why: string): void => {
    if (missing) context.addIssue({ code: 'custom', path: [...path], message: why, input: undefined });
  };
  const { transport, singleUrl, sm } = centre;
  const signed = transport === 'x-tif' || (transport === 'single-url' && singleUrl?.access === 'x-tif');
  need(['xtif'], signed && centre.xtif === null, '{ paasId, tokenFile }, for the signed headers');
  need(['singleUrl'], transport === 'single-url' && singleUrl === null, '{ path, access }, for transport single-url');
  need(['csb'], transport === 'csb' && centre.csb === null, '{ accessKey, secretFile, apiName }, for transport csb');
  const keyless = transport === 'single-url' && singleUrl?.access === 'apikey' && singleUrl.apiKeyFile === null;
  need(['singleUrl', 'apiKeyFile'], keyless, 'a file, for access apikey');
  need(['sm', 'centreKeyFile'], sm?.proof === 'SM2' && sm.centreKeyFile === null, 'a file, for proof SM2');
});

/** Its files made absolute by `at`. */
export function centreWithFiles(
  centre: z.output<typeof centreSchema>,
  at: (path: string) => string,
): z.output<typeof centreSchema> {
  const optional = (file: string | null): string | null => (file === null ? null : at(file));
  const { xtif, singleUrl, csb, sm } = centre;
  return {
    ...centre,
    caFile: at(centre.caFile),
    xtif: xtif === null ? null : { ...xtif, tokenFile: at(xtif.tokenFile) },
    singleUrl: singleUrl === null ? null : { ...singleUrl, apiKeyFile: optional(singleUrl.apiKeyFile) },
    csb: csb === null ? null : { ...csb, secretFile: at(csb.secretFile) },
    sm:
      sm === null
        ? null
        : {
            ...sm,
            keyFile: at(sm.keyFile),
            proofKeyFile: at(sm.proofKeyFile),
            centreKeyFile: optional(sm.centreKeyFile),
          },
  };
}
