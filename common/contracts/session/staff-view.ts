import { z } from 'zod';
import { failureCodes } from '../failures.ts';
import { staffActSchema, staffResolutionSchema, staffRoleSchema } from '../staff.ts';
import { worklistKindSchema } from '../worklist.ts';
import { staffReportIntents, staffReportViewSchema } from './staff-report.ts';

/**
 * What the staff's page shows while the terminal is lent to them. Nothing of a resident is in it: rows bear encounter
 * numbers and amounts. Staff are named masked.
 */

/** The reasons that a page without letters offers; the command line takes any text. */
export const staffReasonKeySchema = z.enum(['seenAtCentre', 'toldByCentre', 'seenInBooks', 'askedByPerson']);
export type StaffReasonKey = z.infer<typeof staffReasonKeySchema>;

export const staffWorkSchema = z.object({
  id: z.int().positive(),
  kind: worklistKindSchema,
  encounterId: z.string().max(60).nullable(),
  amountFen: z.int().nullable(),
  /** Since the row was opened. */
  ageMs: z.number().nonnegative(),
  /** What is known beside the kind, as the row's detail has it. */
  facts: z.array(z.object({ name: z.string().max(40), value: z.string().max(60) })).max(3),
  /** What may be answered. */
  answers: z.array(staffResolutionSchema).max(4),
});
export type StaffWork = z.infer<typeof staffWorkSchema>;

const actNameSchema = z.enum(staffActSchema.options.map((option) => option.shape.act.value));

export const staffViewSchema = z.discriminatedUnion('kind', [
  /** Somebody proves herself: which act, whose card, first or second person. */
  z.object({
    kind: z.literal('proof'),
    act: actNameSchema,
    /** The row and the answer that are signed for. */
    about: z.object({ work: staffWorkSchema, resolution: staffResolutionSchema }).nullable(),
    person: z.union([z.literal(1), z.literal(2)]),
    of: z.union([z.literal(1), z.literal(2)]),
    /** One of these is needed of this person. */
    roles: z.array(staffRoleSchema).min(1),
    /** Of the first person, while the second is asked. */
    first: z.string().nullable(),
    phase: z.enum(['card', 'reading', 'pin', 'checking', 'takeCard']),
    digits: z.int().min(0).max(16),
    /** `staffBack` leads to the list. */
    mayGoBack: z.boolean(),
  }),
  /** Proved; the act may be done until then. */
  z.object({
    kind: z.literal('granted'),
    act: actNameSchema,
    names: z.array(z.string()).min(1).max(2),
    secondsLeft: z.int().nonnegative(),
  }),
  z.object({
    kind: z.literal('refused'),
    failure: z.enum(failureCodes),
    triesLeft: z.int().nullable(),
    mayGoBack: z.boolean(),
  }),
  /** The work-list: the oldest rows, and how many there are in all. */
  z.object({ kind: z.literal('list'), name: z.string(), rows: z.array(staffWorkSchema).max(40), total: z.int() }),
  /** An answer was recorded. */
  z.object({ kind: z.literal('recorded'), work: staffWorkSchema, resolution: staffResolutionSchema }),
  /** A day's books beside the centre's. */
  staffReportViewSchema,
]);
export type StaffView = z.infer<typeof staffViewSchema>;
export type StaffViewOf<K extends StaffView['kind']> = Extract<StaffView, { kind: K }>;

/** What the staff may press. */
export const staffIntents = [
  /** list → a proof for this answer, then its result */
  z.object({
    kind: z.literal('staffResolve'),
    id: z.int().positive(),
    resolution: staffResolutionSchema,
    reason: staffReasonKeySchema,
  }),
  ...staffReportIntents,
  /** Back to the list. */
  z.object({ kind: z.literal('staffBack') }),
  /** Gives the terminal back. */
  z.object({ kind: z.literal('staffEnd') }),
] as const;
export type StaffIntent = z.infer<(typeof staffIntents)[number]>;
