import type { ReconcileVerdict } from '../../common/contracts/reconcile.ts';
import type { WorklistRow } from '../../common/contracts/worklist.ts';
import type { SettlementRow } from '../store/settlements.ts';
import type { Store } from '../store/store.ts';

/** What a row of the work-list says of its settlement, and of which of the centre's numbers. */

/** What the day's books can say of a settlement that makes another payment of its encounter the second. */
const PAID_ALREADY: readonly unknown[] = ['deniedHere', 'doubled'] satisfies readonly ReconcileVerdict[];
const GONE: ReconcileVerdict = 'missingThere';

/** The number under which the row was seen at the centre when it came onto the list. */
export function numberIn({ detail }: Pick<WorklistRow, 'detail'>): string | undefined {
  const { setlId } = detail;
  return typeof setlId === 'string' && setlId !== '' ? setlId : undefined;
}

/** Whether it says that the centre has a settlement which the journal does not count on. */
export function saysPaid({ kind, detail }: WorklistRow): boolean {
  return kind === 'settlement-late' || (kind === 'difference' && PAID_ALREADY.includes(detail['verdict']));
}

/** Whether it says that the centre has anything of ours that nobody counts on, sound or not. */
export function saysThere(row: WorklistRow): boolean {
  return saysPaid(row) || row.kind === 'settlement-unsound';
}

/** Whether it says that what the centre has under this number cannot be right. */
export function saysUnsound(row: WorklistRow, setlId: string | null): boolean {
  return row.kind === 'settlement-unsound' && numberIn(row) === (setlId ?? undefined);
}

/** Whether it says that the centre does not have what the journal counts on: the settlement, not a refund of it. */
export function saysGone(row: WorklistRow, { setlId }: Pick<SettlementRow, 'setlId'>): boolean {
  const isOwn = (numberIn(row) ?? setlId) === setlId;
  return row.kind === 'difference' && row.detail['verdict'] === GONE && isOwn;
}

/** Whether it is about what another sender has settled for the same visit. */
export function isForeign(row: WorklistRow, { setlId, messageId }: SettlementRow): boolean {
  const number = numberIn(row);
  const { messageId: of = messageId } = row.detail;
  return saysPaid(row) && number !== undefined && number !== setlId && of !== messageId;
}

/**
 * Whether it is about a second effect of the message, beside the one that the journal counts on. That one the terminal
 * can neither count nor give back: it goes back at the centre's counter, and then it is void.
 */
export function isSecond(row: WorklistRow, { state, setlId, messageId }: SettlementRow): boolean {
  const number = numberIn(row);
  const { messageId: of = messageId } = row.detail;
  return state === 'settled' && saysPaid(row) && number !== undefined && number !== setlId && of === messageId;
}

/** The number that a word about this row is about, as far as the terminal has seen it itself. */
export function numberOf(row: WorklistRow, { setlId }: Pick<SettlementRow, 'setlId'>): string | undefined {
  return saysThere(row) ? (numberIn(row) ?? setlId ?? undefined) : (setlId ?? numberIn(row));
}

/** It is being given back, or has been. */
export function isGiven({ refunds }: Pick<Store, 'refunds'>, settlementId: number): boolean {
  const state = refunds.ofSettlement(settlementId)?.state;
  return state !== undefined && state !== 'kept';
}

/** Its refund is begun, and nobody can say yet whether the money goes back. */
export function isGivingBack({ refunds }: Pick<Store, 'refunds'>, settlementId: number): boolean {
  const state = refunds.ofSettlement(settlementId)?.state ?? 'kept';
  return state !== 'kept' && state !== 'refunded' && state !== 'done';
}

/** Whether it says that the centre does not have the refund that the journal counts on: it may be paid all the same. */
export function isRefundGone(store: Pick<Store, 'refunds'>, row: WorklistRow, settlement: SettlementRow): boolean {
  const isGone = row.kind === 'difference' && row.detail['verdict'] === GONE && !saysGone(row, settlement);
  return isGone && isGiven(store, settlement.id);
}

/**
 * Whether nobody may rely on it that the centre has this settlement as it stands here: a row says so and is open, or was
 * merely noted, and no two people have said since that it stands.
 */
export function isDoubtful({ worklist }: Pick<Store, 'worklist'>, settlement: SettlementRow): boolean {
  const rows = worklist.everOfSettlement(settlement.id);
  const stood = Math.max(...rows.map((row) => (row.resolution === 'stands' ? (row.resolvedAt ?? 0) : 0)), 0);
  return rows.some((row) => {
    // What was unsound under the number that counts has been found sound since, or it would not count.
    const isUnsound = row.kind === 'settlement-unsound' && !saysUnsound(row, settlement.setlId);
    if (!isUnsound && !saysGone(row, settlement)) return false;
    return row.resolution === null || (row.resolution === 'noted' && (row.resolvedAt ?? 0) >= stood);
  });
}
