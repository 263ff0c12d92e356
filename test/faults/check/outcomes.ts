import type { SettlementRow } from '../../../terminal/store/settlements.ts';
import { settles } from '../plan/settling.ts';
import type { Change, Sent } from '../world/record.ts';
import { type Books, isCalled, isGivenBack, type JournalBooks, refundOf, ruled, standing } from './books.ts';
import type { Tell } from './finding.ts';

const FINAL = new Set(['settled', 'refused', 'notSent', 'reversed']);

const SUCCESS = /"infcode":"?0"?[,}]/;

/** What a clear answer to 2207 must be read as; null: it may only be UNKNOWN. */
function meaning(sent: Sent): string | null {
  if (sent.truth === 'notSent') return 'notSent';
  if (sent.truth === 'refused') return 'refused';
  if (sent.truth !== 'genuine' || sent.answer === null) return null;
  return SUCCESS.test(sent.answer) ? 'settled' : 'refused';
}

/** I4: what an outcome is taken for. I5: how UNKNOWN ends. I6: that final is final, and of the right message. */
export function checkOutcomes(books: Books, tell: Tell): void {
  for (const journal of books.journals) {
    const { terminal, boots } = journal;
    const changes = books.evidence.changes.filter(
      (one) => one.terminal === terminal && one.boot >= boots.from && one.boot <= boots.to,
    );
    for (const row of journal.settlements) {
      const own = changes.filter((one) => one.id === row.id);
      checkReading(books, journal, row, own, tell);
      checkEnds(books, journal, row, own, tell);
      checkAgainstCentre(books, journal, row, tell);
    }
  }
}

function checkReading(
  books: Books,
  journal: JournalBooks,
  row: SettlementRow,
  changes: readonly Change[],
  tell: Tell,
): void {
  const sent = books.evidence.sent.find(
    (one) => settles(one.key) && one.terminal === journal.terminal && one.msgid === row.messageId,
  );
  const taken = changes.find((one) => one.from === 'intended');
  if (taken === undefined) return;
  if (sent === undefined) {
    if (taken.to !== 'unknown') tell('I4', `${row.messageId} became ${taken.to} without having been sent`);
    return;
  }
  const clear = sent.truth === null ? null : meaning(sent);
  if (taken.to === clear) return;
  if (taken.to !== 'unknown') tell('I4', `${row.messageId} became ${taken.to}, but was ${clear ?? 'unclear'}`);
  // A process or a disk that failed in between may make even a clear outcome unknown.
  else if (clear !== null && taken.boot === sent.boot && !diskFailed(books)) {
    // A refusal is believed where 5203 shows twice that there is nothing.
    if (clear === 'refused' && nothingShown(books, sent, taken) < 2) return;
    tell('I4', `${row.messageId} became unknown, but was ${clear}`);
  }
}

/** Undisturbed 5203 that showed nothing of this message, between its answer and what it was taken for. */
function nothingShown({ evidence }: Books, { at, terminal, msgid }: Sent, taken: Change): number {
  return evidence.sent.filter(
    (one) =>
      one.key === '5203' &&
      one.terminal === terminal &&
      one.at >= at &&
      one.at < taken.at &&
      one.truth === 'genuine' &&
      meaning(one) === 'settled' &&
      !one.answer?.includes(msgid ?? ''),
  ).length;
}

function diskFailed({ evidence }: Books): boolean {
  return evidence.faults.has('commitFull') || evidence.faults.has('commitIo');
}

function checkEnds(
  books: Books,
  journal: JournalBooks,
  row: SettlementRow,
  changes: readonly Change[],
  tell: Tell,
): void {
  const { sent } = books.evidence;
  for (const { from, to, at } of changes) {
    const byPeople =
      (from === 'reversed' && to === 'settled' && ruled(journal, row, 'stands')) ||
      (from === 'settled' && to === 'reversed' && ruled(journal, row, 'void'));
    if (FINAL.has(from) && to !== from && !byPeople) {
      tell('I6', `${row.messageId} was ${from} and became ${to}`);
    }
    if (from !== 'unknown' && from !== 'fencing') continue;
    if (to === 'settled') {
      const found = sent.some((one) => one.key === '5203' && one.at <= at && one.answer?.includes(row.messageId));
      if (!found) tell('I5', `${row.messageId} was found settled, but no 5203 said so`);
    } else if (to === 'reversed') {
      const fence = sent.some(
        (one) => one.key === '2601' && one.at <= at && one.handled && one.body.includes(`"omsgid":"${row.messageId}"`),
      );
      if (!fence && !ruled(journal, row, 'void'))
        tell('I5', `${row.messageId} was reversed, but no 2601 with its message id reached the centre`);
      if (row.failure !== null && sent.some((one) => one.at <= at && tookBack(one, row.messageId)))
        tell('I6', `${row.messageId} is told as a refusal, and its 2601 took it back`);
    } else if (FINAL.has(to)) {
      tell('I5', `${row.messageId} was ${from} and became ${to}`);
    }
  }
}

/** A 2601 of this message that the centre did: there was something to take back. */
function tookBack(sent: Sent, messageId: string): boolean {
  if (sent.key !== '2601' || !sent.body.includes(`"omsgid":"${messageId}"`)) return false;
  return sent.answer !== null && SUCCESS.test(sent.answer);
}

/** What the journal holds for final must be so at the centre. */
function checkAgainstCentre(books: Books, journal: JournalBooks, row: SettlementRow, tell: Tell): void {
  const refund = refundOf(journal, row);
  const isDoubled = books.evidence.doubled.has(row.messageId);
  const own = isGivenBack(journal, row) ? refund?.setlId : row.setlId;
  const centre = standing(books).find((one) => one.msgid === row.messageId && (!isDoubled || one.setlId === own));
  if (isGivenBack(journal, row)) {
    if (centre !== undefined) tell('I6', `${row.messageId} counts as given back and stands at the centre`);
    return;
  }
  if (row.state === 'settled') {
    // Two people said that it stands, and it went back: by an early 2601 at a centre without fences, or by the centre
    // alone. A person must be called.
    const mayGo = books.setting.noFence || books.evidence.takenBack.has(row.messageId);
    const undone = mayGo && ruled(journal, row, 'stands') && isCalled(journal, row);
    if (centre === undefined && (refund === null || refund.state === 'kept') && !undone) {
      tell('I6', `${row.messageId} is settled here and not at the centre`);
    }
    if (centre !== undefined && centre.setlId !== row.setlId) {
      tell('I6', `${row.messageId} has the setl_id of another settlement`);
    }
    return;
  }
  if (centre === undefined || !FINAL.has(row.state) || isDoubled) return;
  // Money moved that this state denies, and a person is called: only where the centre does not keep its fences.
  if (books.setting.noFence && isCalled(journal, row)) return;
  tell(books.setting.noFence ? 'rest' : 'I5', `${row.messageId} is ${row.state} here and settled at the centre`);
}
