import type { Audit } from '../ports.ts';
import type { SettlementRow } from '../store/settlements.ts';
import type { CoreDeps } from './deps.ts';
import type { BeginRefund } from './facts.ts';
import { isGiven } from './matter.ts';
import type { StaffCalls } from './staff-calls.ts';

/** Settlements that stand and that nobody was told of, as far as screen and printer say. */
export interface Unseen {
  /**
   * Within the caller's transaction: onto the work-list, and to be given back where the profile says so. What may be on
   * paper in a person's hands is not given back behind her: there people decide.
   */
  flag(row: SettlementRow): void;
  /**
   * A screen has drawn the result, or an answer with it has gone out to a client. It ends what called a person because
   * nobody was told, unless it is being given back, or staff were called because the client does not acknowledge it.
   */
  seen(messageId: string): void;
  /** Her result has been left: where neither screen nor printer has told her, a person must. */
  left(messageId: string): void;
  /** At start: what was confirmed, and shown to nobody; not what this process has shown, or is about to. */
  recover(): void;
}

export interface UnseenParts {
  readonly staff: Pick<StaffCalls, 'absent' | 'shown'>;
  readonly beginRefund: BeginRefund;
}

export function createUnseen(
  {
    store,
    clock,
    audit,
    settings,
    audience,
  }: Pick<CoreDeps, 'store' | 'clock' | 'settings' | 'audience'> & { readonly audit: Audit },
  { staff, beginRefund }: UnseenParts,
): Unseen {
  const settledOf = (messageId: string): SettlementRow | null => {
    const row = store.settlements.byMessageId(messageId);
    return row?.state === 'settled' ? row : null;
  };
  const mark = ({ id, unseen }: SettlementRow): void => {
    if (unseen) store.settlements.change(id, { unseen: false }, clock.now());
  };
  const flag: Unseen['flag'] = (row) => {
    staff.absent(row);
    if (settings.foundAfterSession === 'keep' || store.prints.mayBeOut(row.id)) return;
    // A cashier may have taken money for it: giving that back is for people.
    if (store.collections.ofSettlement(row.id) !== null) return;
    const cause = 'after-session';
    beginRefund(row, { setlId: row.setlId, cause, by: null, second: null });
    const { messageId, encounterId, state } = row;
    audit('refund.begun', { messageId, encounterId, from: state, to: state, cause });
  };
  const flagUnseen = (row: SettlementRow): void => {
    mark(row);
    // Somebody has asked at the desk for its money, and knew of it.
    if (!isGiven(store, row.id)) flag(row);
  };
  const seen: Unseen['seen'] = (messageId) => {
    const kept = store.transaction(() => {
      const row = settledOf(messageId);
      if (row === null) return false;
      mark(row);
      // Who has read that it stands while it is given back must be told so.
      // What has gone out to a client is not in its books: there its acknowledgement alone ends the call.
      const isMissed = store.clientNotices.isMissed('settled', messageId);
      if (!isMissed && !isGiven(store, row.id)) staff.shown(row);
      return true;
    });
    if (kept) audience.isKept(messageId);
  };
  return {
    flag,
    seen,
    left(messageId) {
      // The journal may not have been told of it yet.
      if (audience.hasSeen(messageId)) return seen(messageId);
      store.transaction(() => {
        const row = settledOf(messageId);
        if (row?.unseen === true) flagUnseen(row);
      });
    },
    recover() {
      for (const row of store.settlements.unseen()) {
        if (audience.hasSeen(row.messageId)) seen(row.messageId);
        else if (!audience.isThere(row.messageId)) store.transaction(() => flagUnseen(row));
      }
    },
  };
}
