import { z } from 'zod';
import { fenSchema, positiveFenSchema } from '../amounts.ts';
import { pinHintSchema } from '../devices/pin-change.ts';
import { type FailureCode, failureCodes } from '../failures.ts';
import { checkViewSchema } from './check.ts';
import { collectionSchema } from './collection.ts';
import { type Locale, localeSchema } from './locale.ts';
import { lookSchema, panelSchema } from './look.ts';
import { lossCardSchema, lossSteps, lossTroubles } from './loss.ts';
import { policyViewSchema } from './policy.ts';
import { homeSchema, serviceAnswerSchema, serviceNames } from './services/answer.ts';
import { servicePrintSchema } from './services/print.ts';
import { staffViewSchema } from './staff-view.ts';

export const failureCodeSchema = z.enum(failureCodes);

/** Masked facts only: `name` is "李*兰", `number` "110***********002X". */
export const maskedPersonSchema = z.object({
  name: z.string(),
  number: z.string(),
  sex: z.enum(['male', 'female', 'unknown']).nullable(),
});
export type MaskedPerson = z.infer<typeof maskedPersonSchema>;

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

const sinceMs = z.number().nonnegative();

/**
 * What the screen shows. One member is one screen that answers one question (LOOK). `cardIn` in the frame says
 * whether a card stands in the reader. The renderer decides nothing: keys send intents, the terminal decides.
 */
export const screenSchema = z.discriminatedUnion('kind', [
  /** Settlement is not possible now; `failure` says why. Mends itself when the cause is gone. */
  z.object({ kind: z.literal('outOfService'), failure: failureCodeSchema }),
  z.object({
    kind: z.literal('insertCard'),
    /** The policy pages can be read without a card (`openPolicy`). Missing: there are none. */
    pages: z.boolean().optional(),
    /** A card can be reported lost by electronic card (`openLoss`). Missing: not here. */
    loss: z.boolean().optional(),
    /** A certificate can be checked without a card (`openCheck`). Missing: it cannot. */
    checks: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('readingCard'), sinceMs }),
  /** The card cannot be used: one sentence, one picture, "take the card". */
  z.object({ kind: z.literal('cardProblem'), failure: failureCodeSchema, expiredOn: z.string().nullable() }),
  /** PIN on the pad. `refused` after a wrong one; `lastTry` asks first before the last try is used. */
  z.object({
    kind: z.literal('enterPin'),
    person: maskedPersonSchema,
    digits: z.int().min(0).max(16),
    phase: z.enum(['waiting', 'checking', 'askLastTry']),
    refused: z.boolean(),
    triesLeft: z.int().nullable(),
    /** What it is asked for beside the session's beginning; `back` leads to where that was. */
    about: z.enum(['withdrawLoss', 'declare']).optional(),
  }),
  z.object({
    kind: z.literal('pinProblem'),
    person: maskedPersonSchema,
    failure: failureCodeSchema,
    /** The first PIN can be changed here (`changePin`). */
    mayChange: z.boolean().optional(),
  }),
  /** The PIN is being changed on the pad; at `changing` the command is on its way and there are no keys. */
  z.object({
    kind: z.literal('changePin'),
    person: maskedPersonSchema,
    step: z.enum(['old', 'askLastTry', 'checking', 'new', 'again', 'changing']),
    digits: z.int().min(0).max(16),
    /** Why the new PIN was not taken. */
    hint: pinHintSchema.nullable(),
    /** The old PIN was not right. */
    refused: z.boolean(),
    triesLeft: z.int().nullable(),
  }),
  /** 挂失 without the card. Nobody's name but the masked one that the bureau answers. */
  z.object({
    kind: z.literal('loss'),
    step: z.enum(lossSteps),
    card: lossCardSchema.nullable(),
    trouble: z.enum(lossTroubles).nullable(),
    print: z.enum(['queued', 'printing', 'printed', 'notPrinted', 'unknown', 'none']),
  }),
  /** Which PIN the card has now: the new one, the old one, or nobody knows which. */
  z.object({
    kind: z.literal('pinResult'),
    person: maskedPersonSchema,
    outcome: z.enum(['changed', 'kept', 'unknown']),
    /** The card is still in: the session may begin anew with its PIN. */
    mayGoOn: z.boolean(),
    print: z.enum(['queued', 'printing', 'printed', 'notPrinted', 'unknown', 'none']),
  }),
  /** Asking centre and HIS who this is and what is unpaid. */
  z.object({
    kind: z.literal('lookingUp'),
    person: maskedPersonSchema,
    sinceMs,
    /** Set where not the bill is looked up but which services there are, or one of them. */
    about: z.enum(['home', ...serviceNames]).optional(),
  }),
  /** 您是谁. `schemes`: insurance types in force, the first is the one in use. */
  z.object({
    kind: z.literal('whoYouAre'),
    person: maskedPersonSchema,
    schemes: z.array(z.string()),
    visits: z.array(visitSummarySchema).max(20),
    accountBalance: fenSchema.nullable(),
    /** One more choice: the other services (`openHome`). Missing: not offered here. */
    services: z.boolean().optional(),
  }),
  /** 您想办什么: the services that the person's city has. The person has proven the PIN. */
  z.object({
    kind: z.literal('home'),
    person: maskedPersonSchema,
    ...homeSchema.shape,
    /** As on insertCard. */
    pages: z.boolean().optional(),
  }),
  /** Policy pages: nothing on them is about a person. */
  z.object({ kind: z.literal('policy'), view: policyViewSchema, print: servicePrintSchema }),
  /** 查验证明: by whoever holds the paper, without a card. */
  z.object({ kind: z.literal('checkCode'), ...checkViewSchema.shape }),
  /** What one service answers, and how its slip fares. */
  z.object({
    kind: z.literal('service'),
    person: maskedPersonSchema,
    answer: serviceAnswerSchema,
    print: servicePrintSchema,
  }),
  z.object({ kind: z.literal('visit'), person: maskedPersonSchema, visit: visitSchema, page: z.int().nullable() }),
  /** Pre-settling: `step` is what is awaited. */
  z.object({
    kind: z.literal('preparing'),
    person: maskedPersonSchema,
    step: z.enum(['hold', 'register', 'diagnosis', 'fees', 'preSettle']),
    sinceMs,
  }),
  z.object({
    kind: z.literal('split'),
    person: maskedPersonSchema,
    visit: visitSchema,
    split: splitSchema,
    /** Whether the account may pay, and whether the person may change that (false where there is no balance). */
    useAccount: z.boolean(),
    accountChoice: z.boolean(),
    terms: termsSchema,
  }),
  z.object({
    kind: z.literal('confirm'),
    person: maskedPersonSchema,
    visit: visitSchema,
    split: splitSchema,
    useAccount: z.boolean(),
    terms: termsSchema,
  }),
  /** Between confirm and result: no keys, no time-out. `step` for the three lines of the picture. */
  z.object({
    kind: z.literal('working'),
    person: maskedPersonSchema,
    step: z.enum(['recorded', 'centre', 'checking', 'printing']),
    sinceMs,
    limitMs: z.number(),
  }),
  /** Settled. `print` follows the paper. `changed`: the split differs from the one that was confirmed. */
  z.object({
    kind: z.literal('done'),
    person: maskedPersonSchema,
    split: splitSchema,
    confirmedSplit: splitSchema.nullable(),
    setlId: z.string(),
    messageId: z.string(),
    print: z.enum([
      'queued',
      'printing',
      'waitingForPaper',
      'waitingForCover',
      'printed',
      'notPrinted',
      'unknown',
      'none',
    ]),
    printFailure: failureCodeSchema.nullable(),
    /** How the cash part fares at the external cashier; null or missing: there is none, it is paid at the window. */
    collection: collectionSchema.nullable().optional(),
    /** Other bills that are unpaid still and may be gone on with now (`nextVisit`); missing: none. */
    others: z.int().nonnegative().optional(),
  }),
  /** The centre refused (its own words, shortened, in `reason`), or it was not sent: nothing was paid. */
  z.object({
    kind: z.literal('notPaid'),
    failure: failureCodeSchema,
    reason: z.string().max(200).nullable(),
    mayRetry: z.boolean(),
    sinceReversed: z.boolean(),
    print: z.enum(['queued', 'printing', 'printed', 'notPrinted', 'unknown', 'none']),
  }),
  /** 还不知道: never "failed". Recovery goes on; the slip names what to do. */
  z.object({
    kind: z.literal('unknown'),
    person: maskedPersonSchema,
    cash: positiveFenSchema,
    total: positiveFenSchema,
    messageId: z.string(),
    print: z.enum(['queued', 'printing', 'printed', 'notPrinted', 'unknown', 'none']),
  }),
  /** Nothing unpaid at this hospital. */
  z.object({
    kind: z.literal('nothingUnpaid'),
    person: maskedPersonSchema,
    /** As on whoYouAre. */
    services: z.boolean().optional(),
  }),
  /** A step before confirm failed (HIS down, held elsewhere, centre down): nothing was paid. */
  z.object({
    kind: z.literal('stepFailed'),
    failure: failureCodeSchema,
    reason: z.string().max(200).nullable(),
    mayRetry: z.boolean(),
    /** What failed was a question beside the payment: `back` leads to the choices. */
    mayGoBack: z.boolean().optional(),
    /** What failed was the payment's: the other services can still be had (`openHome`). */
    services: z.boolean().optional(),
  }),
  /** 您还在吗: nothing was taken. */
  z.object({ kind: z.literal('stillThere'), secondsLeft: z.int().nonnegative(), of: z.int().positive() }),
  /** No resident is here: the terminal is lent to the staff. */
  z.object({ kind: z.literal('staff'), view: staffViewSchema }),
  /** The session is over and wiped; the card is still in the slot. */
  z.object({
    kind: z.literal('takeCard'),
    afterMs: z.number(),
    reason: z.enum(['finished', 'cancelled', 'idle', 'problem']),
  }),
]);
export type Screen = z.infer<typeof screenSchema>;
export type ScreenKind = Screen['kind'];

export const snapshotSchema = z.object({
  /** Grows by one with each snapshot; an intent names the one it answers. */
  version: z.int().nonnegative(),
  mode: z.enum(['lab', 'production']),
  /** The language of this screen: the person's choice for this session, else the site's. */
  locale: localeSchema,
  /** How it looks and sounds: the person's choice for this session, else the site's. */
  look: lookSchema,
  site: z.object({
    title: z.string(),
    institution: z.string(),
    terminal: z.string(),
    helpWindow: z.string(),
    cashierWindow: z.string(),
    hotline: z.string(),
    panel: panelSchema,
    /** A 16-key keypad stands below the glass: keys show what presses them from the start. */
    keypad: z.boolean(),
    /** The terminal has a voice; without one nobody is offered any. */
    voice: z.boolean(),
  }),
  /** Wall time of the terminal, ms since the epoch. */
  at: z.number(),
  cardIn: z.boolean(),
  screen: screenSchema,
});
export type Snapshot = z.infer<typeof snapshotSchema>;

export { type FailureCode, type Locale, localeSchema };
