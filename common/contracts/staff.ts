import { z } from 'zod';
import { holdsIdentityNumber } from '../kernel/masking.ts';
import { worklistResolutionSchema } from './worklist.ts';

/**
 * Staff identity. A member of the staff proves herself at this terminal, by her own social-security card and its PIN on
 * the pad, for one named act; nothing she knows ever travels over an API. The list of the staff holds no card number
 * and no identity number in clear, only salted marks of them.
 */
export const staffRoleSchema = z.enum(['cashier', 'technician', 'auditor']);
export type StaffRole = z.infer<typeof staffRoleSchema>;

/** What a person may answer to a work-list row; `ended` is the terminal's own word. */
export const staffResolutionSchema = worklistResolutionSchema.exclude(['ended']);
export type StaffResolution = z.infer<typeof staffResolutionSchema>;

export const staffSetlIdSchema = z.string().regex(/^[A-Za-z0-9-]{1,30}$/);

/** Why a journal is begun beside a lost one. */
export const adoptReasonSchema = z
  .string()
  .trim()
  .min(4)
  .max(200)
  .refine((text) => !holdsIdentityNumber(text), 'holds an identity number');

export const staffReasonSchema = z.string().trim().min(3).max(400);

/** Everything that needs a proof. A ticket is good for one of these with exactly these parameters. */
export const staffActSchema = z.discriminatedUnion('act', [
  /** Identity of the card that is put in next, in clear. */
  z.strictObject({ act: z.literal('reveal') }),
  z.strictObject({ act: z.literal('worklistList') }),
  z.strictObject({
    act: z.literal('worklistResolve'),
    id: z.int().positive(),
    resolution: staffResolutionSchema,
    reason: staffReasonSchema,
    /** What was seen at the centre, where its 5203 wants the number. */
    setlId: staffSetlIdSchema.nullable().default(null),
  }),
  /** The work-list on the terminal's own screen. */
  z.strictObject({ act: z.literal('page') }),
  /** `digest`: SHA-256 of the file, hex, so that what is imported is what was signed for. */
  z.strictObject({ act: z.literal('staffImport'), digest: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** The marks of a card, for a new list. */
  z.strictObject({ act: z.literal('staffMark') }),
  z.strictObject({ act: z.literal('staffList') }),
  z.strictObject({ act: z.literal('reconcile') }),
  z.strictObject({ act: z.literal('auditVerify') }),
  /** One more slip of a settlement; message id or setl_id. */
  z.strictObject({ act: z.literal('receiptCopy'), settlement: staffSetlIdSchema }),
  /** A cashier begins her shift at the desk. */
  z.strictObject({ act: z.literal('shiftOpen') }),
  /** A settlement is given back at the desk, on the person's word; message id. */
  z.strictObject({ act: z.literal('deskRefund'), settlement: staffSetlIdSchema }),
  /** Another journal, where this terminal's own is lost or damaged. */
  z.strictObject({ act: z.literal('storeAdopt'), reason: adoptReasonSchema }),
]);
export type StaffActAsked = z.infer<typeof staffActSchema>;
export type StaffActName = StaffActAsked['act'];

/** Who stands for an act, as staff ids; `second` where it takes two. All that other rooms learn of a proof. */
export interface StaffAct {
  readonly by: string;
  readonly second: string | null;
}

/** A proof's outcome: good once, for its own act, for 60 s. */
export const staffTicketSchema = z.object({
  ticket: z.string().regex(/^[0-9a-f]{32}$/),
  by: z.string(),
  second: z.string().nullable(),
  validMs: z.int(),
});
export type StaffTicket = z.infer<typeof staffTicketSchema>;

/**
 * How a mark is made: scrypt over the kind and the value, with the list's own salt. Identity numbers are few enough to
 * be tried one by one, so the function is slow on purpose (about 60 ms a try).
 */
export const MARK = { cost: 16_384, blockSize: 8, parallelization: 1, bytes: 32 } as const;
export type MarkKind = 'card' | 'number';

/** The text of which a mark is made: 卡识别码 or 社会保障号码, in capitals. */
export function markText(kind: MarkKind, value: string): string {
  return `minka-staff:${kind}:${value.trim().toUpperCase()}`;
}

const markSchema = z.string().regex(/^[0-9a-f]{64}$/);
const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const staffMemberSchema = z
  .strictObject({
    /** The house's own number of the person; it stands in records, never her name. */
    id: z.string().regex(/^[A-Za-z0-9-]{1,20}$/),
    name: z.string().min(1).max(40).meta({ pii: true }),
    /** Mark of the card's identification (卡识别码): a new card is a new entry. */
    card: markSchema.optional(),
    /** Mark of the identity number: any card of the person. */
    number: markSchema.optional(),
    roles: z.array(staffRoleSchema).min(1).max(3),
    /** First and last day, both included; null: no end. */
    from: daySchema,
    to: daySchema.nullable(),
  })
  .refine(({ card, number }) => card !== undefined || number !== undefined, 'card or number is needed');
export type StaffMember = z.infer<typeof staffMemberSchema>;

/** The file that `minka staff import` takes. */
export const staffListFileSchema = z.strictObject({
  schema: z.literal(1),
  /** 16 random bytes, hex, of this list alone. */
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  /** Who answers for the list, and since when. */
  signedOff: z.strictObject({ by: z.string().min(1).max(40), on: daySchema }),
  staff: z.array(staffMemberSchema).min(2).max(200),
});
export type StaffListFile = z.infer<typeof staffListFileSchema>;
