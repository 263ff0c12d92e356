import { z } from 'zod';

const count = z.int().nonnegative();
const counts = z.record(z.string(), count);

/** What the day was made of: people, and what happened to them. */
export const drawnSchema = z.strictObject({
  outpatient: count,
  inpatient: count,
  /** Insured outside the place of care. */
  elsewhere: count,
  /** Somebody of the family lends an account (共济). */
  family: count,
  /** Whole ones, and those of a part of the bill. */
  refunds: count,
  partialRefunds: count,
  /** People under a fault of the centre, or of a device. */
  centreFaults: count,
  deviceFaults: count,
  /** 险种/人员类别, kinds of case, stories (`stories.ts`), each with how many. */
  schemes: counts,
  cases: counts,
  stories: counts,
});
export type Drawn = z.infer<typeof drawnSchema>;

/** The day's books compared by the terminal itself (3201; 3202 where one part is not flat). */
export const comparedSchema = z.strictObject({
  /** Insurance types × clearing types that were asked for by 3201. */
  parts: count,
  /** Those of them that had settlements. */
  filled: count,
  /** Explained: of a refund whose answer was lost only 3202 tells the number. */
  state: z.enum(['agreed', 'explained', 'open']),
  /** The same comparison, with a fen more in the centre's books, was not flat, and 3202 named the row. */
  seesAFen: z.boolean(),
});

/** What `npm run shift` prints. Counts and fen; nobody is named. */
export const shiftReportSchema = z.strictObject({
  visits: count,
  /** Settlements that stand at the centre. */
  settled: count,
  /** Settlements that the centre refused. */
  refused: count,
  /** Settlements whose answer was lost, and of which the journal has a row that says what became of them. */
  unknownResolved: count,
  /** Open rows of the terminal's work-list at the end. */
  workList: count,
  /** How many there must be, by the log of the centre and the record of the printer alone. */
  expectedWorkList: count,
  /** The sum of what differs between centre, journal, hospital, cash and the day's comparison. */
  differenceFen: count,
  /** Of `expectedWorkList`: slips that may or may not have come out, by the printer's own record. */
  unknownSlips: count,
  /** Stays that were admitted, charged and discharged day by day, each step by its own key. */
  staysByKeys: count,
  via: z.enum(['desk', 'his']),
  seed: count,
  seconds: count,
  /** What accounts of the family paid of what stands (共济), fen. */
  familyFen: count,
  drawn: drawnSchema,
  compared: comparedSchema,
  /** Each of those sums by itself. */
  differences: z.record(z.string(), count),
  /** What else was not as it had to be; none on a good day. */
  violations: z.array(z.string()),
});
export type ShiftRunReport = z.infer<typeof shiftReportSchema>;

/** Whether the day was as it had to be. */
export function isRight({ differenceFen, workList, expectedWorkList, violations }: ShiftRunReport): boolean {
  return differenceFen === 0 && workList === expectedWorkList && violations.length === 0;
}
