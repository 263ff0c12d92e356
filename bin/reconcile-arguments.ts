import { isIsoDate } from '../common/kernel/dates.ts';
import { err, ok, type Result } from '../common/kernel/result.ts';

export interface ReconcileCommand {
  readonly kind: 'reconcile';
  /** `yyyy-MM-dd`; null: yesterday. */
  readonly day: string | null;
  /** Not again: as it was compared last. */
  readonly last: boolean;
  /** Where the finance office's file goes, or null. */
  readonly csv: string | null;
  readonly print: boolean;
}

export const RECONCILE_TAKES: Readonly<Record<string, readonly string[]>> = {
  reconcile: ['profile', 'wait', 'day', 'last', 'csv', 'print'],
};

export interface ReconcileValues {
  readonly day?: string | undefined;
  readonly last?: boolean | undefined;
  readonly csv?: string | undefined;
  readonly print?: boolean | undefined;
}

/** `reconcile`, or a sentence that says what is wrong with it. */
export function parseReconcile({ day, last, csv, print }: ReconcileValues): Result<ReconcileCommand, string> {
  if (day !== undefined && !isIsoDate(day)) return err('--day takes a day as 2026-03-02');
  if (csv === '') return err('--csv takes a file');
  return ok({ kind: 'reconcile', day: day ?? null, last: last === true, csv: csv ?? null, print: print === true });
}
