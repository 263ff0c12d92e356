import { controlLink } from '../../../common/contracts/cli/control-link.ts';
import type { CardReadResult, CardStatus } from '../../../common/contracts/devices/card.ts';
import { connect } from '../../../common/rpc/connect.ts';
import { memoryChannelPair } from '../../../common/rpc/memory-channel.ts';
import { serve } from '../../../common/rpc/serve.ts';
import { systemClock } from '../../../wire/system.ts';
import type { Desk } from '../../staff/desk.ts';
import { cardReading } from '../../testing/people.ts';
import { type Books, type ControlDeps, controlHandlers } from '../control.ts';

export const EMPTY: CardStatus = { kind: 'empty', reader: 'Reader 0' };
export const PRESENT: CardStatus = { kind: 'present', reader: 'Reader 0', generation: 7, atr: '3B' };
export const READ: CardReadResult = { ok: true, value: cardReading(), cardMs: 10 };
/** The ticket of who proved herself. */
export const PROVED = 'ab'.repeat(16);

/** The control socket's other end, over devices, books and a desk that say what they are told to. */
export function control(
  options: {
    mode?: 'lab' | 'production';
    card?: () => CardStatus;
    read?: () => CardReadResult;
    books?: Books | null;
    inSession?: boolean;
    second?: string;
  } = {},
) {
  const clock = systemClock();
  const watched: (string | null)[] = [];
  const audited: string[] = [];
  const mode = options.mode ?? 'lab';
  const devices = {
    printerRate: async () => null,
    status: () => ({
      card: (options.card ?? (() => PRESENT))(),
      pinPad: { kind: 'none' } as const,
      printer: { kind: 'paperOut' } as const,
    }),
    readCard: async () => (options.read ?? (() => READ))(),
    watchReader: async (reader: string | null) => {
      watched.push(reader);
    },
  };
  const inSession = () => options.inSession ?? false;
  const card = { clock, devices, configuredReader: null, inSession };
  const desk: Desk = {
    mayProve: () => 'STAFF_NO_LIST',
    prove: async () => ({ ok: false, error: { code: 'STAFF_NO_LIST', triesLeft: null } }),
    under: async (ticket, _, work) =>
      ticket === PROVED
        ? { ok: true, value: await work({ by: 'S1', second: options.second ?? null }) }
        : { ok: false, error: 'STAFF_TICKET_NEEDED' },
    cancel: () => undefined,
    acting: () => false,
    busy: () => false,
  };
  const staff = {
    ...{ clock, desk, card, resolve: async () => ({ ok: false, error: 'WORKLIST_NOT_FOUND' }) as const },
    answers: () => [],
    page: { open: () => undefined, isOpen: () => false, intent: () => undefined },
    imports: {
      ...{ clock, audit: () => undefined, desk, profileDir: '/', store: () => null, fault: () => null },
      kept: () => undefined,
    },
    copyReceipt: async () => ({ ok: false, error: 'RECEIPT_NONE' }) as const,
    ...{ store: () => null, people: () => null, fault: () => 'STORE_KEY' as const },
  };
  const parts: ControlDeps = {
    mode,
    version: '0.1.0',
    pid: 1,
    clock,
    card,
    devices,
    electronicCard: () => false,
    printTest: async () => ({ kind: 'printed', printerMs: 5 }),
    books: () => options.books ?? null,
    fault: () => 'STORE_KEY',
    timings: () => [{ step: 'settle', ms: 12, ownMs: 5 }],
    audit: (code) => audited.push(code),
    journal: {
      ...{ fault: () => 'STORE_CORRUPT', setAside: () => ['terminal.db.set-aside-1'], origin: () => null },
      clockState: () => ({ verdict: 'CLOCK_SKEWED', skewMs: 61_000.4 }),
      adopt: ({ by, second, reason }) =>
        by === 'S1' && second === 'S2' && !reason.includes('没有丢') ? null : 'STAFF_NO_LIST',
      desk,
    },
    staff,
    chain: { site: { institutionCode: 'H99010000001', terminalSlot: 7 }, books: () => null },
    codes: () => null,
    letIn: async () => null,
    checkCertificate: () => null,
    statement: { reconcile: () => null, printReport: async () => ({ kind: 'printed', printerMs: 5 }) },
  };
  const handlers = controlHandlers(parts, () => undefined);
  const [ours, theirs] = memoryChannelPair();
  serve(theirs, controlLink, handlers);
  return { client: connect(ours, controlLink, { timeoutMs: 5000, clock }), watched, audited };
}
