import type { ReconcileReport, ReconcileRow } from '../../common/contracts/reconcile.ts';
import type { StaffReport, StaffReportRow } from '../../common/contracts/session/staff-report.ts';
import { isOpen } from '../reconcile/report.ts';
import { addSums, NO_SUMS, rowDifference } from '../reconcile/sums.ts';

function rowView(row: ReconcileRow): StaffReportRow {
  const { insutype, setlId, encounterId, refund, verdict, worklist, resolution, ours, theirs } = row;
  return {
    ...{ insutype, setlId, encounterId, refund, verdict, worklist, resolution },
    ours: ours?.total ?? null,
    theirs: theirs?.total ?? null,
    difference: rowDifference(row).total,
    open: isOpen(row),
  };
}

/** A report as the staff's page shows it. Theirs is ours and every row's difference, so that the page adds up. */
export function reportView(report: ReconcileReport): StaffReport {
  const { run, by, finishedAt, state, open, rowsLeftOut, causes, parts, rows, others } = report;
  const ours = parts.map((part) => part.ours).reduce(addSums, NO_SUMS);
  const elsewhere = others.reduce(addSums, NO_SUMS);
  const difference = causes.reduce(
    (sum, { count, total }) => ({ count: sum.count + count, total: sum.total + total }),
    {
      count: 0,
      total: 0,
    },
  );
  return {
    ...{ run, by, finishedAt, state, open, rowsLeftOut, causes },
    ours: { count: ours.count, total: ours.total },
    theirs: { count: ours.count + difference.count, total: ours.total + difference.total },
    difference,
    others: {
      senders: new Set(others.map(({ sender }) => sender)).size,
      count: elsewhere.count,
      total: elsewhere.total,
    },
    parts: parts.map(({ result: _, ...part }) => part),
    rows: rows.map(rowView),
  };
}
