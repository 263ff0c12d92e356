import type { ReconcileVerdict } from '../../common/contracts/reconcile.ts';
import type { WorklistKind } from '../../common/contracts/worklist.ts';
import type { SettlementRow } from '../store/settlements.ts';
import type { Worklist } from '../worklist/worklist.ts';
import type { Seen } from './facts.ts';

/** Rounds of recovery without an answer after which a person is called; it goes on all the same (risks 1.1). */
export const ROUNDS_UNTIL_STAFF = 6;

/** What about a settlement a person must look at. The subject of each row is its message id, unless said. */
export interface StaffCalls {
  /** A round went by; calls a person where it was the sixth. */
  counted(row: SettlementRow): void;
  /** The outcome is known. */
  ended(row: SettlementRow): void;
  /** It is settled, and nobody was there to read it. */
  absent(row: SettlementRow): void;
  /** Somebody was there after all, and has read it. */
  shown(row: SettlementRow): void;
  late(row: SettlementRow, seen: Seen | null): void;
  /** A second effect of its message, once the first has been given back: under its own number. */
  beside(row: SettlementRow, seen: Seen): void;
  /** Its money is back, and whoever brought it through the HIS API does not say to have heard of it. */
  refundUnread(row: SettlementRow): void;
  refundRead(row: SettlementRow): void;
  /** Two people have taken it back: there is no success any more that somebody must be told of. */
  takenBack(row: SettlementRow): void;
  /** It was said to stand, and the centre does not have it any more. */
  gone(row: SettlementRow): void;
  unsound(row: SettlementRow, seen: Seen | null): void;
  /** What was unsound has been found sound. */
  sound(row: SettlementRow): void;
}

export function createStaffCalls(worklist: Worklist): StaffCalls {
  const call = (kind: WorklistKind, row: SettlementRow, seen: Seen | null, subject = row.messageId): void => {
    const { id, encounterId, state, mdtrtId, rounds, fenceFailures } = row;
    worklist.open({
      kind,
      subject,
      encounterId,
      settlementId: id,
      amountFen: seen?.total ?? row.splitSettled?.total ?? row.splitShown.total,
      detail: { state, mdtrtId, rounds, fenceFailures, setlId: seen?.setlId ?? row.setlId, why: seen?.why ?? null },
    });
  };
  return {
    counted(row) {
      if (row.fenceFailures >= ROUNDS_UNTIL_STAFF) call('reversal-stuck', row, null);
      else if (row.rounds >= ROUNDS_UNTIL_STAFF) call('settlement-unknown', row, null);
    },
    ended({ messageId, state, setlId }) {
      worklist.end('settlement-unknown', messageId);
      worklist.end('reversal-stuck', messageId);
      // What the day's books named under this number, because nobody here counted on it, is counted on now.
      if (state === 'settled' && setlId !== null) worklist.end('difference', setlId);
    },
    absent: (row) => call('settlement-after-session', row, null),
    shown: ({ messageId }) => worklist.end('settlement-after-session', messageId),
    refundUnread: (row) => call('refund-unread', row, null),
    refundRead: ({ messageId }) => worklist.end('refund-unread', messageId),
    takenBack: ({ messageId }) => worklist.end('settlement-after-session', messageId),
    late: (row, seen) => call('settlement-late', row, seen),
    beside: (row, seen) => call('settlement-late', row, seen, seen.setlId),
    gone({ id, encounterId, mdtrtId, messageId, setlId, splitSettled }) {
      // As the day's books call it, under the same name: one matter, one row.
      worklist.open({
        kind: 'difference',
        subject: setlId ?? messageId,
        encounterId,
        settlementId: id,
        amountFen: splitSettled?.total ?? null,
        detail: { verdict: 'missingThere' satisfies ReconcileVerdict, setlId, mdtrtId, messageId },
      });
    },
    unsound: (row, seen) => call('settlement-unsound', row, seen),
    sound: ({ messageId }) => worklist.end('settlement-unsound', messageId),
  };
}
