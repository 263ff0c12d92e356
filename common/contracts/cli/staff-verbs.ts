import { z } from 'zod';
import { failureCodeSchema } from '../session/snapshot.ts';
import {
  staffActSchema,
  staffReasonSchema,
  staffResolutionSchema,
  staffSetlIdSchema,
  staffTicketSchema,
} from '../staff.ts';
import {
  cliStaffImportSchema,
  cliStaffListSchema,
  cliStaffMarkSchema,
  cliWorklistRowSchema,
  cliWorklistSchema,
} from './staff-outputs.ts';

const failed = z.object({ ok: z.literal(false), code: failureCodeSchema, detail: z.string().max(200).nullable() });
const ticket = z.string().max(64).nullable();

/**
 * What the staff may ask of a running terminal. No verb takes a PIN or a card: `staffAct` starts a proof at the terminal
 * itself and answers with a ticket, and each act takes its ticket.
 */
export const staffVerbs = {
  /**
   * Whether a proof for the act may begin: what would be refused whoever proves herself is refused here, before anybody
   * goes to the terminal. `day`: of the books that are asked for.
   */
  staffMay: {
    in: z.object({ act: staffActSchema, day: z.string().max(10).nullable().default(null) }),
    out: z.union([z.object({ ok: z.literal(true) }), failed]),
  },
  /** Ends when everybody whom the act takes has proved herself, or one was refused. `waitMs` for each card. */
  staffAct: {
    in: z.object({ act: staffActSchema, waitMs: z.int().min(0).max(300_000) }),
    out: z.union([staffTicketSchema.extend({ ok: z.literal(true) }), failed.extend({ triesLeft: z.int().nullable() })]),
  },
  /** Shows the work-list on the terminal's screen. */
  staffPage: { in: z.object({ ticket }), out: z.union([z.object({ ok: z.literal(true) }), failed]) },
  /** `file` stands in the site profile's folder. The first list of a terminal needs no ticket. */
  staffImport: {
    in: z.object({ file: z.string().min(1).max(1000), ticket }),
    out: z.union([cliStaffImportSchema.extend({ ok: z.literal(true) }), failed]),
  },
  /** The marks of the card that is put in, for a list with this salt. */
  staffMark: {
    in: z.object({ salt: z.string().regex(/^[0-9a-f]{32}$/), ticket, waitMs: z.int().min(0).max(300_000) }),
    out: z.union([cliStaffMarkSchema.extend({ ok: z.literal(true) }), failed]),
  },
  /** Who may do what here, names masked. */
  staffList: {
    in: z.object({ ticket }),
    out: z.union([cliStaffListSchema.extend({ ok: z.literal(true) }), failed]),
  },
  worklistList: {
    in: z.object({ ticket, all: z.boolean() }),
    out: z.union([cliWorklistSchema.extend({ ok: z.literal(true) }), failed]),
  },
  worklistResolve: {
    in: z.object({
      ticket,
      id: z.int().positive(),
      resolution: staffResolutionSchema,
      reason: staffReasonSchema,
      setlId: staffSetlIdSchema.nullable().default(null),
    }),
    out: z.union([z.object({ ok: z.literal(true), row: cliWorklistRowSchema }), failed]),
  },
} as const;
