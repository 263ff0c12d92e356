import type { Clock } from '../../common/kernel/ports.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Audit } from '../ports.ts';
import { isGiven, isGivingBack } from '../settlement/matter.ts';
import { createStaffCalls } from '../settlement/staff-calls.ts';
import { storeFailure } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { createWorklist } from '../worklist/worklist.ts';
import { CLIENT_PATIENCE_MS } from './patience.ts';

/** How often it is looked, ms. */
const EVERY_MS = 60_000;

export interface UnreadNoticesDeps {
  readonly store: Store;
  readonly outbox: Pick<Outbox, 'enqueue'>;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly report: (what: string, cause: unknown) => void;
}

export interface UnreadNotices {
  start(): void;
  stop(): void;
}

/**
 * Calls the staff about settlements and refunds that a client of the HIS API did not say to have: the notice lay there for
 * ten minutes, by the journal, whoever restarted meanwhile. That an answer was written to the client's connection says
 * nothing of its books. Once for each; the row ends by itself when the client acknowledges (`acknowledge.ts`), that of a
 * settlement also when the money goes back: while nobody can say yet whether it does, it waits.
 */
export function createUnreadNotices({ store, outbox, clock, audit, report }: UnreadNoticesDeps): UnreadNotices {
  const tell = (record: Parameters<Parameters<typeof createWorklist>[0]['tell']>[0]): void =>
    void outbox.enqueue({ destination: 'operator', ...record });
  const staff = createStaffCalls(createWorklist({ store, clock, audit, tell }));
  let cancel = (): void => {};

  const look = (): void => {
    const before = clock.now() - CLIENT_PATIENCE_MS;
    let kept = 0;
    const next = () => store.clientNotices.waiting(before, kept);
    for (let left = next(); left.length > 0; left = next()) {
      store.transaction(() => {
        for (const { id, kind, subject } of left) {
          const row = kind === 'released' ? null : store.settlements.byMessageId(subject);
          if (kind === 'settled' && row !== null && isGivingBack(store, row.id)) {
            kept += 1;
            continue;
          }
          if (kind === 'refunded' && row !== null) staff.refundUnread(row);
          else if (row?.state === 'settled' && !isGiven(store, row.id)) staff.absent(row);
          store.clientNotices.called(id, clock.now());
        }
      });
    }
  };

  const start = (): void => {
    try {
      look();
    } catch (cause) {
      if (storeFailure(cause) === null) report('notices that nobody reads', cause);
    }
    cancel = clock.after(EVERY_MS, start);
  };
  return { start, stop: () => cancel() };
}
