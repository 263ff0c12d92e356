import { z } from 'zod';
import { reconcileReportSchema } from '../reconcile.ts';
import { failureCodeSchema } from '../session/snapshot.ts';

const failed = z.object({
  ok: z.literal(false),
  code: failureCodeSchema,
  /** The centre's own words, shortened, or null. */
  detail: z.string().max(400).nullable(),
});

/** What may be asked of a running terminal about its books and the centre's. Nothing here names a person. */
export const reconcileVerbs = {
  /**
   * Compares a clearing day (null: yesterday), or with `last` shows how it was compared last; `print`: the slip, too.
   * Under the ticket of a proof for this act.
   */
  reconcile: {
    in: z.object({
      ticket: z.string().max(64).nullable(),
      day: z.iso.date().nullable(),
      last: z.boolean(),
      print: z.boolean(),
    }),
    out: z.union([
      z.object({
        ok: z.literal(true),
        report: reconcileReportSchema,
        /** Null: not asked for. */
        printed: z.enum(['printed', 'notPrinted', 'unknown']).nullable(),
      }),
      failed,
    ]),
  },
  /**
   * The report of a run as the finance office's file, piece by piece: `after` is the `next` of the piece before. Only of
   * the run that this link was shown by `reconcile`, under the same proof: within 60 s of that or of the piece before.
   */
  reconcileCsv: {
    in: z.object({ run: z.int().positive(), after: z.int().nonnegative() }),
    out: z.union([z.object({ ok: z.literal(true), text: z.string(), next: z.int().nullable() }), failed]),
  },
} as const;

/** `reconcile --json`; with open differences (exit 1) an `error` beside it. */
export const cliReconcileSchema = z.object({
  report: reconcileReportSchema,
  printed: z.enum(['printed', 'notPrinted', 'unknown']).nullable(),
  /** Where the file was written; null without --csv. */
  csv: z.string().nullable(),
});
