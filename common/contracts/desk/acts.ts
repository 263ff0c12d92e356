import { z } from 'zod';

/**
 * What a key of the desk does. The terminal says of each whether it may be pressed now; which key it is stands in the
 * renderer's key map alone (LOOK: F1 帮助 … Esc 放下这位).
 */
export const deskActs = [
  'help',
  'readCard',
  'details',
  'reread',
  'reupload',
  'quote',
  'settle',
  'toggleAccount',
  'tenderCash',
  'tenderCashier',
  'refund',
  'dayList',
  'work',
  'copy',
  'shift',
  'lookups',
  'stay',
  'reconcile',
  'command',
  'next',
  'letGo',
] as const;
export const deskActSchema = z.enum(deskActs);
export type DeskAct = z.infer<typeof deskActSchema>;

/** Why a key is dashed. */
export const deskWhySchema = z.enum([
  'noShift',
  'noPerson',
  'noBill',
  'checkFirst',
  'quoteFirst',
  'blocked',
  'working',
  'nothingSettled',
  'noPrinter',
  'noCashier',
  'noBalance',
  'noCard',
  'outOfService',
  'billOpen',
  /** It is no stay; the person is in hospital still, and such a stay is not pre-settled. */
  'notAStay',
  'inHospital',
  /** Of one step of a stay. `stepUnknown`: another has no known outcome, and is pressed first. */
  'stepUnknown',
  'notAdmitted',
  'isAdmitted',
  'isOut',
  'nothingNew',
  'nothingThere',
  'clearFirst',
  'changeFirst',
  'linesFirst',
  'notSentHome',
  'notOut',
  'notHere',
]);
export type DeskWhy = z.infer<typeof deskWhySchema>;

/** `next`: what most likely comes now, drawn filled; there is at most one. */
export const deskKeySchema = z.object({
  act: deskActSchema,
  state: z.enum(['on', 'next', 'off']),
  /** With `off` only. */
  why: deskWhySchema.nullable(),
});
export type DeskKey = z.infer<typeof deskKeySchema>;
