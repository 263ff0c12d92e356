import type { Clock } from '../../common/kernel/ports.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Audit } from '../ports.ts';
import { isGiven } from '../settlement/matter.ts';
import { createStaffCalls } from '../settlement/staff-calls.ts';
import type { ClientNoticeRow } from '../store/client-notices.ts';
import type { Store } from '../store/store.ts';
import { createWorklist } from '../worklist/worklist.ts';

export interface AcknowledgeDeps {
  readonly store: Store;
  readonly outbox: Pick<Outbox, 'enqueue' | 'kick'>;
  readonly clock: Clock;
  readonly audit: Audit;
}

/**
 * A client has a notice on its own record. All that follows from it is one transaction, so that no death leaves people
 * called about what its client has: the success counts as told, and what called them because it was not read ends by
 * itself, unless the money is on its way back meanwhile. Null: this client has no such notice.
 */
export function acknowledge(
  { store, outbox, clock, audit }: AcknowledgeDeps,
  id: number,
  client: string,
): ClientNoticeRow | null {
  const tell = (record: Parameters<Parameters<typeof createWorklist>[0]['tell']>[0]): void =>
    outbox.enqueue({ destination: 'operator', ...record });
  const staff = createStaffCalls(createWorklist({ store, clock, audit, tell }));
  const acked = store.transaction(() => {
    const notice = store.clientNotices.ack(id, client, clock.now());
    if (notice === null) return null;
    audit('api.told', { client, notice: notice.id, kind: notice.kind });
    const row = notice.kind === 'released' ? null : store.settlements.byMessageId(notice.subject);
    if (row !== null && notice.kind === 'refunded') staff.refundRead(row);
    if (row?.state !== 'settled' || notice.kind !== 'settled') return notice;
    if (row.unseen) store.settlements.change(row.id, { unseen: false }, clock.now());
    if (!isGiven(store, row.id)) staff.shown(row);
    return notice;
  });
  outbox.kick();
  return acked;
}
