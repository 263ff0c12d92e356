import { z } from 'zod';
import { holdsIdentityNumber } from '../../kernel/masking.ts';
import { failureCodeSchema } from '../session/snapshot.ts';

/** `store status --json`: whether this terminal settles, and if not, why; and how its clock stands to the centre's. */
export const cliStoreStatusSchema = z.object({
  settling: z.boolean(),
  /** Why nothing is settled, or null. */
  code: failureCodeSchema.nullable(),
  /** Names of journals that were set aside, oldest first; they lie in the profile's data folder. */
  setAside: z.array(z.string()),
  /** Set where staff began this journal because the one before was lost. */
  adopted: z
    .object({ at: z.string(), by: z.string(), reason: z.string(), predecessor: z.string().nullable() })
    .nullable(),
  clock: z.object({
    /** CLOCK_SKEWED from one minute on, CLOCK_WRONG from five. */
    code: failureCodeSchema.nullable(),
    /** Positive: ours is ahead of the centre's, by at least this. */
    skewMs: z.int(),
  }),
});
export type StoreStatus = z.infer<typeof cliStoreStatusSchema>;

/** What goes on record and to the operator: no identity number, as in every other reason. */
const said = (least: number, most: number) =>
  z
    .string()
    .min(least)
    .max(most)
    .refine((text) => !holdsIdentityNumber(text), 'holds an identity number');

/** The journal as the control link asks for it. */
export const storeVerbs = {
  storeStatus: { in: z.object({}), out: cliStoreStatusSchema },
  /**
   * Begins a new journal beside a lost one. The staff list was in the lost one, so nobody can be proved by card here:
   * like the first staff list, this belongs to whoever may use this socket, by name, on record and told to the operator.
   */
  storeAdopt: {
    in: z.object({ by: said(1, 40), reason: said(4, 200) }),
    out: z.union([
      z.object({ ok: z.literal(true), status: cliStoreStatusSchema }),
      z.object({ ok: z.literal(false), code: failureCodeSchema }),
    ]),
  },
};
