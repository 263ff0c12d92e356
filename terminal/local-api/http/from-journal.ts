import type { RefundAnswer, SettleAnswer } from '../../../common/contracts/billing/money.ts';
import { answerOf, failed, refused } from '../../billing/answers.ts';
import { isOfLostJournal } from '../../billing/quote-ids.ts';
import { refundedBill, waitsForPeople } from '../../billing/standing.ts';
import { nameless } from '../../billing/words.ts';
import { isGiven } from '../../settlement/matter.ts';
import { resultOf } from '../../settlement/results.ts';
import type { ClientKeyRow } from '../../store/client-keys.ts';
import type { SettlementRow } from '../../store/settlements.ts';
import type { Store } from '../../store/store.ts';
import { refundOut, settleOut } from './wire.ts';

/** Nobody knows, and this journal cannot find out: its predecessor was lost with what is asked about. */
export const lostWithJournal = (messageId: string | null) => ({ kind: 'unknown', messageId, next: 'people' }) as const;

/**
 * What is told of a settlement whose money went back, or is on its way back, behind the client: never that it may collect.
 * Until the centre has done the refund nobody knows which of the two it will be. Null: its money stays.
 */
function givenBack(store: Store, row: SettlementRow, next: 'wait' | 'people'): SettleAnswer | null {
  const refund = store.refunds.ofSettlement(row.id);
  // Counted once, and taken back by two people's word, without a refund of ours.
  const wasTakenBack = row.state === 'reversed' && row.setlId !== null;
  if (wasTakenBack || refundedBill(row, refund) !== null) return settleOut(refused(failed('BILL_GIVEN_BACK')));
  return isGiven(store, row.id) ? { kind: 'unknown', messageId: row.messageId, next } : null;
}

/** The settlement that was made under a key, if one was. */
function settleOf(store: Store, key: ClientKeyRow): SettleAnswer {
  const messageId = store.clientKeys.settlementOf(key);
  const row = messageId === null ? null : store.settlements.byMessageId(messageId);
  const visit = row === null ? null : store.visits.get(row.visitId);
  if (row === null || visit === null) {
    if (key.visitId === null && isOfLostJournal(key.subject, store)) return lostWithJournal(null);
    // No intent, so no byte of it ever left.
    return settleOut(refused(failed('BILL_GONE')));
  }
  const people = waitsForPeople(store, row.encounterId);
  const back = givenBack(store, row, people ? 'people' : 'wait');
  if (back !== null) return back;
  const answer = answerOf(resultOf(row, visit), null, people);
  return settleOut(answer.kind === 'refused' ? { ...answer, failure: nameless(answer.failure, visit.person) } : answer);
}

function refundOf(store: Store, { subject: messageId, encounterId }: ClientKeyRow): RefundAnswer {
  const row = store.settlements.byMessageId(messageId);
  if (row === null && store.origin.get() !== null) return lostWithJournal(messageId);
  const refund = row === null ? null : store.refunds.ofSettlement(row.id);
  if (row === null || refund === null) return refundOut(refused(failed('BILL_NONE')));
  const value = refundedBill(row, refund);
  if (value !== null) return refundOut({ kind: 'settled', value, next: 'done' });
  if (isGiven(store, row.id)) {
    return refundOut({ kind: 'unknown', messageId, next: waitsForPeople(store, encounterId) ? 'people' : 'wait' });
  }
  return refundOut({ kind: 'refused', failure: failed('CENTRE_REFUSED'), next: 'people' });
}

/** What the journal says of keys. */
export interface KeysJournal {
  /** Of one whose answer is not known, was unknown when it was told, or is true no more. */
  readonly answer: (store: Store, key: ClientKeyRow) => SettleAnswer | RefundAnswer;
  /** Whether what was told as settled under it still is: a settlement may have been given back since. */
  readonly holds: (store: Store, key: ClientKeyRow) => boolean;
}

export const keysJournal: KeysJournal = {
  answer: (store, key) => (key.operation === 'settle' ? settleOf(store, key) : refundOf(store, key)),
  holds(store, key) {
    if (key.operation === 'refund') return true;
    const messageId = store.clientKeys.settlementOf(key);
    const row = messageId === null ? null : store.settlements.byMessageId(messageId);
    return row === null || (row.state === 'settled' && !isGiven(store, row.id));
  },
};
