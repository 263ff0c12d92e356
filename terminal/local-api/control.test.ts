import { describe, expect, test } from 'vitest';
import { controlLink } from '../../common/contracts/cli/control-link.ts';
import type { CardReadResult, CardStatus } from '../../common/contracts/devices/card.ts';
import { connect } from '../../common/rpc/connect.ts';
import { memoryChannelPair } from '../../common/rpc/memory-channel.ts';
import { serve } from '../../common/rpc/serve.ts';
import { systemClock } from '../../wire/system.ts';
import type { Desk } from '../staff/desk.ts';
import type { OutboxRow } from '../store/outbox-rows.ts';
import { cardReading, HOLDER } from '../testing/people.ts';
import { type Books, type ControlDeps, controlHandlers } from './control.ts';

const EMPTY: CardStatus = { kind: 'empty', reader: 'Reader 0' };
const PRESENT: CardStatus = { kind: 'present', reader: 'Reader 0', generation: 7, atr: '3B' };
const READ: CardReadResult = { ok: true, value: cardReading(), cardMs: 10 };

function control(
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
      adopt: ({ by, second, reason }) => by === 'S1' && second === 'S2' && !reason.includes('没有丢'),
      desk,
    },
    staff,
    chain: { site: { institutionCode: 'H99010000001', terminalSlot: 7 }, books: () => null },
    checkCertificate: () => null,
    statement: { reconcile: () => null, printReport: async () => ({ kind: 'printed', printerMs: 5 }) },
  };
  const handlers = controlHandlers(parts, () => undefined);
  const [ours, theirs] = memoryChannelPair();
  serve(theirs, controlLink, handlers);
  return { client: connect(ours, controlLink, { timeoutMs: 5000, clock }), watched, audited };
}

const PROVED = 'ab'.repeat(16);
const ask = { reader: null, waitMs: 0, reveal: false };

describe('the journal', () => {
  test('status says why nothing is settled, what was set aside, and how the clock stands', async () => {
    expect(await control().client.call('storeStatus', {})).toMatchObject({
      value: {
        ...{ settling: false, code: 'STORE_CORRUPT', setAside: ['terminal.db.set-aside-1'], adopted: null },
        clock: { code: 'CLOCK_SKEWED', skewMs: 61_000 },
      },
    });
  });

  test('a new one is begun by two people and a reason, and refused with the reason why', async () => {
    const { client } = control({ second: 'S2' });
    const reason = '已与中心对账';
    expect(await client.call('storeAdopt', { ticket: PROVED, reason })).toMatchObject({ value: { ok: true } });
    for (const said of ['已对账', '已核对 99013119800101000X']) {
      expect(await client.call('storeAdopt', { ticket: PROVED, reason: said })).toMatchObject({ ok: false });
    }
    const late = await client.call('storeAdopt', { ticket: PROVED, reason: '其实没有丢' });
    expect(late).toMatchObject({ value: { ok: false, code: 'STORE_CORRUPT' } });
  });

  test('who can use the socket and gives a name begins none', async () => {
    const reason = '已与中心对账';
    for (const ticket of [null, 'cd'.repeat(16)]) {
      const answer = await control({ second: 'S2' }).client.call('storeAdopt', { ticket, reason });
      expect(answer).toMatchObject({ value: { ok: false, code: 'STAFF_TICKET_NEEDED' } });
    }
    const alone = await control().client.call('storeAdopt', { ticket: PROVED, reason });
    expect(alone).toMatchObject({ value: { ok: false } });
  });
});

describe('card read', () => {
  test('masked without --reveal: no name, no number, no birth data', async () => {
    const { client } = control();
    const answer = await client.call('cardRead', ask);
    expect(answer).toMatchObject({
      ok: true,
      value: { ok: true, card: { name: '李*兰', birthDate: null, birthPlace: null } },
    });
    const text = JSON.stringify(answer);
    for (const secret of [HOLDER.name, HOLDER.number, HOLDER.cardNumber, '990100D1560000051122']) {
      expect(text).not.toContain(secret);
    }
  });

  test('in clear to whoever proved herself, on record; refused to others without touching the card', async () => {
    const lab = control();
    expect(await lab.client.call('cardRead', { ...ask, reveal: true, ticket: PROVED })).toMatchObject({
      value: { card: { name: HOLDER.name } },
    });
    expect(lab.audited).toEqual(['staff.revealed']);
    let reads = 0;
    const read = (): CardReadResult => {
      reads += 1;
      return READ;
    };
    const real = control({ mode: 'production', read });
    expect(await real.client.call('cardRead', { ...ask, reveal: true })).toMatchObject({
      value: { ok: false, code: 'STAFF_TICKET_NEEDED' },
    });
    expect(real.audited).toEqual([]);
    expect(reads).toBe(0);
    expect(await real.client.call('cardRead', ask)).toMatchObject({ value: { ok: true } });
  });

  test('an expired card and one that needs the HSM are read, not refused', async () => {
    const expired = cardReading({ expiresOn: '2020-01-01', warnings: ['CARD_EXPIRED'] });
    const { client } = control({ read: () => ({ ok: true, value: expired, cardMs: 1 }) });
    expect(await client.call('cardRead', ask)).toMatchObject({
      value: { ok: true, card: { warnings: ['CARD_EXPIRED'] } },
    });
    const third = cardReading({ needsHsm: true, name: null, socialSecurityNumber: null });
    const other = control({ read: () => ({ ok: true, value: third, cardMs: 1 }) });
    expect(await other.client.call('cardRead', ask)).toMatchObject({ value: { ok: true, card: { name: null } } });
  });

  test('waits for a card', async () => {
    const since = performance.now();
    const { client } = control({ card: () => (performance.now() - since > 150 ? PRESENT : EMPTY) });
    expect(await client.call('cardRead', { ...ask, waitMs: 2000 })).toMatchObject({ value: { ok: true } });
    expect(performance.now() - since).toBeLessThan(1000);
  });

  test.each([
    ['CARD_ABSENT', EMPTY],
    ['CARD_MUTE', { kind: 'mute', reader: 'Reader 0', generation: 1 }],
    ['CARD_TOO_MANY', { kind: 'tooMany', readers: ['Reader 0', 'Reader 1'] }],
    ['READER_GONE', { kind: 'noReader' }],
    ['READER_SERVICE_DOWN', { kind: 'serviceDown' }],
  ] as const)('%s', async (code, card) => {
    const { client } = control({ card: () => card as CardStatus });
    expect(await client.call('cardRead', { ...ask, waitMs: 50 })).toMatchObject({ value: { ok: false, code } });
  });

  test.each(['CARD_FOREIGN', 'CARD_REMOVED', 'CARD_GARBAGE', 'CARD_MUTE'] as const)(
    'the card’s own failure: %s',
    async (error) => {
      const { client } = control({ read: () => ({ ok: false, error }) });
      expect(await client.call('cardRead', ask)).toMatchObject({ value: { ok: false, code: error } });
    },
  );

  test('another reader is watched for the call and given back; never under a session', async () => {
    const one = control();
    expect(await one.client.call('cardRead', { ...ask, reader: 'Reader 1', waitMs: 50 })).toMatchObject({
      value: { code: 'CARD_ABSENT' },
    });
    expect(one.watched).toEqual(['Reader 1', null]);
    const named = control();
    expect(await named.client.call('cardRead', { ...ask, reader: 'Reader 0' })).toMatchObject({ value: { ok: true } });
    expect(named.watched).toEqual([]);
    const empty = control({ card: () => EMPTY });
    await empty.client.call('cardRead', { ...ask, reader: 'Reader 0' });
    expect(empty.watched).toEqual(['Reader 0', null]);
    let card: CardStatus = { kind: 'tooMany', readers: ['Reader 0', 'Reader 1'] };
    const two = control({ card: () => card });
    const read = two.client.call('cardRead', { ...ask, reader: 'Reader 0' });
    setTimeout(() => {
      card = PRESENT;
    }, 200);
    expect(await read).toMatchObject({ value: { ok: true } });
    const busy = control({ inSession: true });
    expect(await busy.client.call('cardRead', { ...ask, reader: 'Reader 1' })).toMatchObject({
      value: { code: 'CARD_BUSY' },
    });
    expect(busy.watched).toEqual([]);
  });
});

describe('the rest', () => {
  const row = {
    id: 3,
    key: 'ab'.repeat(16),
    destination: 'operator',
    kind: 'print',
    group: 'MZ1',
    state: 'waiting',
    body: { outcome: 'printed' },
    occurredAt: '2026-11-21 09:44:31',
    createdAt: Date.UTC(2026, 10, 21, 1, 44, 31),
    attempts: 2,
    nextAt: Date.UTC(2026, 10, 21, 1, 45),
    lastFailure: 'timeout',
  } as const;
  const guarded = { by: 'S001', second: 'S002', reason: 'seen', open: 1 };
  const rows: readonly OutboxRow[] = [
    row,
    { ...row, id: 5, kind: 'worklist', body: guarded },
    { ...row, id: 6, kind: 'reconciliation', body: guarded },
  ];
  const books = (waiting: () => number): Books => ({
    outbox: {
      undelivered: waiting,
      status: () => ({ counts: { waiting: waiting(), inFlight: 0, delivered: 4, dead: 1 }, oldestWaitingSeconds: 9 }),
      list: () => [row],
      show: (id) => rows.find((one) => one.id === id) ?? null,
    },
    settlements: () => [],
    open: () => 0,
  });

  test('queue list and show, with a code for a row that is not there', async () => {
    const { client } = control({ books: books(() => 1) });
    expect(await client.call('queueList', { limit: 10 })).toMatchObject({
      value: {
        counts: { waiting: 1, dead: 1 },
        rows: [{ id: 3, createdAt: '2026-11-21 09:44:31', nextAttemptAt: '2026-11-21 09:45:00' }],
      },
    });
    expect(await client.call('queueShow', { id: 3 })).toMatchObject({
      value: { ok: true, row: { key: row.key, body: row.body } },
    });
    for (const id of [5, 6]) {
      const shown = await client.call('queueShow', { id });
      expect(shown).toMatchObject({ value: { row: { id, body: { withheld: 'STAFF_TICKET_NEEDED' } } } });
      expect(JSON.stringify(shown)).not.toContain('S001');
    }
    expect(await client.call('queueShow', { id: 4 })).toMatchObject({ value: { ok: false, code: 'QUEUE_NOT_FOUND' } });
  });

  test('waitIdle answers when the queue is empty, or says at its limit that it is not', async () => {
    const since = performance.now();
    const emptied = control({ books: books(() => (performance.now() - since > 100 ? 0 : 2)) });
    expect(await emptied.client.call('waitIdle', { waitMs: 3000 })).toMatchObject({
      value: { idle: true, waiting: 0 },
    });
    const full = control({ books: books(() => 2) });
    expect(await full.client.call('waitIdle', { waitMs: 120 })).toMatchObject({ value: { idle: false, waiting: 2 } });
  });

  test('a queue that cannot be looked at is not told as an empty one', async () => {
    const { client } = control();
    const refused = { value: { ok: false, code: 'STORE_KEY' } };
    expect(await client.call('queueList', { limit: 10 })).toMatchObject(refused);
    expect(await client.call('queueShow', { id: 1 })).toMatchObject(refused);
    expect(await client.call('settlements', {})).toMatchObject({ value: { rows: [] } });
  });

  test('hello, printer, timings', async () => {
    const { client } = control();
    expect(await client.call('hello', {})).toMatchObject({ value: { mode: 'lab', version: '0.1.0' } });
    expect(await client.call('printerStatus', {})).toMatchObject({ value: { printer: { kind: 'paperOut' } } });
    expect(await client.call('printerTest', {})).toMatchObject({ value: { outcome: { kind: 'printed' } } });
    expect(await client.call('timings', {})).toMatchObject({ value: { rows: [{ step: 'settle', ms: 12, ownMs: 5 }] } });
  });
});
