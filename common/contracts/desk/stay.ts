import { z } from 'zod';
import { deskWhySchema } from './acts.ts';

/** What a cashier may have done to a stay before it is settled, each by its own key, in the order of the keys' digits. */
export const deskStaySteps = [
  'admit',
  'addFees',
  'clearFees',
  'change',
  'discharge',
  'undoDischarge',
  'cancel',
] as const;
export const deskStayStepSchema = z.enum(deskStaySteps);
export type DeskStayStep = z.infer<typeof deskStayStepSchema>;

/** Its transaction (domain-facts, appendix 2). */
export const infnoOfStay: Readonly<Record<DeskStayStep, string>> = {
  admit: '2401',
  addFees: '2301',
  clearFees: '2302',
  change: '2403',
  discharge: '2402',
  undoDischarge: '2405',
  cancel: '2404',
};

/** Steps that take back what the centre has: they are asked about once before they are done. */
export const takesBack: ReadonlySet<DeskStayStep> = new Set(['clearFees', 'undoDischarge', 'cancel']);

/** Where a stay is at the centre, by this terminal's journal; the four in -ing: its last step has no known outcome. */
export const deskStayStateSchema = z.enum([
  'none',
  'admitting',
  'admitted',
  'discharging',
  'discharged',
  'returning',
  'cancelling',
]);
export type DeskStayState = z.infer<typeof deskStayStateSchema>;

export const deskCourseSchema = z.object({
  state: deskStayStateSchema,
  /** 就诊ID of the centre. */
  mdtrtId: z.string().max(30).nullable(),
  /** `yyyy-MM-dd`, as the centre was told; null: it was not, or nobody knows. */
  admittedOn: z.string().max(10).nullable(),
  dischargedOn: z.string().max(10).nullable(),
  lines: z.object({
    /** How many it has, and through which day (`yyyy-MM-dd`). */
    there: z.int().nonnegative(),
    through: z.string().max(10).nullable(),
    /** Of the hospital's present lines: how many it lacks. */
    missing: z.int().nonnegative(),
    /** How many it has that the hospital has no more, or otherwise. */
    other: z.int().nonnegative(),
    /** Nobody knows which it has. */
    doubtful: z.boolean(),
  }),
  /** The hospital says something of the stay that the centre was not told. */
  changed: z.boolean(),
});
export type DeskCourse = z.infer<typeof deskCourseSchema>;

/** `next`: what most likely comes now; there is at most one. */
export const deskStayActSchema = z.object({
  step: deskStayStepSchema,
  state: z.enum(['on', 'next', 'off']),
  /** With `off` only. */
  why: deskWhySchema.nullable(),
});
export type DeskStayAct = z.infer<typeof deskStayActSchema>;

/** What came of the step that was done last. `unknown`: it may have been taken; the same key asks before it sends anew. */
export const deskStaySaidSchema = z.object({
  step: deskStayStepSchema,
  outcome: z.enum(['done', 'failed', 'unknown']),
});
export type DeskStaySaid = z.infer<typeof deskStaySaidSchema>;

/** A stay on the glass: first the hospital's word, then how far it is at the centre, and what may be done about it. */
export const deskStaySchema = z.object({
  /** `yyyy-MM-dd`, days and ward, as far as the hospital says. */
  admittedOn: z.string().max(10).nullable(),
  dischargedOn: z.string().max(10).nullable(),
  days: z.int().nonnegative().nullable(),
  ward: z.string().max(50).nullable(),
  bed: z.string().max(30).nullable(),
  course: deskCourseSchema,
  acts: z.array(deskStayActSchema).max(deskStaySteps.length),
  /** The step that is under way. */
  doing: deskStayStepSchema.nullable(),
  said: deskStaySaidSchema.nullable(),
});
export type DeskStay = z.infer<typeof deskStaySchema>;
