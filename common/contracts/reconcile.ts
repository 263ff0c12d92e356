import { z } from 'zod';
import { worklistResolutionSchema } from './worklist.ts';

/**
 * Daily reconciliation as screens, slips, `minka reconcile` and the finance office's file show it. Amounts are integer
 * fen as the interface counts them; a refund's are negative. Nothing here names a person.
 */

/** stmt_rslt: 0 对平, 1 中心多, 2 医药机构多, 3 数据不一致 (domain-facts B6.4). */
export const statementResultSchema = z.enum(['0', '1', '2', '3']);
export type StatementResult = z.infer<typeof statementResultSchema>;

/** Why a row of the two books is not alike. */
export const reconcileVerdictSchema = z.enum([
  /** The message id is another sender's of the institution: none of our business, and all of its amount. */
  'otherTerminal',
  /** Both have it, alike, but on different days. */
  'otherDay',
  /** The journal had it open, or had its refund without a number: 5203 or the file settled that. */
  'takenUp',
  /** The centre has a settlement that the journal did not keep, and its refund, which the journal knows of: nothing is left. */
  'undone',
  /** The centre has settled what the journal holds for reversed, refused, not sent, or still open. */
  'deniedHere',
  /** A refund of one of our settlements that we did not make. */
  'refundedElsewhere',
  /** A message id of ours that the journal does not know. */
  'unknownHere',
  /** The centre has two settlements under one message id. */
  'doubled',
  /** The journal says settled; the centre has no such settlement. */
  'missingThere',
  /** Both have it, with different figures. */
  'amountDiffers',
  /** Totals and rows contradict each other. */
  'unexplained',
]);
export type ReconcileVerdict = z.infer<typeof reconcileVerdictSchema>;

/** These need nobody: where the whole difference comes from is known, and nothing is wrong. */
export const explainedVerdicts: readonly ReconcileVerdict[] = ['otherTerminal', 'otherDay', 'takenUp', 'undone'];

const fen = z.int();

/** What 3201 compares. */
export const statementSumsSchema = z.object({ count: z.int(), total: fen, funds: fen, account: fen });
export type StatementSums = z.infer<typeof statementSumsSchema>;

/** agreed: alike to the fen · explained: every fen of the difference is · open: a person must look. */
export const reconcileStateSchema = z.enum(['agreed', 'explained', 'open']);
export type ReconcileState = z.infer<typeof reconcileStateSchema>;

export const reconcilePartSchema = z.object({
  insutype: z.string().max(6),
  clrType: z.string().max(6),
  ours: statementSumsSchema.extend({ cash: fen }),
  theirs: statementSumsSchema,
  /** Theirs minus ours. */
  difference: statementSumsSchema,
  result: statementResultSchema,
  state: reconcileStateSchema,
});
export type ReconcilePart = z.infer<typeof reconcilePartSchema>;

export const reconcileRowSchema = z.object({
  /** Null: the centre's file does not say, and the journal does not know. */
  insutype: z.string().max(6).nullable(),
  clrType: z.string().max(6),
  setlId: z.string().max(30),
  mdtrtId: z.string().max(30),
  messageId: z.string().max(30),
  refund: z.boolean(),
  result: statementResultSchema,
  verdict: reconcileVerdictSchema,
  ours: statementSumsSchema.nullable(),
  theirs: statementSumsSchema.nullable(),
  encounterId: z.string().max(60).nullable(),
  /** The work-list row that asks a person, and how she ended it. */
  worklist: z.int().positive().nullable(),
  resolution: worklistResolutionSchema.nullable(),
});
export type ReconcileRow = z.infer<typeof reconcileRowSchema>;

/** How much of a day's difference has this reason, and in how many rows. `count`, `total`: theirs less ours. */
export const reconcileCauseSchema = z.object({
  verdict: reconcileVerdictSchema,
  rows: z.int().positive(),
  count: z.int(),
  total: fen,
});
export type ReconcileCause = z.infer<typeof reconcileCauseSchema>;

/** Rows that one report shows; the file has all. */
export const REPORT_ROWS = 60;

export const reconcileReportSchema = z.object({
  run: z.int().positive(),
  day: z.iso.date(),
  mode: z.enum(['lab', 'production']),
  institutionCode: z.string(),
  institutionName: z.string(),
  terminal: z.string(),
  /** Staff id; null: the terminal itself, at its hour. */
  by: z.string().max(40).nullable(),
  /** `yyyy-MM-dd HH:mm:ss` */
  startedAt: z.string(),
  finishedAt: z.string(),
  state: reconcileStateSchema,
  parts: z.array(reconcilePartSchema).max(40),
  /** What other senders of the institution settled that day; `sender` is their place in the message id. */
  others: z.array(statementSumsSchema.extend({ clrType: z.string(), sender: z.string().max(20) })).max(200),
  rows: z.array(reconcileRowSchema).max(REPORT_ROWS),
  /** All rows by their reasons: their totals are the day's difference, to the fen. */
  causes: z.array(reconcileCauseSchema),
  /** Rows beyond those. */
  rowsLeftOut: z.int().nonnegative(),
  /** Rows that a person must still look at, and the sum of what they differ by, without sign. */
  open: z.object({ rows: z.int().nonnegative(), fen: fen.nonnegative() }),
});
export type ReconcileReport = z.infer<typeof reconcileReportSchema>;
