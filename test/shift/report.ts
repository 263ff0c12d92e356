import { z } from 'zod';

const count = z.int().nonnegative();

/** What `npm run shift` prints. Counts and fen; nobody is named. */
export const shiftReportSchema = z.strictObject({
  visits: count,
  settled: count,
  refused: count,
  /** Settlements whose answer was lost, and of which it is known now what became of them. */
  unknownResolved: count,
  /** Open rows of the terminal's work-list at the end. */
  workList: count,
  /** How many there must be, by the log of the centre and the faults in it alone. */
  expectedWorkList: count,
  /** Centre against journal, message by message, and centre against the cash drawer: the sum of what differs. */
  differenceFen: count,
});
export type ShiftRunReport = z.infer<typeof shiftReportSchema>;

export interface CentreLogEntry {
  readonly sequence: number;
  readonly at: number;
  readonly target: string;
  readonly key: string;
  readonly messageId: string | null;
  readonly fault: string | null;
  readonly handled: boolean;
}

/** A visit is settled by 2207, a stay by 2304. */
const SETTLES: readonly string[] = ['2207', '2304'];

/**
 * Rows that the centre's own log calls for: a settlement that it carried out and whose answer it lost, where nobody could
 * ask it before the person at the desk was let go. Found afterwards it stands, and she does not know.
 */
export function expectedRows(log: readonly CentreLogEntry[], limitMs: number): number {
  const centre = log.filter(({ target }) => target === 'centre');
  return centre.filter(({ key, fault, at, sequence }) => {
    if (!SETTLES.includes(key) || fault !== 'loseReplyAfterCommit') return false;
    const answered = centre.find((one) => one.sequence > sequence && one.key === '5203' && one.fault === null);
    return answered === undefined || answered.at - at > limitMs;
  }).length;
}

/** Settlements whose answer never came: lost before or after the centre carried them out. */
export function lostAnswers(log: readonly CentreLogEntry[]): readonly string[] {
  return log.flatMap(({ target, key, fault, messageId }) =>
    target === 'centre' && SETTLES.includes(key) && fault?.startsWith('lose') && messageId !== null ? [messageId] : [],
  );
}

interface Amounts {
  readonly id: string;
  readonly total: number;
  readonly cash: number;
}

/** The sum of what differs, fen, between two books that know each settlement by its message. */
export function apart(ours: readonly Amounts[], theirs: readonly Amounts[]): number {
  const ids = new Set([...ours, ...theirs].map(({ id }) => id));
  const of = (side: readonly Amounts[], id: string, what: 'total' | 'cash'): number =>
    side.filter((one) => one.id === id).reduce((sum, one) => sum + one[what], 0);
  return [...ids].reduce(
    (sum, id) =>
      sum +
      Math.abs(of(ours, id, 'total') - of(theirs, id, 'total')) +
      Math.abs(of(ours, id, 'cash') - of(theirs, id, 'cash')),
    0,
  );
}
