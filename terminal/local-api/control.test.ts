import { describe, expect, test } from 'vitest';
import type { OutboxRow } from '../store/outbox-rows.ts';
import type { Books } from './control.ts';
import { control, PROVED } from './testing/control.ts';

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
    expect(late).toMatchObject({ value: { ok: false, code: 'STAFF_NO_LIST' } });
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
