import { z } from 'zod';
import { localeSchema } from '../session/locale.ts';
import { lookSchema } from '../session/look.ts';
import { failureCodeSchema } from '../session/shared.ts';
import { staffViewSchema } from '../session/staff-view.ts';
import { deskActs, deskKeySchema } from './acts.ts';
import { deskBillSchema, deskChoiceSchema, deskResultSchema } from './bill.ts';
import { lookupViewSchema } from './lookups.ts';
import { deskPersonSchema } from './person.ts';
import { deskRefundSchema } from './refund.ts';
import { openShiftSchema, shiftViewSchema } from './shift.ts';

const sinceMs = z.number().nonnegative();

/** What the desk shows. One member is one screen; head, badge, queue and keys stand beside every one of them. */
export const deskScreenSchema = z.discriminatedUnion('kind', [
  /** Nothing can be billed now; mends itself when the cause is gone. */
  z.object({ kind: z.literal('outOfService'), failure: failureCodeSchema }),
  z.object({ kind: z.literal('shift'), view: shiftViewSchema }),
  /** Nobody is at the desk: the next card brings somebody up. */
  z.object({ kind: z.literal('waiting') }),
  z.object({ kind: z.literal('reading'), sinceMs }),
  z.object({ kind: z.literal('cardProblem'), failure: failureCodeSchema, reason: z.string().max(200).nullable() }),
  /** Who it is and what is unpaid. With one bill it is opened at once. */
  z.object({ kind: z.literal('person'), person: deskPersonSchema, choices: z.array(deskChoiceSchema).max(20) }),
  z.object({ kind: z.literal('bill'), person: deskPersonSchema, bill: deskBillSchema }),
  /** `person` is null where it was begun from the day list. */
  z.object({ kind: z.literal('result'), person: deskPersonSchema.nullable(), result: deskResultSchema }),
  z.object({ kind: z.literal('refund'), person: deskPersonSchema.nullable(), refund: deskRefundSchema }),
  z.object({ kind: z.literal('lookup'), person: deskPersonSchema, view: lookupViewSchema }),
  /** The rows come by the link's `day`. `trouble`: what came of the key that was pressed last. */
  z.object({ kind: z.literal('dayList'), trouble: failureCodeSchema.nullable(), printed: z.boolean() }),
  /** Work-list, proofs, the day's books: the staff room's own views. */
  z.object({ kind: z.literal('staff'), view: staffViewSchema }),
]);
export type DeskScreen = z.infer<typeof deskScreenSchema>;
export type DeskScreenKind = DeskScreen['kind'];
export type DeskScreenOf<K extends DeskScreenKind> = Extract<DeskScreen, { kind: K }>;

/** The head of every screen. */
export const deskHeadSchema = z.object({
  /** The centre's last answer: how long it took, ms; null: it has not been asked yet. */
  centre: z.object({ state: z.enum(['ok', 'slow', 'silent', 'untried']), answerMs: z.int().nonnegative().nullable() }),
  reader: z.enum(['empty', 'card', 'mute', 'tooMany', 'gone']),
  printer: z.enum(['ready', 'nearEnd', 'paperOut', 'coverOpen', 'fault', 'offline', 'none']),
  shift: openShiftSchema.nullable(),
  /** Always on the glass; `unknown` are settlements and refunds whose outcome nobody knows yet. */
  work: z.object({ open: z.int().nonnegative(), unknown: z.int().nonnegative() }),
  /** The unpaid of the day that come next, masked; `waiting` counts them all. */
  queue: z.object({
    waiting: z.int().nonnegative(),
    next: z.array(z.object({ number: z.string().max(60), name: z.string().max(50) })).max(3),
  }),
});
export type DeskHead = z.infer<typeof deskHeadSchema>;

export const deskSnapshotSchema = z.object({
  /** Grows by one with each snapshot; an intent names the one it answers. */
  version: z.int().nonnegative(),
  mode: z.enum(['lab', 'production']),
  locale: localeSchema,
  look: lookSchema,
  site: z.object({
    title: z.string(),
    institution: z.string(),
    terminal: z.string(),
    window: z.string(),
    hotline: z.string(),
  }),
  /** Wall time of the terminal, ms since the epoch. */
  at: z.number(),
  head: deskHeadSchema,
  screen: deskScreenSchema,
  keys: z.array(deskKeySchema).max(deskActs.length),
});
export type DeskSnapshot = z.infer<typeof deskSnapshotSchema>;
