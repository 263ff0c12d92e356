import { explainedVerdicts, type StatementSums } from '../../common/contracts/reconcile.ts';
import { fen, formatFen } from '../../common/kernel/money.ts';
import type { Found } from '../store/reconcile-found.ts';
import type { DetailRow, PartRow, RunRow } from '../store/reconcile-rows.ts';
import { covers } from './clearing-type.ts';
import type { ReconcileDeps } from './deps.ts';
import { asFound, type Findings } from './find.ts';
import { keepNumber } from './refund-number.ts';
import { addSums, isNothing, NO_SUMS, rowDifference } from './sums.ts';

/** What the rows of an insurance type say that theirs has more than ours. */
export function attributed(
  rows: readonly Pick<Found, 'insutype' | 'ours' | 'theirs'>[],
  insutype: string,
): StatementSums {
  return rows
    .filter((row) => row.insutype === insutype)
    .map(rowDifference)
    .reduce(addSums, NO_SUMS);
}

/**
 * Writes the findings down in one transaction: every row, its work-list row, what the other senders had. Where 3201
 * and the rows contradict each other, that is a difference of its own.
 */
export function conclude(deps: ReconcileDeps, run: RunRow, detail: DetailRow, findings: Findings): void {
  const { store } = deps;
  const { clrType } = detail;
  store.transaction(() => {
    const parts = store.reconcile.parts(run.id).filter((part) => covers(clrType, part.clrType));
    const found = findings.judged.map((judged) => asFound(deps, run, clrType, judged));
    const all = [...found, ...contradictions(run, parts, found, findings.others.size > 0)];
    for (const row of all) store.reconcile.addFound(run.id, { ...row, worklist: callFor(deps, run, row) });
    for (const number of findings.numbers) keepNumber(deps, run, number);
    for (const [sender, sums] of findings.others) store.reconcile.addOther(run.id, { clrType, sender, ...sums });
    store.reconcile.changeDetail(detail.id, { judged: true });
  });
}

/** Parts whose 3201 and rows do not say the same. A row of an unknown insurance type may be any part's. */
function contradictions(
  run: RunRow,
  parts: readonly PartRow[],
  found: readonly Omit<Found, 'worklist'>[],
  hasOthers: boolean,
): readonly Omit<Found, 'worklist'>[] {
  const loose = hasOthers || found.some(({ insutype }) => insutype === null);
  return parts.flatMap((part) => {
    const difference = attributed(
      found.filter((row) => covers(row.clrType, part.clrType)),
      part.insutype,
    );
    const flat = part.result === '0';
    if (flat === isNothing(difference) || (!flat && loose)) return [];
    return [
      {
        clrType: part.clrType,
        insutype: part.insutype,
        setlId: `${part.insutype}-${part.clrType}`,
        mdtrtId: '',
        messageId: '',
        refund: false,
        result: part.result ?? '3',
        verdict: 'unexplained' as const,
        ours: null,
        theirs: null,
        settlementId: null,
        encounterId: null,
        subject: `${run.day} ${part.insutype} ${part.clrType}`,
      },
    ];
  });
}

/** The work-list row of a difference; null where it needs nobody, or where a person has ended this very one before. */
function callFor({ store, worklist }: ReconcileDeps, run: RunRow, row: Omit<Found, 'worklist'>): number | null {
  if (row.subject === null || explainedVerdicts.includes(row.verdict)) return null;
  const before = store.reconcile.lastCall(row.subject);
  if (before !== null && before.resolution !== null && before.resolution !== 'ended') return before.id;
  const { total } = rowDifference(row);
  worklist.open({
    kind: 'difference',
    subject: row.subject,
    encounterId: row.encounterId,
    settlementId: row.settlementId,
    amountFen: total,
    detail: {
      day: run.day,
      verdict: row.verdict,
      result: row.result,
      setlId: row.setlId,
      mdtrtId: row.mdtrtId,
      messageId: row.messageId,
      insutype: row.insutype,
      ours: row.ours === null ? null : formatFen(fen(row.ours.total)),
      theirs: row.theirs === null ? null : formatFen(fen(row.theirs.total)),
    },
  });
  return store.worklist.find('difference', row.subject)?.id ?? null;
}
