import type { WorklistRow } from '../../common/contracts/worklist.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import type { Audit } from '../ports.ts';
import type { JsonObject } from '../store/outbox-rows.ts';
import type { Store } from '../store/store.ts';
import type { OpenWork } from '../store/worklist.ts';

export interface WorklistDeps {
  readonly store: Pick<Store, 'worklist'>;
  readonly clock: Clock;
  readonly audit: Audit;
  /** Adds a record for the operator to the queue. */
  readonly tell: (record: { readonly kind: 'worklist'; readonly group: string; readonly body: JsonObject }) => void;
}

/** The one way onto the work-list and off it: row, audit and the operator's record are the caller's transaction. */
export interface Worklist {
  /** Opens a row where this matter has none. `quietly`: the operator is not told, because it is his side that fails. */
  open(work: Omit<OpenWork, 'nowMs'>, quietly?: 'quietly'): void;
  /** The matter came to its end without a person. */
  end(kind: WorklistRow['kind'], subject: string): void;
  /** A person ended it; false where it was not open. Whether she may is `terminal/settlement/resolve.ts`'s to say. */
  resolve(
    id: number,
    act: {
      readonly resolution: 'stands' | 'void' | 'refund' | 'noted';
      readonly by: string;
      readonly second: string | null;
      readonly reason: string;
    },
  ): boolean;
}

export function createWorklist({ store, clock, audit, tell }: WorklistDeps): Worklist {
  const read = (id: number): WorklistRow => {
    const row = store.worklist.get(id);
    if (row === null) throw new Error(`worklist: no row ${id}`);
    return row;
  };
  const report = (row: WorklistRow): void => {
    const { id, kind, subject, encounterId, settlementId, amountFen, resolution, by, second, reason } = row;
    const body = {
      worklistId: id,
      kind,
      subject,
      encounterId,
      settlementId,
      amountFen,
      resolution,
      by,
      second,
      reason,
    };
    tell({ kind: 'worklist', group: encounterId ?? `worklist-${id}`, body });
  };
  const facts = ({ id, kind, subject, encounterId }: WorklistRow) => ({ worklistId: id, kind, subject, encounterId });
  return {
    open(work, quietly) {
      const { id, fresh } = store.worklist.open({ ...work, nowMs: clock.now() });
      if (!fresh) return;
      const row = read(id);
      audit('worklist.opened', facts(row));
      if (quietly === undefined) report(row);
    },
    end(kind, subject) {
      const id = store.worklist.end(kind, subject, clock.now());
      if (id === null) return;
      const row = read(id);
      audit('worklist.ended', facts(row));
      report(row);
    },
    resolve(id, act) {
      if (!store.worklist.resolve(id, { ...act, nowMs: clock.now() })) return false;
      const row = read(id);
      const { resolution, by, second, reason } = act;
      audit('worklist.resolved', { ...facts(row), resolution, by, second, reason });
      report(row);
      return true;
    },
  };
}
