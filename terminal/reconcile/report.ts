import {
  explainedVerdicts,
  REPORT_ROWS,
  type ReconcileCause,
  type ReconcilePart,
  type ReconcileReport,
  type ReconcileRow,
  type ReconcileState,
  reconcileVerdictSchema,
} from '../../common/contracts/reconcile.ts';
import { formatDateTime } from '../../common/kernel/dates.ts';
import type { PartRow, RunRow } from '../store/reconcile-rows.ts';
import type { Store } from '../store/store.ts';
import { covers } from './clearing-type.ts';
import { attributed } from './conclude.ts';
import type { ReconcileSettings } from './deps.ts';
import { addSums, isNothing, NO_SUMS, rowDifference } from './sums.ts';

/** Whether a row still asks a person: not explained by itself, and nobody has ended it. */
export function isOpen({ verdict, resolution }: Pick<ReconcileRow, 'verdict' | 'resolution'>): boolean {
  return !explainedVerdicts.includes(verdict) && (resolution === null || resolution === 'ended');
}

function causesOf(rows: readonly ReconcileRow[]): ReconcileCause[] {
  return reconcileVerdictSchema.options.flatMap((verdict) => {
    const own = rows.filter((row) => row.verdict === verdict);
    const { count, total } = own.map(rowDifference).reduce(addSums, NO_SUMS);
    return own.length === 0 ? [] : [{ verdict, rows: own.length, count, total }];
  });
}

function partOf(part: PartRow, rows: readonly ReconcileRow[], open: boolean): ReconcilePart {
  const { insutype, clrType, ours, result } = part;
  const difference = attributed(rows, insutype);
  const theirs = addSums(ours, difference);
  const flat = result === '0' && isNothing(difference) && !rows.some((row) => row.insutype === insutype);
  const state: ReconcileState = open ? 'open' : flat ? 'agreed' : 'explained';
  return { insutype, clrType, ours, theirs, difference, result: result ?? '3', state };
}

/**
 * The report of a finished run. What the terminal said then stays; whether a person has ended a difference is as of now.
 * A row whose insurance type nobody can tell leaves every part open that 3201 did not find flat.
 */
export function reportOf(store: Pick<Store, 'reconcile'>, settings: ReconcileSettings, run: RunRow): ReconcileReport {
  const rows = store.reconcile.found(run.id, 0, -1);
  const open = rows.filter(isOpen);
  const parts = store.reconcile.parts(run.id).map((part) => {
    const loose = part.result !== '0' && open.some((row) => row.insutype === null && covers(row.clrType, part.clrType));
    const own = open.some((row) => row.insutype === part.insutype && covers(row.clrType, part.clrType));
    return partOf(
      part,
      rows.filter((row) => covers(row.clrType, part.clrType)),
      loose || own,
    );
  });
  const worst: ReconcileState =
    open.length > 0
      ? 'open'
      : parts.every(({ state }) => state === 'agreed') && rows.length === 0
        ? 'agreed'
        : 'explained';
  const { site, mode } = settings;
  return {
    run: run.id,
    day: run.day,
    mode,
    institutionCode: site.institutionCode,
    institutionName: site.institutionName,
    terminal: site.terminalLabel,
    by: run.by,
    startedAt: formatDateTime(run.startedAt),
    finishedAt: formatDateTime(run.finishedAt ?? run.startedAt),
    state: worst,
    parts,
    others: [...store.reconcile.others(run.id)],
    // Those that ask for a person first.
    rows: [...open, ...rows.filter((row) => !isOpen(row))].slice(0, REPORT_ROWS).map(({ id: _id, ...row }) => row),
    causes: causesOf(rows),
    rowsLeftOut: Math.max(0, rows.length - REPORT_ROWS),
    open: { rows: open.length, fen: open.reduce((sum, row) => sum + Math.abs(rowDifference(row).total), 0) },
  };
}
