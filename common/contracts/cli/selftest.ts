import { z } from 'zod';
import { cardStatusSchema } from '../devices/card.ts';
import { pinPadStatusSchema } from '../devices/pin-pad.ts';
import { printerStatusSchema } from '../devices/printer.ts';
import { failureCodeSchema } from '../session/snapshot.ts';
import { cliErrorSchema } from './outputs.ts';

/** What a self-test looks at, in the order in which it is told. With a profile that is not in order only `config`. */
export const selftestIds = [
  ...(['config', 'keys', 'certificates', 'disk', 'slot'] as const),
  ...(['centre', 'clock', 'his', 'operator', 'benefits', 'cashier'] as const),
  ...(['reader', 'pinPad', 'printer', 'database'] as const),
] as const;
export type SelftestId = (typeof selftestIds)[number];

export const selftestCheckSchema = z.object({
  id: z.enum(selftestIds),
  ok: z.boolean(),
  /** What is the matter; beside `ok: true`: what soon will be. */
  code: failureCodeSchema.nullable(),
  /** What was found: with a code what it means, and where. */
  message: z.string(),
  /** What mends it; null where nothing is to be done. */
  remedy: z.string().nullable(),
  ms: z.int().nonnegative(),
});
export type SelftestCheck = z.infer<typeof selftestCheckSchema>;

/** `selftest --json`; exit 1 where `ok` is false. */
export const cliSelftestSchema = z.object({
  ok: z.boolean(),
  error: cliErrorSchema.shape.error.optional(),
  checks: z.array(selftestCheckSchema),
});

/** `codes TYPE --json`: one code table of the centre. `fetched`: told by it, else what ships with the terminal. */
export const cliCodesSchema = z.object({
  type: z.string(),
  fetched: z.boolean(),
  rows: z.array(z.object({ value: z.string(), label: z.string() })),
});

const letIn = z.object({ code: failureCodeSchema, detail: z.string().max(300).nullable() }).nullable();

/** The devices as the host tells of them. */
export const selftestVerbs = {
  deviceStatus: {
    in: z.object({}),
    out: z.object({ card: cardStatusSchema, pinPad: pinPadStatusSchema, printer: printerStatusSchema }),
  },
  /** Whether centre and hospital let this terminal in, each null where it does. Null: there is no journal open to ask with. */
  otherSides: { in: z.object({}), out: z.object({ sides: z.object({ centre: letIn, his: letIn }).nullable() }) },
  /** Null: there is no table of this name here, or no journal open. */
  codes: { in: z.object({ type: z.string().max(30) }), out: z.object({ table: cliCodesSchema.nullable() }) },
  /** At which other rate a silent printer answers; null: at none. */
  printerRate: { in: z.object({}), out: z.object({ baudRate: z.int().nullable() }) },
};
