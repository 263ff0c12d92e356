import { z } from 'zod';
import { fenSchema, positiveFenSchema } from '../amounts.ts';
import { splitSchema, termsSchema } from '../session/bill.ts';
import { collectionSchema } from '../session/collection.ts';
import { failureCodeSchema, printSchema } from '../session/shared.ts';
import { caseNoticeSchema } from './lookups.ts';
import { deskStaySchema } from './stay.ts';

/** A choice among the unpaid encounters of the person at the desk. */
export const deskChoiceSchema = z.object({
  encounterId: z.string().max(60),
  /** `yyyy-MM-dd HH:mm:ss` */
  at: z.string().max(19),
  department: z.string().max(100),
  doctor: z.string().max(50),
  /** 医疗类别 med_type. */
  caseKind: z.string().max(6),
  total: positiveFenSchema,
  lines: z.int().nonnegative(),
  /** A hospital stay: admission to discharge before it is settled. */
  stay: z.boolean(),
  /** An earlier settlement is unknown, or people must decide first: it cannot be billed now (F8 leads to why). */
  blocked: z.boolean(),
});
export type DeskChoice = z.infer<typeof deskChoiceSchema>;

/** The steps of a bill in the order in which they stand on the glass; a stay has 办理入院 and 出院 beside them. */
export const deskStepNames = [
  'registration',
  'diagnoses',
  'admission',
  'fees',
  'discharge',
  'check',
  'quote',
  'settlement',
] as const;
export const deskStepSchema = z.object({
  step: z.enum(deskStepNames),
  /** The transaction that stands beside its name, "2204"; null for 核对, which sends nothing. */
  infno: z.string().length(4).nullable(),
  state: z.enum(['done', 'here', 'working', 'later', 'wrong', 'unknown']),
  /** 明细: lines. 核对: differences that are left. */
  count: z.int().nonnegative().nullable(),
});
export type DeskStep = z.infer<typeof deskStepSchema>;

/** One line of the ledger (`lines` of the link). */
export const deskLineSchema = z.object({
  /** From 1, as it stands in the hospital's bill. */
  number: z.int().positive(),
  lineId: z.string().max(30),
  name: z.string().max(100),
  unit: z.string().max(20).nullable(),
  /** 甲 乙 丙 as the centre ruled; `unknown` before 2204. */
  level: z.enum(['A', 'B', 'C', 'unknown']),
  /** Exact decimals as the hospital gave them. */
  count: z.string().max(20),
  unitPrice: z.string().max(20),
  hospital: positiveFenSchema,
  /** What the centre takes it for. */
  centre: positiveFenSchema,
  /** centre − hospital. */
  difference: fenSchema,
});
export type DeskLine = z.infer<typeof deskLineSchema>;

/**
 * A line where hospital and centre are not the same to the fen. The terminal changes no fee: 按中心 asks the hospital's
 * system for the bill again once it has taken the centre's figure (`reread`), 重传 sends the hospital's lines anew.
 */
export const deskDifferenceSchema = z.object({
  number: z.int().positive(),
  lineId: z.string().max(30),
  name: z.string().max(100),
  count: z.string().max(20),
  unitPrice: z.string().max(20),
  /** count × unit price before it is rounded, exact, in yuan: "211.449". */
  exact: z.string().max(40),
  hospital: positiveFenSchema,
  centre: positiveFenSchema,
  difference: fenSchema,
  /** The hospital cut off, rounded up, or it is neither. */
  cause: z.enum(['cutOff', 'roundedUp', 'other']),
});
export type DeskDifference = z.infer<typeof deskDifferenceSchema>;

export const deskCheckSchema = z.object({
  differences: z.array(deskDifferenceSchema).max(20),
  /** How many there are; those beyond 20 come when these are mended. */
  differing: z.int().nonnegative(),
  /** Of all lines; `total` is what the hospital's bill says of itself. */
  hospital: positiveFenSchema,
  centre: positiveFenSchema,
  total: positiveFenSchema,
});
export type DeskCheck = z.infer<typeof deskCheckSchema>;

/** A pre-settlement on the glass. */
export const deskQuoteSchema = z.object({
  /** Ms of the terminal's wall clock. */
  at: z.number(),
  split: splitSchema,
  terms: termsSchema,
  useAccount: z.boolean(),
  /** Whether the answer about the account can be changed (A). */
  accountChoice: z.boolean(),
  /** It is of an earlier state of the bill: shown without its amber, and not to be settled. */
  stale: z.boolean(),
});
export type DeskQuote = z.infer<typeof deskQuoteSchema>;

/** How the cash part is taken. `received` at the window in cash; the external cashier takes all of it. */
export const tenderSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('cash'), received: positiveFenSchema }),
  z.strictObject({ by: z.literal('cashier') }),
]);
export type Tender = z.infer<typeof tenderSchema>;

export const deskBillSchema = z.object({
  encounter: deskChoiceSchema,
  /** 诊断, the first: code and name. */
  diagnosis: z.string().max(130),
  stay: deskStaySchema.nullable(),
  steps: z.array(deskStepSchema).max(deskStepNames.length),
  check: deskCheckSchema,
  quote: deskQuoteSchema.nullable(),
  /** What is awaited, and since when, ms; `pin`: how many digits were typed on the pad while it is asked for. */
  working: z
    .object({
      what: z.enum(['rereading', 'preparing', 'repricing', 'settling', 'stay']),
      sinceMs: z.number().nonnegative(),
      limitMs: z.number().positive().nullable(),
      pin: z.int().min(0).max(16).nullable(),
    })
    .nullable(),
  /** What came to nothing last, beside the bill that stands: one sentence and what to do. */
  trouble: z.object({ failure: failureCodeSchema, reason: z.string().max(200).nullable() }).nullable(),
  /** What the centre has against the bill's kind of case; it bars nothing. */
  notice: caseNoticeSchema.nullable(),
});
export type DeskBill = z.infer<typeof deskBillSchema>;

/** How a slip fares at the desk. */
export const deskPrintSchema = z.object({ state: printSchema, failure: failureCodeSchema.nullable() });
export type DeskPrint = z.infer<typeof deskPrintSchema>;

/** How a movement of money ended: settled, refused or unknown, never anything else. */
export const deskResultSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('settled'),
    encounterId: z.string().max(60),
    messageId: z.string().length(30),
    setlId: z.string().max(30),
    settledAt: z.string().max(19),
    split: splitSchema,
    /** The split differs from the one that was pre-settled. */
    changed: z.boolean(),
    /** What was taken in cash, and what goes back of it. */
    received: positiveFenSchema.nullable(),
    change: positiveFenSchema.nullable(),
    collection: collectionSchema.nullable(),
    print: deskPrintSchema,
  }),
  z.object({
    kind: z.literal('refused'),
    of: z.enum(['settlement', 'refund']),
    encounterId: z.string().max(60),
    failure: failureCodeSchema,
    reason: z.string().max(200).nullable(),
    next: z.enum(['again', 'people']),
  }),
  /** 还不知道: blocked until it is known; it stands on the work-list's count. */
  z.object({
    kind: z.literal('unknown'),
    of: z.enum(['settlement', 'refund']),
    encounterId: z.string().max(60),
    /** Empty where the journal itself could not be read under it. */
    messageId: z.string().max(30),
    next: z.enum(['wait', 'people']),
    print: deskPrintSchema,
  }),
  z.object({
    kind: z.literal('refunded'),
    encounterId: z.string().max(60),
    messageId: z.string().length(30),
    refundedAt: z.string().max(19),
    /** To be handed back at the window. */
    cashReturned: positiveFenSchema,
    /** A partial refund: the hospital's changed bill is settled anew. */
    resettle: z.boolean(),
  }),
]);
export type DeskResult = z.infer<typeof deskResultSchema>;
