import type { RefundAnswer, SettleAnswer } from '../../../common/contracts/billing/money.ts';
import { answerOf, failed, refused } from '../../billing/answers.ts';
import { refundedBill, waitsForPeople } from '../../billing/standing.ts';
import { isGiven } from '../../settlement/matter.ts';
import { resultOf } from '../../settlement/results.ts';
import type { ClientKeyRow } from '../../store/client-keys.ts';
import type { Store } from '../../store/store.ts';
import { refundOut, settleOut } from './wire.ts';

/** The settlement that was made under a key, if one was. */
function settleOf(store: Store, { encounterId, afterSettlement }: ClientKeyRow): SettleAnswer {
  const messageId = store.clientKeys.settlementAfter(encounterId, afterSettlement);
  const row = messageId === null ? null : store.settlements.byMessageId(messageId);
  const visit = row === null ? null : store.visits.get(row.visitId);
  // No intent, so no byte of it ever left.
  if (row === null || visit === null) return settleOut(refused(failed('BILL_GONE')));
  const people = waitsForPeople(store, encounterId);
  // Taken back since: it was settled, and what became of it is in the notices.
  return settleOut(answerOf(resultOf(row, visit), null, people));
}

function refundOf(store: Store, { subject: messageId, encounterId }: ClientKeyRow): RefundAnswer {
  const row = store.settlements.byMessageId(messageId);
  const refund = row === null ? null : store.refunds.ofSettlement(row.id);
  if (row === null || refund === null) return refundOut(refused(failed('BILL_NONE')));
  const value = refundedBill(row, refund);
  if (value !== null) return refundOut({ kind: 'settled', value, next: 'done' });
  if (isGiven(store, row.id)) {
    return refundOut({ kind: 'unknown', messageId, next: waitsForPeople(store, encounterId) ? 'people' : 'wait' });
  }
  return refundOut({ kind: 'refused', failure: failed('CENTRE_REFUSED'), next: 'people' });
}

/** What the journal says of a key whose answer is not known, or was unknown when it was told. */
export function keyFromJournal(store: Store, row: ClientKeyRow): SettleAnswer | RefundAnswer {
  return row.operation === 'settle' ? settleOf(store, row) : refundOf(store, row);
}
