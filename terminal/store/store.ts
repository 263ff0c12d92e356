import { type AuditRows, createAuditRows } from './audit-rows.ts';
import { type CollectionRows, createCollectionRows } from './cash-collections.ts';
import { type CertificateRows, createCertificateRows } from './certificates.ts';
import { type ClientKeyRows, createClientKeyRows } from './client-keys.ts';
import { type ClientNoticeRows, createClientNoticeRows } from './client-notices.ts';
import { type CodeTableRows, createCodeTableRows } from './code-tables.ts';
import { type CollectionBodies, createCollectionBodies } from './collection-bodies.ts';
import { assertInTransaction, type Db } from './database.ts';
import { createDayListRows, type DayListRows } from './day-list.ts';
import { createDeclarationRows, type DeclarationRows } from './declarations.ts';
import { createMessageBodies, type MessageBodies } from './message-bodies.ts';
import { createMessageRows, type MessageRows } from './messages.ts';
import { createOriginRows, type OriginRows } from './origin.ts';
import { createOutboxRows, type OutboxRows } from './outbox-rows.ts';
import { createPrintJobRows, type PrintJobRows } from './print-jobs.ts';
import { createReconcileRows, type ReconcileRows } from './reconcile-rows.ts';
import { createRefundRows, type RefundRows } from './refunds.ts';
import { createRegistrationRows, type RegistrationRows } from './registrations.ts';
import { createSettlementRows, type SettlementRows } from './settlements.ts';
import { createShiftRows, type ShiftRows } from './shifts.ts';
import { createStaffRows, type StaffRows } from './staff-rows.ts';
import { createStayRows, type StayRows } from './stays.ts';
import { createVisitRows, type VisitRows } from './visits.ts';
import { createWorklistRows, type WorklistRows } from './worklist.ts';

/** The terminal's durable memory: repositories over one connection. Every write belongs to a `transaction`. */
export interface Store {
  /**
   * Runs `work` in one transaction and commits it to the disk before it returns (`synchronous=FULL`); an exception
   * rolls everything back and comes out again. `work` is synchronous. A call within a call joins the outer one.
   */
  transaction<T>(work: () => T): T;
  inTransaction(): boolean;
  /** Called once when the transaction that is open now has ended, with whether it was committed. */
  onEnd(listener: (committed: boolean) => void): void;
  readonly messages: MessageRows;
  readonly bodies: MessageBodies;
  readonly visits: VisitRows;
  readonly settlements: SettlementRows;
  readonly refunds: RefundRows;
  readonly stays: StayRows;
  readonly registrations: RegistrationRows;
  readonly collections: CollectionRows;
  readonly collectionBodies: CollectionBodies;
  readonly certificates: CertificateRows;
  readonly declarations: DeclarationRows;
  readonly prints: PrintJobRows;
  readonly outbox: OutboxRows;
  readonly audit: AuditRows;
  readonly worklist: WorklistRows;
  readonly staff: StaffRows;
  readonly reconcile: ReconcileRows;
  readonly origin: OriginRows;
  readonly clientKeys: ClientKeyRows;
  readonly clientNotices: ClientNoticeRows;
  readonly shifts: ShiftRows;
  readonly dayList: DayListRows;
  readonly codeTables: CodeTableRows;
  /** Database or WAL is no longer where it was opened: what is written from now on is lost with this process. */
  gone(): boolean;
  /** Copies the open database and its WAL to `to` and `to`-wal, durably, though their names are gone; see rescue.ts. */
  copyOpenFiles(to: string): boolean;
  /** Bytes that the disk still has for us; a settlement is not begun without a reserve. */
  freeBytes(): number;
  /** Folds the WAL into the file and gives the lock back. Idempotent. */
  close(): void;
}

/** What the disk says of the place: see `Store`. */
export type PlaceView = Pick<Store, 'freeBytes' | 'gone' | 'copyOpenFiles'>;

export function createStore(db: Db, place: PlaceView): Store {
  // The library's wrapper is costly to make: one serves every transaction.
  const run = db.transaction((work: () => unknown) => work());
  let waiting: ((committed: boolean) => void)[] = [];
  const ended = (committed: boolean): void => {
    const listeners = waiting;
    waiting = [];
    for (const listener of listeners) listener(committed);
  };
  return {
    transaction(work) {
      if (db.inTransaction) return work();
      let committed = false;
      try {
        const result = run.immediate(work) as ReturnType<typeof work>;
        committed = true;
        return result;
      } finally {
        ended(committed);
      }
    },
    inTransaction: () => db.inTransaction,
    onEnd(listener) {
      assertInTransaction(db);
      waiting.push(listener);
    },
    messages: createMessageRows(db),
    bodies: createMessageBodies(db),
    visits: createVisitRows(db),
    settlements: createSettlementRows(db),
    refunds: createRefundRows(db),
    stays: createStayRows(db),
    registrations: createRegistrationRows(db),
    collections: createCollectionRows(db),
    collectionBodies: createCollectionBodies(db),
    certificates: createCertificateRows(db),
    declarations: createDeclarationRows(db),
    prints: createPrintJobRows(db),
    outbox: createOutboxRows(db),
    audit: createAuditRows(db),
    worklist: createWorklistRows(db),
    staff: createStaffRows(db),
    reconcile: createReconcileRows(db),
    origin: createOriginRows(db),
    clientKeys: createClientKeyRows(db),
    clientNotices: createClientNoticeRows(db),
    shifts: createShiftRows(db),
    dayList: createDayListRows(db),
    codeTables: createCodeTableRows(db),
    ...place,
    close: () => {
      db.close();
    },
  };
}
