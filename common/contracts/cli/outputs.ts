import { z } from 'zod';
import { cardReadingSchema } from '../devices/card.ts';
import { printerStatusSchema, printOutcomeSchema } from '../devices/printer.ts';
import { jsonSchema } from '../json.ts';

/** Every `--json` output of `minka`. Exit 0 with one of these, 1 with `cliErrorSchema`, 2 on wrong usage. */
export const cliErrorSchema = z.object({
  error: z.object({ code: z.string(), message: z.string(), remedy: z.string() }),
});

/** `card read --json --reveal` (lab only until staff identity exists). */
export const cliCardRevealedSchema = cardReadingSchema;

/** `card read --json`: the same fields, with name and numbers masked and birth data withheld. */
export const cliCardMaskedSchema = cardReadingSchema.extend({
  masked: z.literal(true),
});

export const cliPrinterStatusSchema = z.object({ printer: printerStatusSchema });
export const cliPrinterTestSchema = z.object({ outcome: printOutcomeSchema });

export const cliQueueRowSchema = z.object({
  id: z.int(),
  kind: z.string(),
  destination: z.enum(['operator', 'his']),
  state: z.enum(['waiting', 'inFlight', 'delivered', 'dead']),
  attempts: z.int(),
  createdAt: z.string(),
  nextAttemptAt: z.string().nullable(),
  lastFailure: z.string().nullable(),
});
export const cliQueueListSchema = z.object({
  counts: z.object({ waiting: z.int(), inFlight: z.int(), delivered: z.int(), dead: z.int() }),
  oldestWaitingSeconds: z.int().nullable(),
  rows: z.array(cliQueueRowSchema),
});
/** The body holds no name and no number (see `operatorRecordSchema`); `withheld`: what takes a proof elsewhere. */
export const cliQueueShowSchema = z.object({
  row: cliQueueRowSchema.extend({ key: z.string(), group: z.string(), body: jsonSchema }),
});

export const cliConfigCheckSchema = z.object({
  ok: z.boolean(),
  /** With `ok: false` (exit 1), as every command that ends with 1 has it. */
  error: cliErrorSchema.shape.error.optional(),
  /** `path` is the place in the file ("centre.timeouts.connectMs"), `allowed` what may stand there. */
  problems: z.array(z.object({ path: z.string(), message: z.string(), allowed: z.string() })),
  /** Nothing is wrong, but somebody should know: a policy page that is not in force, say. */
  remarks: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
});
