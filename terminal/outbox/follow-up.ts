import type { RecordKind } from '../../common/contracts/operator/records.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import type { Audit } from '../ports.ts';
import type { JsonObject, OutboxRow } from '../store/outbox-rows.ts';
import type { Store } from '../store/store.ts';
import { createWorklist } from '../worklist/worklist.ts';
import type { PumpDeps } from './pump.ts';

export interface FollowUpDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly audit: Audit;
  /** Adds a record for the operator to the queue. */
  readonly tell: (record: { readonly kind: RecordKind; readonly group: string; readonly body: JsonObject }) => void;
}

/** What follows in the books from the end of a row; each is part of the transaction of that end. */
export function createFollowUp({ store, clock, audit, tell }: FollowUpDeps): Pick<PumpDeps, 'onDelivered' | 'onDead'> {
  const worklist = createWorklist({ store, clock, audit, tell });

  /** The HIS has confirmed a settlement: the encounter is no longer in doubt, and the operator is told, at once. */
  const hisKnows = (row: OutboxRow, answer: string): void => {
    const messageId = String(row.body['messageId']);
    const settlement = store.settlements.byMessageId(messageId);
    if (settlement !== null) store.settlements.change(settlement.id, { live: false }, clock.now());
    tell({ kind: 'his-notified', group: row.group, body: { messageId, encounterId: row.group, answer } });
    audit('his.notified', { messageId, answer });
  };

  return {
    onDelivered(row, answer) {
      if (row.destination === 'his' && row.kind === 'settled') hisKnows(row, answer);
    },
    onDead(row, reason) {
      const messageId = textOf(row.body['messageId']);
      const settlement = messageId === null ? null : store.settlements.byMessageId(messageId);
      const work = {
        kind: 'row-dead',
        subject: `queue row ${row.id}`,
        encounterId: settlement?.encounterId ?? textOf(row.body['encounterId']),
        settlementId: settlement?.id ?? null,
        amountFen: settlement === null ? null : (settlement.splitSettled ?? settlement.splitShown).total,
        detail: { row: row.id, destination: row.destination, call: row.kind, messageId, reason: reason.slice(0, 400) },
      } as const;
      // What the operator does not take he is not told of: that record might fare the same, and so on for ever.
      if (row.destination === 'operator') worklist.open(work, 'quietly');
      else worklist.open(work);
    },
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
