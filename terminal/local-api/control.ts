import type { z } from 'zod';
import type { controlLink } from '../../common/contracts/cli/control-link.ts';
import type { cliQueueRowSchema } from '../../common/contracts/cli/outputs.ts';
import type { PrintOutcome } from '../../common/contracts/devices/printer.ts';
import type { FailureCode } from '../../common/contracts/failures.ts';
import type { RecordKind } from '../../common/contracts/operator/records.ts';
import { formatDateTime } from '../../common/kernel/dates.ts';
import { type Pii, pii } from '../../common/kernel/pii.ts';
import { type Clock, sleep } from '../../common/kernel/ports.ts';
import type { Handlers } from '../../common/rpc/serve.ts';
import type { CodeTables } from '../codes/code-tables.ts';
import { type CodeType, isCodeType } from '../codes/defaults.ts';
import type { Devices } from '../devices/devices.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Audit, Failure } from '../ports.ts';
import type { LetIn } from '../services/let-in.ts';
import type { TimedStep } from '../services/timings.ts';
import type { OutboxRow } from '../store/outbox-rows.ts';
import type { SettlementRow } from '../store/settlements.ts';
import { type AuditApiDeps, auditHandlers } from './audit.ts';
import { type CardReadDeps, readClear, readMasked } from './card-read.ts';
import { type CertificateApiDeps, certificateHandlers } from './certificates.ts';
import { receiptHandlers } from './receipts.ts';
import { type ReconcileApiDeps, reconcileHandlers } from './reconcile.ts';
import { type StaffApiDeps, staffHandlers } from './staff.ts';
import { type StoreApiDeps, storeHandlers } from './store.ts';

/** The journal and the queue as the control link asks them; null while the store is not open. */
export interface Books {
  readonly outbox: Pick<Outbox, 'status' | 'undelivered' | 'list' | 'show'>;
  readonly settlements: (limit: number) => readonly SettlementRow[];
  /** Settlements whose outcome is still open. */
  readonly open: () => number;
}

export interface ControlDeps {
  readonly mode: 'lab' | 'production';
  readonly version: string;
  readonly pid: number;
  readonly clock: Clock;
  readonly card: CardReadDeps;
  readonly devices: Pick<Devices, 'status' | 'printerRate'>;
  /** Hands an electronic card's token to the session; false where nobody waits for one. */
  readonly electronicCard: (token: Pii<string>) => boolean;
  readonly printTest: () => Promise<PrintOutcome>;
  readonly books: () => Books | null;
  /** Why the terminal is out of service, or null. */
  readonly fault: () => FailureCode | null;
  readonly timings: () => readonly TimedStep[];
  readonly audit: Audit;
  readonly journal: StoreApiDeps;
  readonly staff: Omit<StaffApiDeps, 'gone'>;
  /** The audit chain and whose it should be. */
  readonly chain: Pick<AuditApiDeps, 'site' | 'books'>;
  /** Our books and the centre's. */
  readonly statement: Pick<ReconcileApiDeps, 'reconcile' | 'printReport'>;
  readonly codes: () => CodeTables | null;
  /** Whether the other sides let this terminal in; null while nobody can be asked. */
  readonly letIn: () => Promise<LetIn | null>;
  readonly checkCertificate: CertificateApiDeps['check'];
}

const POLL_MS = 50;
const MAX_SETTLEMENTS = 200;
/** Records of what `worklistList` and `reconcile` show to whoever proved herself. */
const GUARDED: ReadonlySet<string> = new Set<RecordKind>(['worklist', 'reconciliation']);

function queueRow(row: OutboxRow): z.input<typeof cliQueueRowSchema> {
  const { id, kind, destination, state, attempts, lastFailure } = row;
  return {
    id,
    kind,
    destination,
    state,
    attempts,
    createdAt: formatDateTime(row.createdAt),
    nextAttemptAt: state === 'waiting' ? formatDateTime(row.nextAt) : null,
    lastFailure,
  };
}

function settlementRow(row: SettlementRow) {
  const split = row.splitSettled;
  return {
    messageId: row.messageId,
    encounterId: row.encounterId,
    mdtrtId: row.mdtrtId,
    setlId: row.setlId,
    state: row.state,
    totalFen: row.splitShown.total,
    fundsFen: split?.funds ?? null,
    hospitalFen: split?.hospital ?? null,
    accountFen: split?.account ?? null,
    cashFen: split?.cash ?? null,
    foundBy: row.foundBy,
  };
}

function codesOf(tables: CodeTables, type: CodeType) {
  const { rows, fetched } = tables.table(type);
  return { fetched, rows: rows.map(({ value, label }) => ({ value, label })) };
}

/** What `minka` may ask of a running terminal (contracts/cli). No personal data but by `cardRead` with `reveal`. */
export function controlHandlers(
  deps: ControlDeps,
  /** Calls back when this client's link has ended. */
  gone: StaffApiDeps['gone'],
): Handlers<typeof controlLink> {
  // A queue that cannot be looked at is not an empty one.
  const noBooks = () => ({ ok: false, code: deps.fault() ?? 'STORE_LOCKED' }) as const;
  /** What a proof guards elsewhere is not read off the queue without one. */
  const bodyOf = ({ kind, body }: OutboxRow) =>
    GUARDED.has(kind) ? { withheld: 'STAFF_TICKET_NEEDED' satisfies FailureCode } : body;
  const load = (): { open: number; waiting: number } => {
    const books = deps.books();
    if (books === null) return { open: 0, waiting: 0 };
    return { open: books.open(), waiting: books.outbox.undelivered() };
  };
  return {
    hello: () => ({ mode: deps.mode, version: deps.version, pid: deps.pid }),
    async cardRead(request) {
      if (!request.reveal) {
        const masked = await readMasked(deps.card, request);
        return masked.ok ? { ok: true, card: masked.value } : { ok: false, code: masked.error };
      }
      const done = await deps.staff.desk.under(request.ticket, { act: 'reveal' }, async ({ by }) => {
        const read = await readClear(deps.card, request);
        if (read.ok) deps.audit('staff.revealed', { by });
        return read;
      });
      if (!done.ok) return { ok: false, code: done.error };
      if (!done.value.ok) return { ok: false, code: done.value.error };
      return { ok: true, card: done.value.value };
    },
    electronicCard: ({ token }) => ({ taken: deps.electronicCard(pii(token)) }),
    deviceStatus: deps.devices.status,
    async otherSides() {
      const asked = await deps.letIn();
      if (asked === null) return { sides: null };
      const told = (one: Failure | null) => one && { code: one.code, detail: one.reason?.slice(0, 300) ?? null };
      return { sides: { centre: told(asked.centre), his: told(asked.his) } };
    },
    codes({ type }) {
      const tables = isCodeType(type) ? deps.codes() : null;
      return { table: isCodeType(type) && tables !== null ? { type, ...codesOf(tables, type) } : null };
    },
    printerRate: async () => ({ baudRate: await deps.devices.printerRate() }),
    printerStatus: () => ({ printer: deps.devices.status().printer }),
    async printerTest() {
      return { outcome: await deps.printTest() };
    },
    queueList({ limit }) {
      const books = deps.books();
      if (books === null) return noBooks();
      return { ...books.outbox.status(), rows: books.outbox.list(limit).map(queueRow) };
    },
    queueShow({ id }) {
      const books = deps.books();
      if (books === null) return noBooks();
      const row = books.outbox.show(id);
      if (row === null) return { ok: false, code: 'QUEUE_NOT_FOUND' };
      return { ok: true, row: { ...queueRow(row), key: row.key, group: row.group, body: bodyOf(row) } };
    },
    async waitIdle({ waitMs }) {
      const until = deps.clock.monotonic() + waitMs;
      for (;;) {
        const now = load();
        const idle = now.open === 0 && now.waiting === 0;
        if (idle || deps.clock.monotonic() >= until) return { idle, ...now };
        await sleep(deps.clock, POLL_MS);
      }
    },
    ...staffHandlers({ ...deps.staff, gone }),
    ...reconcileHandlers({ ...deps, ...deps.statement, desk: deps.staff.desk }),
    ...auditHandlers({ ...deps, ...deps.chain, desk: deps.staff.desk }),
    ...receiptHandlers(deps.staff),
    ...certificateHandlers({
      ...{ check: deps.checkCertificate, fault: deps.fault },
      index: () => deps.chain.books()?.store.certificates ?? null,
    }),
    ...storeHandlers(deps.journal),
    settlements: () => ({ rows: (deps.books()?.settlements(MAX_SETTLEMENTS) ?? []).map(settlementRow) }),
    timings: () => ({ rows: [...deps.timings()] }),
  };
}
