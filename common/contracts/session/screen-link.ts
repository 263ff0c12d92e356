import { z } from 'zod';
import { defineLink } from '../../rpc/link.ts';
import { positiveFenSchema } from '../amounts.ts';
import { speakRequestSchema } from '../devices/speech.ts';
import { lookChangeSchema } from './look.ts';
import { serviceNames } from './services/answer.ts';
import { localeSchema, snapshotSchema } from './snapshot.ts';
import { staffIntents } from './staff-view.ts';

/** What a person may want. Each is valid only on the screens that offer it; elsewhere it is dropped and counted. */
export const intentSchema = z.discriminatedUnion('kind', [
  /** whoYouAre → visit */
  z.object({ kind: z.literal('openVisit'), encounterId: z.string().max(60) }),
  /** whoYouAre, nothingUnpaid, stepFailed → the services that the person's city has */
  z.object({ kind: z.literal('openHome') }),
  /** home → service */
  z.object({ kind: z.literal('openService'), service: z.enum(serviceNames) }),
  /** service: another part of it, as the service names its parts (a year, say) */
  z.object({ kind: z.literal('turnService'), to: z.string().max(20) }),
  /** service, policy: its slip */
  z.object({ kind: z.literal('printService') }),
  /** insertCard, home, policy: the policy pages; `to` as a key of theirs says, null: from the start */
  z.object({ kind: z.literal('openPolicy'), to: z.string().max(120).nullable() }),
  /** insertCard: a certificate is checked by its code */
  z.object({ kind: z.literal('openCheck') }),
  /** checkCode: one more digit; the last one asks the centre */
  z.object({ kind: z.literal('typeCode'), digit: z.enum(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']) }),
  /** checkCode: the last digit is taken back, or another code begun */
  z.object({ kind: z.literal('eraseCode') }),
  /** service (the card's), pinProblem (the first PIN): the PIN is changed on the pad */
  z.object({ kind: z.literal('changePin') }),
  /** service (the card's): the PIN is asked for, then the loss report is withdrawn */
  z.object({ kind: z.literal('withdrawLoss') }),
  /** service (the declaration): the PIN is asked for, then the draft is declared. Both amounts repeat what is shown. */
  z.object({ kind: z.literal('declare'), base: positiveFenSchema, total: positiveFenSchema }),
  /** insertCard → loss: an electronic card is asked for */
  z.object({ kind: z.literal('openLoss') }),
  /** loss: the card that was found is reported lost */
  z.object({ kind: z.literal('confirmLoss') }),
  /** visit → preparing → split */
  z.object({ kind: z.literal('acceptFees') }),
  /** split: changed answer about the account; runs 2206 again */
  z.object({ kind: z.literal('setUseAccount'), use: z.boolean() }),
  /** split → confirm */
  z.object({ kind: z.literal('acceptSplit') }),
  /** confirm → working: the money moves. `cash` repeats the amount on the key and must match. */
  z.object({ kind: z.literal('confirm'), cash: positiveFenSchema }),
  z.object({ kind: z.literal('back') }),
  /** End and take the card. */
  z.object({ kind: z.literal('end') }),
  /** notPaid, stepFailed: try again; pinResult: begin anew with the PIN that the card has */
  z.object({ kind: z.literal('retry') }),
  /** stillThere: I am here */
  z.object({ kind: z.literal('stay') }),
  /** enterPin, changePin: go on although it is the last try */
  z.object({ kind: z.literal('useLastTry') }),
  /** done: do not wait for paper any longer, get the slip at the window */
  z.object({ kind: z.literal('leavePrint') }),
  /** done: the cash part is rather paid at the window than at the external cashier */
  z.object({ kind: z.literal('payAtWindow') }),
  /** done: another bill is unpaid; the card's PIN is asked for again, then which one */
  z.object({ kind: z.literal('nextVisit') }),
  /** Every screen: go on in this language. It moves nothing else, so it is valid at any time, also while money moves. */
  z.object({ kind: z.literal('setLocale'), locale: localeSchema }),
  /** Every screen: look or sound otherwise. Like the language it moves nothing else. */
  z.object({ kind: z.literal('setLook'), look: lookChangeSchema }),
  /** staff: the work-list's keys */
  ...staffIntents,
]);
export type Intent = z.infer<typeof intentSchema>;

export const feeLineSchema = z.object({
  name: z.string(),
  level: z.enum(['A', 'B', 'C', 'unknown']),
  count: z.string(),
  unit: z.string().nullable(),
  unitPrice: z.string(),
  amount: positiveFenSchema,
  /**
   * What the person pays of it before any fund is asked: 全自费, what lies above the limit (`limit`, yuan per unit), what
   * is to be paid first (`share`). With `inScope` they sum to the line. Null: nothing, or the centre did not say.
   */
  own: z
    .object({
      ownExpense: positiveFenSchema,
      overLimit: positiveFenSchema,
      advance: positiveFenSchema,
      inScope: positiveFenSchema,
      limit: z.string().max(20).nullable(),
      share: z.string().max(10).nullable(),
    })
    .nullable()
    .default(null),
});

/** Renderer (client) ↔ terminal (server). */
export const screenLink = defineLink({
  verbs: {
    /** The first call: the current snapshot; later ones come as events. */
    open: { in: z.object({ userAgent: z.string().max(400) }), out: snapshotSchema },
    intent: {
      in: z.object({ version: z.int(), intent: intentSchema }),
      /** `accepted` false: too late or not offered on this screen; the next snapshot tells what holds. */
      out: z.object({ accepted: z.boolean() }),
    },
    /** One page of the fee lines of the visit on the screen, 8 a page, from 0. */
    feeLines: {
      in: z.object({ page: z.int().min(0).max(1000) }),
      out: z.object({ page: z.int(), pages: z.int(), lines: z.array(feeLineSchema).max(8) }),
    },
    /** Private values in clear for 5 s, at the person's own press. */
    reveal: {
      in: z.object({ what: z.enum(['name']) }),
      out: z.object({ value: z.string().nullable(), validMs: z.int() }),
    },
    /** The person turns pages within a screen, which changes nothing else: a sign of life. */
    touched: { in: z.object({}), out: z.object({}) },
    /** What a screen says, while the person has it read out; it takes the place of what is being said. */
    speak: {
      in: z.object({ utterances: speakRequestSchema.shape.utterances }),
      /** False: nobody wants to hear it, or there is no voice. */
      out: z.object({ spoken: z.boolean() }),
    },
    /** The renderer proves that it draws: frames rendered since its start, and the snapshot version on the glass. */
    rendered: {
      in: z.object({
        frames: z.int(),
        version: z.int(),
        /** The page looked at itself: a screen with words on it covers the glass. False: frames of an empty page. */
        painted: z.boolean().default(true),
      }),
      out: z.object({}),
    },
  },
  events: { snapshot: snapshotSchema },
});
