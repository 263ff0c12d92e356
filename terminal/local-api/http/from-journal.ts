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
import { apiFailure } from './problem.ts';
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
function madeUnder(store: Store, key: ClientKeyRow): SettleAnswer | null {
  const messageId = store.clientKeys.settlementOf(key);
  const row = messageId === null ? null : store.settlements.byMessageId(messageId);
  const visit = row === null ? null : store.visits.get(row.visitId);
  if (row === null || visit === null) return null;
  const people = waitsForPeople(store, row.encounterId);
  const back = givenBack(store, row, people ? 'people' : 'wait');
  if (back !== null) return back;
  const answer = answerOf(resultOf(row, visit), null, people);
  return settleOut(answer.kind === 'refused' ? { ...answer, failure: nameless(answer.failure, visit.person) } : answer);
}

/**
 * What is told of a quote that is no longer in hand: what became of it under another key of the same client. What was
 * settled under that one is that one's alone, so that nobody collects twice; what is unknown is unknown under both. Null:
 * nothing was settled by it, or it went back.
 */
export function spentQuote(store: Store, { client, subject }: Pick<ClientKeyRow, 'client' | 'subject'>) {
  for (const key of store.clientKeys.ofQuote(client, subject)) {
    const made = madeUnder(store, key);
    if (made?.kind === 'unknown') return made;
    if (made?.kind === 'settled') {
      return { kind: 'refused', failure: apiFailure(failed('BILL_SETTLED')), next: 'read' } as const;
    }
  }
  return null;
}

function settleOf(store: Store, key: ClientKeyRow): SettleAnswer {
  const made = madeUnder(store, key);
  if (made !== null) return made;
  if (key.visitId === null && isOfLostJournal(key.subject, store)) return lostWithJournal(null);
  // No intent under it, so no byte of it ever left.
  return spentQuote(store, key) ?? settleOut(refused(failed('BILL_GONE')));
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
