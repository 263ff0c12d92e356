import type { Witnesses } from './witnesses.ts';

/** What one visit came to, after its terminal was killed and started again. */
export interface Verdict {
  /** Money stands at the centre that the HIS or operator was not told of as it is, or was told of and does not stand. */
  readonly lost: readonly string[];
  /** More than one settlement stands, or one was recorded more than once. */
  readonly doubled: readonly string[];
  /** Original receipts beyond the first. */
  readonly duplicateOriginals: number;
  /** Neither settled and told, nor undone and given back. */
  readonly unresolved: readonly string[];
  readonly end: 'settled' | 'undone';
}

const fen = (yuan: string): number => Math.round(Number(yuan) * 100);

/** Whether all of them have come to rest: nothing is held, and whoever must have been told has been. */
export function atRest({ standing, his, told }: Witnesses): boolean {
  if (standing.length > 0) return his.state === 'settled' && told.length > 0;
  return his.state === 'unpaid';
}

/** `sawSuccess`: the screen said that the visit is paid. */
export function judge(witnesses: Witnesses, sawSuccess: boolean): Verdict {
  const { standing, his, told, originals, faults, worklist } = witnesses;
  const [row = null] = standing;
  const lost: string[] = [];
  const unresolved: string[] = [];

  if (row !== null && his.state === 'unpaid') lost.push('it stands at the centre and the HIS has it as unpaid');
  if (row !== null && his.settlement !== null) {
    if (his.settlement.messageId !== row.msgid) lost.push('the HIS was told of another settlement');
    if (fen(his.settlement.cashDue) !== row.cash) lost.push('the HIS was told another amount');
  }
  if (row !== null && his.state === 'settled' && !told.includes(row.msgid))
    lost.push('the operator has no record of it');
  if (row === null && his.settlement !== null) lost.push('the HIS has it as paid and the centre does not');
  if (row === null && told.length > 0) lost.push('the operator has it as paid and the centre does not');
  if (row === null && sawSuccess) lost.push('the screen said paid and the centre does not');
  for (const { messageId, amounts } of originals) {
    if (row === null || (messageId !== '' && messageId !== row.msgid)) lost.push('a receipt of what does not stand');
    else if (amounts !== null && (['total', 'funds', 'account', 'cash'] as const).some((k) => amounts[k] !== row[k])) {
      lost.push('a receipt with other amounts than the centre');
    }
  }
  if (his.state === 'held' || his.state === 'absent') unresolved.push(`the HIS has it as ${his.state}`);
  for (const kind of worklist) if (!SEEN_ONLY.has(kind)) unresolved.push(`on the work-list: ${kind}`);
  for (const fault of faults) if (OPEN_FAULTS.has(fault)) unresolved.push(fault);

  const doubled: string[] = [];
  if (standing.length > 1) doubled.push(`${standing.length} settlements stand`);
  if (told.length > 1) doubled.push(`the operator has ${told.length} records`);
  return {
    lost,
    doubled,
    duplicateOriginals: Math.max(0, originals.length - 1),
    unresolved,
    end: row === null ? 'undone' : 'settled',
  };
}

/** On the work-list for somebody to see; the matter itself is decided. */
const SEEN_ONLY: ReadonlySet<string> = new Set(['settlement-after-session', 'print-unknown']);

/** What the operator is told of when a person has to look. */
const OPEN_FAULTS: ReadonlySet<string> = new Set(['SETTLEMENT_UNRESOLVED', 'SETTLEMENT_LATE_REPLY', 'HIS_ROW_DEAD']);
