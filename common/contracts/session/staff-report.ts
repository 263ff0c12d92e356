import { z } from 'zod';
import { failureCodes } from '../failures.ts';
import {
  REPORT_ROWS,
  reconcileCauseSchema,
  reconcilePartSchema,
  reconcileReportSchema,
  reconcileRowSchema,
} from '../reconcile.ts';

/**
 * A day's reconciliation on the staff's page: the report as the slip and the finance office's file have it, without what
 * is the same for every day of this terminal. Amounts are integer fen; nobody is named.
 */

const sums = z.object({ count: z.int(), total: z.int() });

export const staffReportRowSchema = reconcileRowSchema
  .pick({
    insutype: true,
    setlId: true,
    encounterId: true,
    refund: true,
    verdict: true,
    worklist: true,
    resolution: true,
  })
  .extend({
    /** Total of the row here and at the centre; null: that side has no such row. */
    ours: z.int().nullable(),
    theirs: z.int().nullable(),
    /** Theirs less ours. */
    difference: z.int(),
    /** A person must look at it. */
    open: z.boolean(),
  });
export type StaffReportRow = z.infer<typeof staffReportRowSchema>;

export const staffReportSchema = reconcileReportSchema
  .pick({ run: true, by: true, finishedAt: true, state: true, open: true, rowsLeftOut: true })
  .extend({
    /** The whole day, without other terminals: theirs is ours and what the causes say. */
    ours: sums,
    theirs: sums,
    difference: sums,
    /** Why, and how much of the difference each reason is; together all of it. */
    causes: z.array(reconcileCauseSchema),
    /** What other terminals of the house settled: not part of the above. */
    others: sums.extend({ senders: z.int().nonnegative() }),
    parts: z.array(reconcilePartSchema.omit({ result: true })).max(40),
    rows: z.array(staffReportRowSchema).max(REPORT_ROWS),
  });
export type StaffReport = z.infer<typeof staffReportSchema>;

/** What came of the key that was pressed last. */
export const staffToldSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('printed') }),
  z.object({ kind: z.literal('notPrinted') }),
  z.object({ kind: z.literal('printUnknown') }),
  z.object({ kind: z.literal('saved'), file: z.string().max(300) }),
  z.object({ kind: z.literal('failed'), failure: z.enum(failureCodes) }),
]);
export type StaffTold = z.infer<typeof staffToldSchema>;

export const staffReportViewSchema = z.object({
  kind: z.literal('report'),
  day: z.iso.date(),
  /** There is no later day yet. */
  newest: z.boolean(),
  /** Null: that day has not been compared. */
  report: staffReportSchema.nullable(),
  doing: z.enum(['comparing', 'printing']).nullable(),
  told: staffToldSchema.nullable(),
});

export const staffReportIntents = [
  /** Opens the report of a day; null: yesterday. From the list it takes a proof. */
  z.object({ kind: z.literal('staffReport'), day: z.iso.date().nullable() }),
  /** Compares the day that stands there with the centre now. */
  z.object({ kind: z.literal('staffCompare'), day: z.iso.date() }),
  /** Prints the slip of the report that stands there. */
  z.object({ kind: z.literal('staffPrint'), run: z.int().positive() }),
  /** Writes its file for the finance office. */
  z.object({ kind: z.literal('staffSave'), run: z.int().positive() }),
] as const;
export type StaffReportIntent = z.infer<(typeof staffReportIntents)[number]>;
