import { z } from 'zod';
import { fenSchema, positiveFenSchema } from '../amounts.ts';
import type { FailureCode } from '../failures.ts';
import { splitSchema, termsSchema, visitSchema, visitSummarySchema } from './bill.ts';
import { cardScreens } from './card-screens.ts';
import { checkViewSchema } from './check.ts';
import { collectionSchema } from './collection.ts';
import { type Locale, localeSchema } from './locale.ts';
import { lookSchema, panelSchema } from './look.ts';
import { policyViewSchema } from './policy.ts';
import { homeSchema, serviceAnswerSchema, serviceNames } from './services/answer.ts';
import { servicePrintSchema } from './services/print.ts';
import { failureCodeSchema, type MaskedPerson, maskedPersonSchema, printSchema } from './shared.ts';
import { staffViewSchema } from './staff-view.ts';

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
    /** With a card there is more than paying: pension, record, certificates. Missing: there is not. */
    services: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('readingCard'), sinceMs }),
  /** The card cannot be used: one sentence, one picture, "take the card". */
  z.object({ kind: z.literal('cardProblem'), failure: failureCodeSchema, expiredOn: z.string().nullable() }),
  ...cardScreens,
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
    /** The service that was left just now: its group stands open. Missing: none was. */
    left: z.enum(serviceNames).optional(),
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
    /** What is due is asked of the cashier machine that stands beside. Missing: it is paid at the window. */
    beside: z.boolean().optional(),
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
    print: printSchema,
  }),
  /** 还不知道: never "failed". Recovery goes on; the slip names what to do. */
  z.object({
    kind: z.literal('unknown'),
    person: maskedPersonSchema,
    cash: positiveFenSchema,
    total: positiveFenSchema,
    messageId: z.string(),
    print: printSchema,
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
  /** Headphones are in: what is private is heard. Missing: that is never known here, and nothing private is spoken. */
  headphones: z.boolean().optional(),
  screen: screenSchema,
});
export type Snapshot = z.infer<typeof snapshotSchema>;

export type { Split, TermsView, Visit, VisitSummary } from './bill.ts';
export {
  type FailureCode,
  failureCodeSchema,
  type Locale,
  localeSchema,
  type MaskedPerson,
  maskedPersonSchema,
  splitSchema,
};
