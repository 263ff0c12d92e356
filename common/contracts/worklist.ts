import { z } from 'zod';

/**
 * The work-list: what only a person can end. A row is opened in the transaction of the fact that needs her, and closed
 * by her name with a reason, or by itself (`ended`) where the matter came to its end without her.
 */
export const worklistKindSchema = z.enum([
  /** Six rounds of recovery got no answer: whether money moved is not known. The encounter stays blocked. */
  'settlement-unknown',
  /** A positive answer came after the settlement had been reversed: money has moved that nobody counts on. */
  'settlement-late',
  /** Found settled when the person had gone: it stands, the HIS knows, the person may not. */
  'settlement-after-session',
  /** The centre has a row under our message id whose person, encounter or figures cannot be right. */
  'settlement-unsound',
  /** A stored reversal (2601) was not answered six times; it is still being sent. */
  'reversal-stuck',
  /** A refund (2208, 2205, 2202) did not come to its end in six rounds. */
  'refund-stuck',
  /** It was given back, and the client of the HIS API that brought it has not said to have it: it may have taken cash. */
  'refund-unread',
  /** A queue row was set aside: HIS or operator will never take it as it is. */
  'row-dead',
  /** The books of the centre and ours differ. */
  'difference',
  /** A slip may or may not have been printed. */
  'print-unknown',
  /** An external cashier was asked for the cash part, nobody waits any more, and it has not said whether it took it. */
  'collection-unknown',
]);
export type WorklistKind = z.infer<typeof worklistKindSchema>;

export const worklistResolutionSchema = z.enum([
  /** It is settled at the centre and stays so. */
  'stands',
  /** Nothing was paid. */
  'void',
  /** It is settled at the centre and shall be given back: 2208, 2205, 2202. */
  'refund',
  /** Seen; nothing about money changes. */
  'noted',
  /** It ended by itself. No person can give this one. */
  'ended',
]);
export type WorklistResolution = z.infer<typeof worklistResolutionSchema>;

/** What a person may answer to each kind; `terminal/settlement/resolve.ts` has the rules behind the money ones. */
export const resolutionsOf: { readonly [kind in WorklistKind]: readonly Exclude<WorklistResolution, 'ended'>[] } = {
  'settlement-unknown': ['stands', 'void'],
  'settlement-late': ['stands', 'void', 'refund'],
  'settlement-after-session': ['noted', 'refund'],
  'settlement-unsound': ['noted', 'void', 'refund'],
  'reversal-stuck': ['stands', 'void'],
  'refund-stuck': ['stands', 'void', 'refund'],
  'refund-unread': ['noted'],
  'row-dead': ['noted', 'refund'],
  difference: ['stands', 'void', 'refund', 'noted'],
  'print-unknown': ['noted'],
  'collection-unknown': ['noted'],
};

/** Whether a resolution says something about money: it needs two different people. */
export function isMoneyResolution(resolution: WorklistResolution): boolean {
  return resolution === 'stands' || resolution === 'void' || resolution === 'refund';
}

/** More about a row, flat; never a name or a number of a person. */
export const worklistDetailSchema = z.record(
  z.string().max(40),
  z.union([z.string().max(400), z.number(), z.boolean(), z.null()]),
);
export type WorklistDetail = z.infer<typeof worklistDetailSchema>;

export const worklistRowSchema = z.object({
  id: z.int().positive(),
  kind: worklistKindSchema,
  /** What it is about, in the words of its kind: a message id, a queue row, a day of the books. */
  subject: z.string().min(1).max(120),
  encounterId: z.string().max(60).nullable(),
  settlementId: z.int().positive().nullable(),
  /** Integer fen, or null where no sum is at stake. */
  amountFen: z.int().nullable(),
  detail: worklistDetailSchema,
  /** Ms of the terminal's clock. */
  openedAt: z.int(),
  resolution: worklistResolutionSchema.nullable(),
  /** Staff ids; both null where it ended by itself. */
  by: z.string().max(40).nullable(),
  second: z.string().max(40).nullable(),
  reason: z.string().max(400).nullable(),
  resolvedAt: z.int().nullable(),
});
export type WorklistRow = z.infer<typeof worklistRowSchema>;
