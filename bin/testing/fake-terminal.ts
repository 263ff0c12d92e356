import type { AuditReport } from '../../common/contracts/cli/audit.ts';
import { controlLink } from '../../common/contracts/cli/control-link.ts';
import type { StoreStatus } from '../../common/contracts/cli/store-verbs.ts';
import type { CardReading } from '../../common/contracts/devices/card.ts';
import type { ReconcileReport } from '../../common/contracts/reconcile.ts';
import { type Handlers, serve } from '../../common/rpc/serve.ts';
import { listenUnix, type UnixListener } from '../../wire/unix-socket.ts';

/** Made up for these tests alone: it is no persona's, and its number has no valid check digit. */
export const card: CardReading = {
  specVersion: '2.00',
  cardNumber: 'FAKE00001',
  cardId: 'FFFFFFF00000000000000000FAKE0001',
  regionCode: '999999',
  issuedOn: '1901-02-03',
  expiresOn: '1911-02-03',
  socialSecurityNumber: '999999190001010000',
  name: '命令行',
  sex: 'unknown',
  nation: '98',
  birthPlace: '999998',
  birthDate: '1900-01-01',
  atr: '3B00',
  needsHsm: false,
  warnings: ['CARD_EXPIRED'],
};

const row = {
  id: 7,
  kind: 'settlement',
  destination: 'operator' as const,
  state: 'waiting' as const,
  attempts: 2,
  createdAt: '2026-11-21T10:00:00+08:00',
  nextAttemptAt: null,
  lastFailure: 'OPERATOR_UNREACHABLE',
};

const HASH = 'a1'.repeat(32);
const auditRow = { seq: 9, at: '2026-11-21 10:00:00', code: 'print.printed', facts: { jobId: 'j' }, hash: HASH };
/** A chain in which nothing is wrong. */
export const auditReport: AuditReport = {
  ok: true,
  ...{ institution: 'H99010000001', slot: 7, chain: 'cd'.repeat(16), rows: 9, head: { seq: 9, hash: HASH } },
  ...{ checkpoints: 0, findings: [], more: false },
};

const sums = { count: 1, total: 10_000, funds: 6000, account: 4000 };
/** A day that agrees. */
export const reconcileReport: ReconcileReport = {
  ...{ run: 3, day: '2026-03-02', mode: 'lab', state: 'agreed', by: 'S1' },
  ...{ institutionCode: 'H99010000001', institutionName: '海川市测试医院', terminal: 'ZZ-07' },
  ...{ startedAt: '2026-03-03 02:30:00', finishedAt: '2026-03-03 02:30:01' },
  parts: [
    {
      ...{ insutype: '310', clrType: '11', ours: { ...sums, cash: 0 }, theirs: sums, result: '0', state: 'agreed' },
      difference: { count: 0, total: 0, funds: 0, account: 0 },
    },
  ],
  ...{ others: [], rows: [], causes: [], rowsLeftOut: 0, open: { rows: 0, fen: 0 } },
};

const storeState: StoreStatus = {
  ...{ settling: false, code: 'STORE_CORRUPT', setAside: ['terminal.db.set-aside-20260302T010000Z'], adopted: null },
  clock: { code: null, skewMs: 0 },
};

const unproved = () => ({ ok: false, code: 'STAFF_TICKET_NEEDED', detail: null }) as const;

/** A proof that everybody passes; no PIN is asked for here. */
export const TICKET = 'ab'.repeat(16);

const healthy: Handlers<typeof controlLink> = {
  staffMay: () => ({ ok: true }),
  staffAct: () => ({ ok: true, ticket: TICKET, by: 'S1', second: null, validMs: 60_000 }),
  staffPage: unproved,
  staffImport: unproved,
  staffMark: unproved,
  staffList: unproved,
  certificateVerify: () => ({ ok: false, code: 'CERTIFICATE_NONE' }),
  certificateList: () => ({ ok: true, rows: [] }),
  receiptCopy: ({ ticket, settlement }) => {
    if (ticket !== TICKET) return { ok: false, code: 'STAFF_TICKET_NEEDED' };
    if (settlement === 'nothing') return { ok: false, code: 'RECEIPT_NONE' };
    return { ok: true, messageId: settlement, copy: 2, outcome: { kind: 'printed', printerMs: 900 } };
  },
  worklistList: unproved,
  worklistResolve: unproved,
  auditList: () => ({ ok: true, chain: auditReport.chain, rows: [auditRow] }),
  auditVerify: ({ ticket }) => (ticket === TICKET ? { ok: true, report: auditReport } : unproved()),
  reconcile: ({ ticket, print }) =>
    ticket === TICKET ? { ok: true, report: reconcileReport, printed: print ? 'printed' : null } : unproved(),
  reconcileCsv: ({ after }) =>
    after === 0 ? { ok: true, text: '\uFEFF日期\r\n', next: 1 } : { ok: true, text: '2026-03-02\r\n', next: null },
  storeStatus: () => storeState,
  storeAdopt: ({ ticket, reason }) => {
    if (ticket !== TICKET) return { ok: false, code: 'STAFF_TICKET_NEEDED' };
    return reason === 'too late' ? { ok: false, code: 'STORE_NOT_LOST' } : { ok: true, status: storeState };
  },
  hello: () => ({ mode: 'lab', version: '0.0.0', pid: process.pid }),
  cardRead: () => ({ ok: true, card }),
  electronicCard: () => ({ taken: false }),
  printerRate: () => ({ baudRate: null }),
  otherSides: () => ({ sides: { centre: null, his: null } }),
  codes: ({ type }) => ({
    table: type === 'gend' ? { type, fetched: false, rows: [{ value: '1', label: '男' }] } : null,
  }),
  deviceStatus: () => ({
    card: { kind: 'empty', reader: 'FAKE' },
    pinPad: { kind: 'none' },
    printer: { kind: 'ready', nearEnd: false },
  }),
  printerStatus: () => ({ printer: { kind: 'ready', nearEnd: true } }),
  printerTest: () => ({ outcome: { kind: 'printed', printerMs: 1 } }),
  queueList: () => ({
    counts: { waiting: 1, inFlight: 0, delivered: 4, dead: 0 },
    oldestWaitingSeconds: 12,
    rows: [row],
  }),
  queueShow: ({ id }) =>
    id === row.id
      ? { ok: true, row: { ...row, key: 'k', group: 'g', body: { kind: 'settlement' } } }
      : { ok: false, code: 'QUEUE_NOT_FOUND' },
  waitIdle: () => ({ idle: true, open: 0, waiting: 0 }),
  settlements: () => ({ rows: [] }),
  timings: () => ({ rows: [] }),
};

/** Serves `controlLink` as a terminal would; `handlers` replaces single verbs. */
export async function fakeTerminal(
  socket: string,
  handlers: Partial<Handlers<typeof controlLink>> = {},
): Promise<UnixListener> {
  const listener = await listenUnix(socket, (channel) => serve(channel, controlLink, { ...healthy, ...handlers }));
  if (!listener.ok) throw new Error(listener.error.message);
  return listener.value;
}
