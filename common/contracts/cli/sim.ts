import { z } from 'zod';
import { ledgersSchema } from '../dock/ledgers.ts';
import { dockPersonSchema, dockStateSchema } from '../dock/state.ts';

/** `--json` outputs of `minka sim`. Failures are `cliErrorSchema` with a code that begins with DOCK_ or SIM_. */
export const cliSimDoneSchema = z.object({ done: z.literal(true) });
export const cliSimPeopleSchema = z.object({ people: z.array(dockPersonSchema) });
export const cliSimLedgersSchema = ledgersSchema;
export const cliSimStatusSchema = dockStateSchema;
/** `file`: where the picture was written; null without --out. */
export const cliSimPaperSchema = z.object({
  hangingMm: z.int(),
  cuts: z.int(),
  moving: z.boolean(),
  file: z.string().nullable(),
});
/** A fresh link to the dock's page; good for one browser. */
export const cliSimDockSchema = z.object({ url: z.url() });

/** The file in the user's state directory by which a running lab is found. */
export const labFileSchema = z.object({
  /** The dock's. */
  socket: z.string(),
  pid: z.int(),
  /** The site profile of its terminal, and the checkout that it was started from. */
  profile: z.string().nullable().default(null),
  root: z.string().nullable().default(null),
});
