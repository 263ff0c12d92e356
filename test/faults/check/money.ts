import type { SettlementRow as CentreRow } from '../../../central/core/ledger.ts';
import { type Books, isCalled, isGivenBack, knownAs, refundOf, standing } from './books.ts';
import type { Tell } from './finding.ts';

/** I1: net effects at the centre. I8: identities and sums, everybody's figures side by side. */
export function checkMoney(books: Books, tell: Tell): void {
  const effects = standing(books);
  const original = books.ledger.filter((row) => row.refundOf === null);
  for (const row of original) {
    const same = original.filter((one) => one.msgid === row.msgid);
    if (same.length > 1 && same[0] === row && !books.evidence.doubled.has(row.msgid))
      tell('I1', `the centre has ${same.length} rows of ${row.msgid}`);
  }
  for (const row of original) {
    const back = books.ledger.filter((one) => one.refundOf === row.setlId && one.state !== 'reversed');
    if (back.length > 1) tell('I1', `${row.msgid} is given back ${back.length} times`);
  }
  checkVisits(books, effects, tell);
  let [ours, theirs] = [0, 0];
  const seen = effects.filter(({ msgid }) => !books.evidence.doubled.has(msgid));
  for (const row of seen) if (!isUndecided(books, row)) theirs += row.total;
  for (const journal of books.journals) {
    for (const row of journal.settlements) {
      if (row.state !== 'settled' || row.splitSettled === null || isGivenBack(journal, row)) continue;
      const { total, funds, hospital, account, cash } = row.splitSettled;
      if (![total, funds, hospital, account, cash].every(Number.isSafeInteger))
        tell('I8', `${row.messageId}: no whole fen`);
      if (total !== funds + hospital + account + cash)
        tell('I8', `${row.messageId}: ${total} is not the sum of its parts`);
      const centre = seen.find((one) => one.msgid === row.messageId);
      if (centre === undefined) continue;
      if (!isUndecided(books, centre)) ours += total;
      if (
        centre.total !== total ||
        centre.account !== account ||
        centre.cash !== cash ||
        centre.hospital !== hospital
      ) {
        tell('I8', `${row.messageId}: the centre has other amounts`);
      }
    }
  }
  if (books.rested && ours !== theirs) tell('I8', `the day: ours ${ours} fen, the centre's ${theirs} fen`);
}

/** The encounter that a message settled, by whichever journal has it. */
export function encounterOf(books: Books, messageId: string): string | null {
  return knownAs(books, messageId)?.row.encounterId ?? null;
}

/**
 * I1 by encounter, as the centre registered it: what stands there is in a journal, under the encounter that the journal
 * has for it, and alone. Beside another one only that may stand which came after its own 2601 at a centre without
 * fences, while a person is called about it.
 */
function checkVisits(books: Books, effects: readonly CentreRow[], tell: Tell): void {
  const visits = new Map<string, CentreRow[]>();
  for (const row of effects) {
    const visit = books.registered.get(row.mdtrtId) ?? '';
    const known = knownAs(books, row.msgid);
    if (known === null) tell('I1', `${row.msgid} stands for ${visit}, and no journal knows it`);
    else if (known.row.encounterId !== visit)
      tell('I1', `${row.msgid} stands for ${visit}, and is ${known.row.encounterId}’s here`);
    visits.set(visit, [...(visits.get(visit) ?? []), row]);
  }
  for (const [visit, rows] of visits) {
    const counted = rows.filter(
      (row) => !isLate(books, row) && !isLateOfLost(books, row, rows) && !isContested(books, row),
    );
    const payments = new Set(counted.map(({ msgid }) => msgid)).size;
    if (rows.length > 1 && payments > 1) tell('I1', `${visit} is settled ${rows.length} times`);
  }
}

/**
 * The same of a journal that was lost before it could call anybody: then the day's books have, once people compare them.
 * Beside a payment by the journal that followed there is no excuse: that one has to ask first.
 */
function isLateOfLost(books: Books, { msgid, setlId }: CentreRow, beside: readonly CentreRow[]): boolean {
  const isLost = (messageId: string): boolean => {
    const known = knownAs(books, messageId);
    return known !== null && books.lost.includes(known.journal);
  };
  if (!books.setting.noFence || knownAs(books, msgid)?.row.state !== 'reversed') return false;
  return (
    beside.every((row) => isLost(row.msgid)) &&
    books.journals.some(({ worklist }) =>
      worklist.some(({ kind, detail }) => kind === 'difference' && detail['setlId'] === setlId),
    )
  );
}

/** It came after its own 2601, at a centre that keeps no fences, and a person is called. */
function isLate(books: Books, { msgid }: CentreRow): boolean {
  const known = knownAs(books, msgid);
  if (known === null || books.lost.includes(known.journal)) return false;
  return books.setting.noFence && known.row.state === 'reversed' && isCalled(known.journal, known.row);
}

/**
 * Two people said of a late one that it stands, and the hospital did not take that, because it has the payment of another
 * terminal, which no journal of this one can know: a person is called about its answer, or has noted it.
 */
function isContested(books: Books, { msgid }: CentreRow): boolean {
  const known = knownAs(books, msgid);
  if (!books.setting.noFence || known?.row.state !== 'settled') return false;
  const about = known.journal.worklist.filter(({ settlementId }) => settlementId === known.row.id);
  return (
    about.some(({ kind, resolution }) => kind === 'settlement-late' && resolution === 'stands') &&
    about.some(
      ({ kind, detail, resolution }) =>
        kind === 'row-dead' && detail['destination'] === 'his' && (resolution === null || resolution === 'noted'),
    )
  );
}

/** No journal can count on it: it came late, its refund stopped and may have been done, or its journal is lost. */
function isUndecided(books: Books, row: CentreRow): boolean {
  const known = knownAs(books, row.msgid);
  if (known === null) return false;
  if (books.lost.includes(known.journal)) return true;
  return isLate(books, row) || refundOf(known.journal, known.row)?.state === 'stopped';
}
