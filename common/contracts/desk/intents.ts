import { z } from 'zod';
import { fenSchema, positiveFenSchema } from '../amounts.ts';
import { localeSchema } from '../session/locale.ts';
import { lookChangeSchema } from '../session/look.ts';
import { staffIntents } from '../session/staff-view.ts';
import { tenderSchema } from './bill.ts';
import { lookupNameSchema } from './lookups.ts';
import { cashCountSchema } from './shift.ts';
import { deskStayStepSchema } from './stay.ts';

const encounterId = z.string().min(1).max(60);

/** What the cashier may want. Each is valid only where the snapshot's keys offer it; elsewhere it is dropped and counted. */
export const deskIntentSchema = z.discriminatedUnion('kind', [
  /** shift.open → a proof of the cashier, 9001, and the desk is open. `float`: what lies in the drawer. */
  z.object({ kind: z.literal('openShift'), float: positiveFenSchema }),
  /** Any screen without money under way → the shift's page. */
  z.object({ kind: z.literal('shift') }),
  /** shift.report → shift.count */
  z.object({ kind: z.literal('countCash') }),
  /** shift.count → 9002, closed. `expected` repeats what the glass says. */
  z.object({ kind: z.literal('closeShift'), count: cashCountSchema, expected: fenSchema }),
  /** shift.report, shift.closed: its slip, its file. */
  z.object({ kind: z.literal('printShift') }),
  z.object({ kind: z.literal('saveShift') }),

  /** F2: reads the card again, or for the first time. */
  z.object({ kind: z.literal('readCard') }),
  /** person → bill */
  z.object({ kind: z.literal('openBill'), encounterId }),
  /** bill: the hospital is asked again (按中心 once it has taken the centre's figure). */
  z.object({ kind: z.literal('reread') }),
  /** bill: unsettled lines are cleared (2205) and uploaded anew (2204), up to the pre-settlement. */
  z.object({ kind: z.literal('reupload') }),
  /** bill: 2201 → 2203 → 2204 → 2206, whatever of it is still missing; of a stay 2401 … 2303. */
  z.object({ kind: z.literal('quote') }),
  /** bill with a quote: the other answer about the account; 2206 again. */
  z.object({ kind: z.literal('setUseAccount'), use: z.boolean() }),
  /** bill with a quote: the money moves. `cash` repeats the amount on the glass. */
  z.object({ kind: z.literal('settle'), cash: positiveFenSchema, tender: tenderSchema }),
  /** result: the person is let go, the next one is called. */
  z.object({ kind: z.literal('next') }),
  /** Esc: one level back; on person and bill the person is let go of and nothing of her is kept. */
  z.object({ kind: z.literal('letGo') }),

  /** bill, result, dayList → refund: of this encounter's settlement. */
  z.object({ kind: z.literal('refund'), encounterId, partial: z.boolean() }),
  /** refund.confirm: two people prove themselves, then it is given back. `cash` repeats the amount on the glass. */
  z.object({ kind: z.literal('confirmRefund'), messageId: z.string().length(30), cash: positiveFenSchema }),

  /** F7: the day's encounters. */
  z.object({ kind: z.literal('dayList') }),
  /** result, dayList: one more slip of this encounter's settlement, marked 补打. */
  z.object({ kind: z.literal('copy'), encounterId }),
  /** F8: the work-list. */
  z.object({ kind: z.literal('work') }),
  /** person, bill: 2001 and the filings. */
  z.object({ kind: z.literal('lookup'), about: lookupNameSchema }),
  /** bill of a stay: one step of it, as the snapshot's `acts` offer it. */
  z.object({ kind: z.literal('stayStep'), step: deskStayStepSchema }),

  z.object({ kind: z.literal('setLocale'), locale: localeSchema }),
  z.object({ kind: z.literal('setLook'), look: lookChangeSchema }),
  /** staff: the keys of work-list, proofs and the day's books. */
  ...staffIntents,
]);
export type DeskIntent = z.infer<typeof deskIntentSchema>;
