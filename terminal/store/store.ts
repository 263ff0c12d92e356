import type { Db } from './database.ts';
import { createMessageRows, type MessageRows } from './messages.ts';
import { createOutboxRows, type OutboxRows } from './outbox-rows.ts';
import { createPrintJobRows, type PrintJobRows } from './print-jobs.ts';
import { createSettlementRows, type SettlementRows } from './settlements.ts';
import { createVisitRows, type VisitRows } from './visits.ts';

/** The terminal's durable memory: repositories over one connection. Every write belongs to a `transaction`. */
export interface Store {
  /**
   * Runs `work` in one transaction and commits it to the disk before it returns (`synchronous=FULL`); an exception
   * rolls everything back and comes out again. `work` is synchronous. A call within a call joins the outer one.
   */
  transaction<T>(work: () => T): T;
  readonly messages: MessageRows;
  readonly visits: VisitRows;
  readonly settlements: SettlementRows;
  readonly prints: PrintJobRows;
  readonly outbox: OutboxRows;
  /** Bytes that the disk still has for us; a settlement is not begun without a reserve. */
  freeBytes(): number;
  /** Folds the WAL into the file and gives the lock back. Idempotent. */
  close(): void;
}

export function createStore(db: Db, freeBytes: () => number): Store {
  return {
    transaction: (work) => (db.inTransaction ? work() : db.transaction(work).immediate()),
    messages: createMessageRows(db),
    visits: createVisitRows(db),
    settlements: createSettlementRows(db),
    prints: createPrintJobRows(db),
    outbox: createOutboxRows(db),
    freeBytes,
    close: () => {
      db.close();
    },
  };
}
