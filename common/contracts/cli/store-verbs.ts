import { z } from 'zod';
import { failureCodeSchema } from '../session/snapshot.ts';
import { adoptReasonSchema } from '../staff.ts';

/** `store status --json`: whether this terminal settles, and if not, why; and how its clock stands to the centre's. */
export const cliStoreStatusSchema = z.object({
  settling: z.boolean(),
  /** Why nothing is settled, or null. */
  code: failureCodeSchema.nullable(),
  /** Names of journals that were set aside, oldest first; they lie in the profile's data folder. */
  setAside: z.array(z.string()),
  /** Set where staff began this journal because the one before was lost. */
  adopted: z
    .object({
      at: z.string(),
      by: z.string(),
      second: z.string().nullable(),
      reason: z.string(),
      predecessor: z.string().nullable(),
    })
    .nullable(),
  clock: z.object({
    /** CLOCK_SKEWED from one minute on, CLOCK_WRONG from five. */
    code: failureCodeSchema.nullable(),
    /** Positive: ours is ahead of the centre's, by at least this. */
    skewMs: z.int(),
  }),
});
export type StoreStatus = z.infer<typeof cliStoreStatusSchema>;

/** The journal as the control link asks for it. */
export const storeVerbs = {
  storeStatus: { in: z.object({}), out: cliStoreStatusSchema },
  /** Begins a new journal beside a lost one: two people, by the staff list that is kept outside the journal. */
  storeAdopt: {
    in: z.object({ ticket: z.string().max(64).nullable(), reason: adoptReasonSchema }),
    out: z.union([
      z.object({ ok: z.literal(true), status: cliStoreStatusSchema }),
      z.object({ ok: z.literal(false), code: failureCodeSchema }),
    ]),
  },
};
