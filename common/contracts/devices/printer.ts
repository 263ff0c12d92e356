import { z } from 'zod';

export const printerStatusSchema = z.discriminatedUnion('kind', [
  /** No answer on the line: unplugged, switched off, wrong baud rate. */
  z.object({ kind: z.literal('offline') }),
  z.object({ kind: z.literal('ready'), nearEnd: z.boolean() }),
  z.object({ kind: z.literal('paperOut') }),
  z.object({ kind: z.literal('coverOpen') }),
  z.object({ kind: z.literal('cutterJam') }),
  /** It answers, but says it has an error that is none of the above. */
  z.object({ kind: z.literal('fault') }),
]);
export type PrinterStatus = z.infer<typeof printerStatusSchema>;

export const printTroubleSchema = z.enum([
  'offline',
  'paperOut',
  'coverOpen',
  'cutterJam',
  'fault',
  'noAnswer',
  'hostGone',
  'layout',
]);
export type PrintTrouble = z.infer<typeof printTroubleSchema>;

/**
 * `printed` only when the printer acknowledged every block; `notPrinted` only when no byte of the job reached it;
 * everything else is `unknown`, which nothing reprints by itself (DESIGN §4).
 */
export const printOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('printed'), printerMs: z.number() }),
  z.object({ kind: z.literal('notPrinted'), trouble: printTroubleSchema }),
  z.object({
    kind: z.literal('unknown'),
    trouble: printTroubleSchema,
    acknowledged: z.int().nonnegative(),
    blocks: z.int().nonnegative(),
  }),
]);
export type PrintOutcome = z.infer<typeof printOutcomeSchema>;

/** While a job runs: `waiting` names what a person must mend (paper, cover) before the printer goes on by itself. */
export const printProgressSchema = z.object({
  jobId: z.string(),
  acknowledged: z.int().nonnegative(),
  blocks: z.int().nonnegative(),
  waiting: printTroubleSchema.nullable(),
});
export type PrintProgress = z.infer<typeof printProgressSchema>;
