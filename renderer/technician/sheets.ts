import type { StaffReport } from '../../common/contracts/session/staff-report.ts';

/** Differing rows on one sheet. */
export const SHEET_ROWS = 3;

/** What stands on a sheet of a day's report: the answer, then each insurance type, then what differs. */
export type ReportSheet =
  | { readonly kind: 'sum' }
  | { readonly kind: 'part'; readonly part: StaffReport['parts'][number] }
  | { readonly kind: 'rows'; readonly from: number };

/** How many sheets a report has. */
export function sheetsOf({ parts, rows }: StaffReport): number {
  return 1 + parts.length + Math.ceil(rows.length / SHEET_ROWS);
}

/** The sheet `index`, from 0. */
export function sheetAt({ parts }: StaffReport, index: number): ReportSheet {
  if (index === 0) return { kind: 'sum' };
  const part = parts[index - 1];
  return part === undefined ? { kind: 'rows', from: (index - 1 - parts.length) * SHEET_ROWS } : { kind: 'part', part };
}

/** The sheet after `index`, round and round; 0 where there is no report. */
export function sheetAfter(report: StaffReport | null, index: number): number {
  return report === null ? 0 : (index + 1) % sheetsOf(report);
}

/** Reasons with a line of their own on the first sheet, and those that share the last one. */
const MOST_CAUSES = 3;

export function causesOn({ causes }: StaffReport) {
  const named = causes.length > MOST_CAUSES ? MOST_CAUSES - 1 : MOST_CAUSES;
  const rest = causes.slice(named);
  const sum = { rows: 0, total: 0 };
  for (const { rows, total } of rest) {
    sum.rows += rows;
    sum.total += total;
  }
  return { named: causes.slice(0, named), rest: rest.length === 0 ? null : sum };
}

/** What is compared of an insurance type, in the order of the table. */
export const MEASURES = ['count', 'total', 'funds', 'account'] as const;

/** Which differing rows stand on a sheet, counted from 1: "1–3", "4". */
export function rowsShown({ rows }: StaffReport, from: number) {
  const shown = rows.slice(from, from + SHEET_ROWS);
  const last = from + shown.length;
  return { shown, range: shown.length > 1 ? `${from + 1}–${last}` : `${last}`, last };
}
