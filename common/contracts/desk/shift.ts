import { z } from 'zod';
import { fenSchema, positiveFenSchema } from '../amounts.ts';
import { failureCodeSchema } from '../session/shared.ts';
import { deskPrintSchema } from './bill.ts';

/** Notes and coins in use, fen each, the largest first. */
export const denominations = [10_000, 5000, 2000, 1000, 500, 100, 50, 10, 5, 2, 1] as const;
export type Denomination = (typeof denominations)[number];

/** How many of each were counted, in the order of `denominations`. */
export const cashCountSchema = z.array(z.int().min(0).max(100_000)).length(denominations.length);
export type CashCount = z.infer<typeof cashCountSchema>;

/** What a cash count comes to, fen. */
export function countedFen(count: CashCount): number {
  return count.reduce((sum, pieces, place) => sum + pieces * (denominations[place] ?? 0), 0);
}

/** Settlements or refunds of a shift, added up. Amounts are the centre's. */
export const shiftSumsSchema = z.object({
  count: z.int().nonnegative(),
  total: positiveFenSchema,
  funds: positiveFenSchema,
  hospital: positiveFenSchema,
  account: positiveFenSchema,
  /** 共济 inside of it. */
  accountMutualAid: positiveFenSchema,
  /** The person's part: through the drawer, and through the external cashier. */
  cash: positiveFenSchema,
  external: positiveFenSchema,
});
export type ShiftSums = z.infer<typeof shiftSumsSchema>;

/** The report of a shift: on the screen, as a slip, as CSV. From the journal, never from a running count. */
export const shiftReportSchema = z.object({
  shiftId: z.int().positive(),
  staffId: z.string().max(20),
  /** Ms of the terminal's wall clock. */
  openedAt: z.number(),
  closedAt: z.number().nullable(),
  settled: shiftSumsSchema,
  refunded: shiftSumsSchema,
  /** By insurance type, settled less refunded. */
  bySchemes: z
    .array(z.object({ scheme: z.string().max(6), settled: shiftSumsSchema, refunded: shiftSumsSchema }))
    .max(20),
  /** Begun in this shift and not known yet: no sum holds them. */
  unknown: z.int().nonnegative(),
  /** Open rows of the work-list when it was made. */
  work: z.int().nonnegative(),
  /** What lay in the drawer at the beginning. */
  float: positiveFenSchema,
  /** float + cash settled − cash refunded. */
  expected: fenSchema,
  counted: positiveFenSchema.nullable(),
  /** counted − expected; null until it was counted. */
  difference: fenSchema.nullable(),
  count: cashCountSchema.nullable(),
});
export type ShiftReport = z.infer<typeof shiftReportSchema>;

/** The shift that is open, for the head of every screen. */
export const openShiftSchema = z.object({
  id: z.int().positive(),
  staffId: z.string().max(20),
  /** Masked. */
  name: z.string().max(50),
  openedAt: z.number(),
  /** Settlements of it that stand. */
  settled: z.int().nonnegative(),
});
export type OpenShift = z.infer<typeof openShiftSchema>;

/** 交接班: from the proof to the count, the report, and the next cashier. */
export const shiftViewSchema = z.discriminatedUnion('step', [
  /** No shift is open: the float is typed, then card and PIN prove who begins. */
  z.object({ step: z.literal('open'), failure: failureCodeSchema.nullable(), working: z.boolean() }),
  /** What the shift has done so far; from here it is counted and closed. */
  z.object({
    step: z.literal('report'),
    report: shiftReportSchema,
    print: deskPrintSchema,
    saved: z.string().max(300).nullable(),
  }),
  /** The drawer is counted. */
  z.object({
    step: z.literal('count'),
    report: shiftReportSchema,
    failure: failureCodeSchema.nullable(),
    working: z.boolean(),
  }),
  /** Closed: its report stands until the next key. */
  z.object({
    step: z.literal('closed'),
    report: shiftReportSchema,
    print: deskPrintSchema,
    saved: z.string().max(300).nullable(),
  }),
]);
export type ShiftView = z.infer<typeof shiftViewSchema>;
