import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Decimal, parseDecimal } from '../../common/kernel/decimal.ts';
import { parseFen } from '../../common/kernel/money.ts';
import { visitKinds } from './medical/kinds.ts';

/** A benefit plan: what one city pays for, as data. Amounts are yuan text, shares decimals between 0 and 1. */
const yuan = z.string().transform((text, context) => {
  const amount = parseFen(text);
  if (amount.ok && amount.value >= 0) return amount.value;
  context.addIssue({ code: 'custom', message: 'not an amount in yuan' });
  return z.NEVER;
});

function decimal(places: number, check: (value: Decimal) => boolean) {
  return z.string().transform((text, context): Decimal => {
    const value = parseDecimal(text, places);
    if (value.ok && check(value.value)) return value.value;
    context.addIssue({ code: 'custom', message: `not a decimal with at most ${places} places in range` });
    return z.NEVER;
  });
}
const share = decimal(4, ({ units, scale }) => units >= 0n && units <= 10n ** BigInt(scale));
const price = decimal(6, ({ units }) => units >= 0n);

/** Fund columns of `setlinfo` that a plan may fill. */
export const fundFieldSchema = z.enum([
  'hifp_pay',
  'cvlserv_pay',
  'hifes_pay',
  'hifmi_pay',
  'hifob_pay',
  'maf_pay',
  'oth_pay',
]);
export type FundField = z.infer<typeof fundFieldSchema>;
const fund = z.strictObject({ field: fundFieldSchema, fundPayType: z.string().regex(/^\d{6}$/), name: z.string() });

const rule = z.strictObject({
  /** 收费项目等级: 01 甲 (whole), 02 乙 (after the person's own first share), 03 丙 (own pay). */
  level: z.enum(['01', '02', '03']),
  category: z.string().regex(/^\d{2}$/),
  /** 先行自付 share of what is inside the price limit. */
  preSelfPay: share,
  /** 定价上限 per unit; none: unlimited. */
  ceiling: price.nullable().default(null),
  overLimitBorneBy: z.enum(['person', 'hospital']).default('person'),
  /** 医保谈判药品 */
  negotiated: z.boolean().default(false),
});
export type ItemRule = z.infer<typeof rule>;

/** A kind of case with terms of its own beside those of every visit, or every stay, of its category. */
const ownTerms = z.strictObject({
  kinds: z.array(z.enum(visitKinds)).min(1),
  /** Whether the visits' (the stays') deductible is due. */
  deductible: z.boolean(),
  /** The pool's share of all cost inside the scope above it; null: no fund pays, only accounts. */
  share: share.nullable(),
});
export type OwnTerms = z.infer<typeof ownTerms>;

/** A hospital stay in the made-up city: 起付线 by hospital level and by whether it is the year's first, then bands. */
const inpatient = z.strictObject({
  deductibles: z
    .array(z.strictObject({ levels: z.array(z.int().min(0).max(3)).min(1), first: yuan, later: yuan }))
    .min(1),
  bands: z.array(z.strictObject({ to: yuan.nullable(), share })).min(1),
  kinds: z.array(ownTerms).default([]),
});

const category = z.strictObject({
  /** psn_type, or its beginning: "11" also stands for "1101". */
  psnType: z.string(),
  /** 起付线 of the benefit year, counted on cost inside the scope. */
  deductible: yuan,
  /** Fund's share by cost inside the scope of this settlement, above the deductible; `to: null` is open. */
  bands: z.array(z.strictObject({ to: yuan.nullable(), share })).min(1),
  /** Kinds of visit that are not computed as 普通门诊. */
  kinds: z.array(ownTerms).default([]),
  /** None: the scheme pays nothing for a stay. */
  inpatient: inpatient.nullable().default(null),
});

const scheme = z.strictObject({
  insutype: z.string(),
  pool: fund,
  /** What the pool pays at most in a benefit year. */
  poolCeiling: yuan,
  /** The same for stays; it stands apart from the clinic's. */
  stayCeiling: yuan.nullable().default(null),
  categories: z.array(category).min(1),
  /** Second layer: starts where the pool's ceiling is reached. */
  large: z.strictObject({ ...fund.shape, share, ceiling: yuan }).nullable(),
  /** Third layer: share of what the first two left of the cost above the deductible. */
  civilServant: z.strictObject({ ...fund.shape, share }).nullable(),
  /** What the personal account may pay: nothing, all of the person's part, or that without what lies outside the scope. */
  account: z.enum(['none', 'person', 'exceptOwnPay']),
});
export type Scheme = z.infer<typeof scheme>;
export type SchemeCategory = z.infer<typeof category>;

export const planSchema = z.strictObject({
  schema: z.literal(1),
  city: z.string(),
  division: z.string().regex(/^\d{6}$/),
  illustrative: z.boolean(),
  source: z.string(),
  maxLinesPerUpload: z.int().positive(),
  items: z.array(z.strictObject({ code: z.string(), ...rule.shape })),
  /** First matching prefix of the national code decides; the last must be "". */
  itemDefaults: z.array(z.strictObject({ prefix: z.string(), ...rule.shape })).min(1),
  schemes: z.array(scheme).min(1),
});
export type Plan = z.infer<typeof planSchema>;

/** Reads a plan beside this file. Throws on an invalid one: plans are ours. */
export function loadPlan(name: 'haichuan'): Plan {
  return planSchema.parse(JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8')));
}

/** The rule for one item of the national catalogue. */
export function itemRule(plan: Plan, code: string): ItemRule {
  const found =
    plan.items.find((item) => item.code === code) ?? plan.itemDefaults.find((d) => code.startsWith(d.prefix));
  if (found === undefined) throw new Error(`plan ${plan.city}: no rule for item ${code}`);
  return found;
}

/** The scheme and category for an insured person, or null where the plan has none. */
export function schemeFor(plan: Plan, insutype: string, psnType: string): [Scheme, SchemeCategory] | null {
  const own = plan.schemes.find((candidate) => candidate.insutype === insutype);
  const kind = own?.categories.find((candidate) => psnType.startsWith(candidate.psnType));
  return own === undefined || kind === undefined ? null : [own, kind];
}
