import { type Matter, openForSomebody } from './waiting.ts';
import type { Witnesses } from './witnesses.ts';

/** What one visit came to, after its terminal was killed and started again. */
export interface Verdict {
  /** Money stands at the centre that the HIS or operator was not told of as it is, or was told of and does not stand. */
  readonly lost: readonly string[];
  /** More than one settlement stands, or one was recorded or given back more than once. */
  readonly doubled: readonly string[];
  /** Original receipts beyond the first. */
  readonly duplicateOriginals: number;
  /** A person has to decide, or nobody was told what somebody must know. */
  readonly unresolved: readonly string[];
  readonly end: 'settled' | 'undone' | 'given back' | 'named difference';
}

/** How the run was meant. */
export interface Meant {
  /** The screen said that the visit is paid. */
  readonly sawSuccess: boolean;
  /** The site gives back what is found settled after its session. */
  readonly givesBack: boolean;
  /** The centre settled and denied it; staff then compared the books. */
  readonly denied: boolean;
}

const fen = (yuan: string): number => Math.round(Number(yuan) * 100);

/** Message ids that the operator has as paid and not as given back. */
function paidOf({ told, givenBack }: Witnesses): readonly string[] {
  const left = [...givenBack];
  return told.filter((id) => {
    const at = left.indexOf(id);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Whether she knows: the screen said so, or a slip came out whole. */
const wasShown = ({ originals }: Witnesses, { sawSuccess }: Meant): boolean =>
  sawSuccess || originals.some(({ whole }) => whole);

const isDifference = ({ kind, open }: Matter): boolean => kind === 'difference' && open;

/** Whether all of them have come to rest: nothing is held or on its way back, and whoever must be told has been. */
export function atRest(witnesses: Witnesses, meant: Meant): boolean {
  const { standing, his, told, matters } = witnesses;
  if (meant.denied) return his.state === 'unpaid' && matters.some(isDifference);
  if (standing.length === 0) return his.state === 'unpaid' && paidOf(witnesses).length === 0;
  if (his.state !== 'settled' || told.length === 0) return false;
  if (wasShown(witnesses, meant)) return true;
  return !meant.givesBack && matters.some(({ kind }) => kind === 'settlement-after-session');
}

/** What money and its books say of it. */
function lostOf(witnesses: Witnesses, { sawSuccess }: Meant): readonly string[] {
  const { standing, his, originals } = witnesses;
  const [row = null] = standing;
  const paid = paidOf(witnesses);
  const lost: string[] = [];
  if (row !== null && his.state === 'unpaid') lost.push('it stands at the centre and the HIS has it as unpaid');
  if (row !== null && his.settlement !== null) {
    if (his.settlement.messageId !== row.msgid) lost.push('the HIS was told of another settlement');
    if (fen(his.settlement.cashDue) !== row.cash) lost.push('the HIS was told another amount');
  }
  if (row !== null && his.state === 'settled' && !paid.includes(row.msgid))
    lost.push('the operator has no record of it');
  if (row === null && his.settlement !== null) lost.push('the HIS has it as paid and the centre does not');
  if (row === null && paid.length > 0) lost.push('the operator has it as paid and the centre does not');
  if (row === null && sawSuccess) lost.push('the screen said paid and the centre does not');
  for (const { messageId, amounts } of originals) {
    if (row === null || (messageId !== '' && messageId !== row.msgid)) lost.push('a receipt of what does not stand');
    else if (amounts !== null && (['total', 'funds', 'account', 'cash'] as const).some((k) => amounts[k] !== row[k])) {
      lost.push('a receipt with other amounts than the centre');
    }
  }
  return lost;
}

/** A settlement that the centre denied: nobody here may have it as paid, and the finance office has it by name, once. */
function lostDifference({ standing, his, told, originals, matters }: Witnesses): readonly string[] {
  const [row = null] = standing;
  const lost: string[] = [];
  if (row === null) lost.push('the centre denied it and has not done it');
  else if (!matters.some((matter) => isDifference(matter) && matter.subject === row.setlId && matter.fen === row.total))
    lost.push('it stands at the centre, is denied here, and no difference names it with its sum');
  if (his.settlement !== null || told.length > 0 || originals.length > 0) lost.push('told as paid and denied');
  return lost;
}

function doubledOf({ standing, told, givenBack, refunds, matters }: Witnesses): readonly string[] {
  const counts = {
    'settlements stand': standing.length,
    'records of it at the operator': told.length,
    'refunds stand at the centre': refunds,
    'refunds at the operator': givenBack.length,
    'open differences': matters.filter(isDifference).length,
  };
  return Object.entries(counts).flatMap(([what, count]) => (count > 1 ? [`${count} ${what}`] : []));
}

export function judge(witnesses: Witnesses, meant: Meant): Verdict {
  const { standing, his, originals, faults, givenBack, matters } = witnesses;
  const stands = standing.length > 0;
  const planted = meant.denied ? matters.filter((matter) => !isDifference(matter)) : matters;
  const unresolved = [...openForSomebody(planted, faults)];
  if (his.state === 'held' || his.state === 'absent') unresolved.push(`the HIS has it as ${his.state}`);
  if (stands && !meant.denied && !wasShown(witnesses, meant)) {
    if (meant.givesBack) unresolved.push('nobody was shown it, and it was not given back');
    else if (!matters.some(({ kind }) => kind === 'settlement-after-session')) {
      unresolved.push('nobody was shown it, and nobody is told so');
    }
  }
  const undone = givenBack.length > 0 ? 'given back' : 'undone';
  return {
    lost: meant.denied ? lostDifference(witnesses) : lostOf(witnesses, meant),
    doubled: doubledOf(witnesses),
    duplicateOriginals: Math.max(0, originals.length - 1),
    unresolved,
    end: !stands ? undone : meant.denied ? 'named difference' : 'settled',
  };
}
