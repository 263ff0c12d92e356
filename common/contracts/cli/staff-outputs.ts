import { z } from 'zod';
import { staffResolutionSchema, staffRoleSchema } from '../staff.ts';
import { worklistRowSchema } from '../worklist.ts';

/** `--json` outputs of `minka worklist` and `minka staff`. */

/**
 * `openedAt` and `resolvedAt` as `yyyy-MM-dd HH:mm:ss`; `openMinutes` is the age of an open row; `answers`: what may be
 * answered to it as things stand, none where it has ended.
 */
export const cliWorklistRowSchema = worklistRowSchema.extend({
  openedAt: z.string(),
  resolvedAt: z.string().nullable(),
  openMinutes: z.int().nonnegative().nullable(),
  answers: z.array(staffResolutionSchema).max(4),
});
export const cliWorklistSchema = z.object({
  /** Open rows in all; `rows` may hold fewer. */
  open: z.int().nonnegative(),
  rows: z.array(cliWorklistRowSchema).max(100),
});
export const cliWorklistResolvedSchema = z.object({ row: cliWorklistRowSchema });

export const cliStaffImportSchema = z.object({ people: z.int(), digest: z.string() });
/** Never the values themselves; null where the card withholds one. */
export const cliStaffMarkSchema = z.object({
  salt: z.string(),
  card: z.string().nullable(),
  number: z.string().nullable(),
});
export const cliStaffListSchema = z.object({
  staff: z.array(
    z.object({
      id: z.string(),
      /** Masked. */
      name: z.string(),
      roles: z.array(staffRoleSchema),
      from: z.string(),
      to: z.string().nullable(),
      inForce: z.boolean(),
    }),
  ),
});
export const cliStaffPageSchema = z.object({ shown: z.literal(true) });
