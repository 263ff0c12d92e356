import { describe, expect, it } from 'vitest';
import type { HisGateway } from '../gateways/his/port.ts';
import type { CallFailure } from '../gateways/json-call.ts';
import type { OperatorGateway, RecordsAnswer } from '../gateways/operator/port.ts';
import type { JsonObject, OutboxRow } from '../store/outbox-rows.ts';
import { createHisSink, createOperatorSink } from './sinks.ts';

const timing = { wallMs: 1, serverMs: 1 };
const UNSOUND = { kind: 'dead', reason: 'does not fit its contract' };

const row = (id: number, kind: string, body: JsonObject = {}, key = String(id).padStart(32, '0')): OutboxRow => ({
  id,
  key,
  destination: 'operator',
  kind,
  group: 'E1',
  state: 'inFlight',
  body,
  occurredAt: '2026-03-02 09:00:00',
  createdAt: 0,
  attempts: 0,
  nextAt: 0,
  lastFailure: null,
});

const unknown = (retryAfterMs: number | null): CallFailure => ({
  kind: 'unknown',
  reason: 'status',
  status: 503,
  retryAfterMs,
  detail: 'HTTP 503',
});

/** What each failure of a call means for the queue, whoever is called. */
const failures: readonly [CallFailure, object][] = [
  [
    { kind: 'notSent', reason: 'refused', detail: 'ECONNREFUSED' },
    { kind: 'unavailable', reason: 'notSent ECONNREFUSED', retryAfterMs: null, suspect: false },
  ],
  [unknown(null), { kind: 'unavailable', reason: 'unknown HTTP 503', retryAfterMs: null, suspect: true }],
  [unknown(7000), { kind: 'unavailable', reason: 'unknown HTTP 503', retryAfterMs: 7000, suspect: false }],
  [
    { kind: 'refused', status: 422, about: 'content', detail: 'no such field' },
    { kind: 'refused', reason: 'no such field' },
  ],
  [
    { kind: 'refused', status: 401, about: 'access', detail: 'token' },
    { kind: 'unavailable', reason: 'refused token', retryAfterMs: null, suspect: false },
  ],
];

describe('the operator', () => {
  type Answers = RecordsAnswer['answers'];
  function sink(answer: (keys: readonly string[]) => Answers | CallFailure) {
    const sent: { readonly records: { readonly key: string }[] }[] = [];
    const operator: Pick<OperatorGateway, 'write' | 'post'> = {
      write: (records) => JSON.stringify({ records }),
      post: async (text) => {
        const batch = JSON.parse(text);
        sent.push(batch);
        const answers = answer(batch.records.map((one: { key: string }) => one.key));
        return 'kind' in answers
          ? { ok: false, error: answers }
          : { ok: true, value: { reply: { answers: [...answers] }, timing } };
      },
    };
    return { sent, sink: createOperatorSink(operator, { terminal: 'ZZ-07', institution: 'H990100', batch: 50 }) };
  }

  it('is sent a batch of records, numbered by the queue and signed with the site', async () => {
    const { sent, sink: to } = sink((keys) => keys.map((key) => ({ key, result: 'stored' })));
    expect(to.batch).toBe(50);
    const rows = [row(1, 'fault', { code: 'PAPER_OUT' }), row(2, 'print')];
    expect(await to.deliver(rows)).toEqual({
      kind: 'answered',
      verdicts: [
        { kind: 'delivered', answer: 'stored' },
        { kind: 'delivered', answer: 'stored' },
      ],
    });
    const common = { terminal: 'ZZ-07', institution: 'H990100', occurredAt: '2026-03-02 09:00:00' };
    expect(sent).toEqual([
      {
        records: [
          { ...common, key: rows[0]?.key, kind: 'fault', sequence: 1, body: { code: 'PAPER_OUT' } },
          { ...common, key: rows[1]?.key, kind: 'print', sequence: 2, body: {} },
        ],
      },
    ]);
  });

  it('has a word about each row, by its key, in whatever order it answers', async () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(32));
    const { sink: to } = sink(() => [
      { key: c ?? '', result: 'rejected' },
      { key: b ?? '', result: 'rejected', reason: 'no such terminal' },
      { key: a ?? '', result: 'duplicate' },
    ]);
    const rows = [a, b, c, d].map((key, index) => row(index + 1, 'fault', {}, key));
    expect(await to.deliver(rows)).toEqual({
      kind: 'answered',
      verdicts: [
        { kind: 'delivered', answer: 'duplicate' },
        { kind: 'dead', reason: 'no such terminal' },
        { kind: 'dead', reason: 'rejected' },
        { kind: 'later', reason: 'no answer for this row' },
      ],
    });
  });

  it('is never sent what is no record, and gets the others all the same', async () => {
    const { sent, sink: to } = sink((keys) => keys.map((key) => ({ key, result: 'stored' })));
    expect(await to.deliver([row(1, 'gossip'), row(2, 'fault')])).toEqual({
      kind: 'answered',
      verdicts: [UNSOUND, { kind: 'delivered', answer: 'stored' }],
    });
    expect(sent.map(({ records }) => records.length)).toEqual([1]);
    expect(await to.deliver([row(3, 'gossip'), row(4, 'fault', {}, 'no key')])).toEqual({
      kind: 'answered',
      verdicts: [UNSOUND, UNSOUND],
    });
    expect(sent).toHaveLength(1);
  });

  it.each(failures)('%o', async (failure, delivery) => {
    expect(await sink(() => failure).sink.deliver([row(1, 'fault')])).toEqual(delivery);
  });
});

describe('the HIS', () => {
  const bodies = {
    settled: {
      encounterId: 'E1',
      holder: 'ZZ-07.1',
      messageId: 'M'.repeat(30),
      mdtrtId: '1',
      setlId: '2',
      settledAt: '2026-03-02 09:00:00',
      total: '10.00',
      funds: '6.00',
      hospital: '0.00',
      account: '3.00',
      cashDue: '1.00',
    },
    released: { encounterId: 'E1', holder: 'ZZ-07.1', reason: 'cancelled' },
    refunded: {
      encounterId: 'E1',
      messageId: 'M'.repeat(30),
      mdtrtId: '1',
      setlId: '2',
      refundedAt: '2026-03-02 09:00:00',
      total: '10.00',
      cashReturned: '1.00',
    },
  } as const;

  function sink(answer: string | CallFailure) {
    const told: { readonly notice: string; readonly body: unknown }[] = [];
    const deliver = async (notice: string, text: string) => {
      told.push({ notice, body: JSON.parse(text) });
      return typeof answer === 'string'
        ? { ok: true, value: { reply: { result: answer }, timing } }
        : { ok: false, error: answer };
    };
    return { told, sink: createHisSink({ deliver: deliver as HisGateway['deliver'] }) };
  }
  const taken = (answer: string) => ({ kind: 'delivered', answer });
  const dead = (result: string) => ({ kind: 'dead', reason: `HIS: ${result}` });

  it.each([
    ['settled', 'stored', taken('stored')],
    ['settled', 'duplicate', taken('duplicate')],
    ['settled', 'conflict', dead('conflict')],
    ['settled', 'notFound', dead('notFound')],
    // Whatever it answers, we hold nothing any more.
    ['released', 'released', taken('released')],
    ['released', 'notHeld', taken('notHeld')],
    ['released', 'alreadySettled', taken('alreadySettled')],
    ['released', 'notFound', taken('notFound')],
    ['refunded', 'stored', taken('stored')],
    ['refunded', 'duplicate', taken('duplicate')],
    ['refunded', 'notSettled', taken('notSettled')],
    ['refunded', 'notFound', dead('notFound')],
  ] as const)('is told %s, answers %s', async (kind, result, verdict) => {
    const { told, sink: to } = sink(result);
    expect(await to.deliver([row(1, kind, bodies[kind])])).toEqual({ kind: 'answered', verdicts: [verdict] });
    expect(told).toEqual([{ notice: kind, body: bodies[kind] }]);
  });

  it('is told one thing at a time', async () => {
    const { told, sink: to } = sink('stored');
    expect(to.batch).toBe(1);
    expect(await to.deliver([])).toEqual({ kind: 'answered', verdicts: [] });
    expect(told).toEqual([]);
  });

  it.each(['settled', 'released', 'refunded'] as const)('is never told a %s that is none', async (kind) => {
    const { told, sink: to } = sink('stored');
    expect(await to.deliver([row(1, kind, { encounterId: 'E1' })])).toEqual({ kind: 'answered', verdicts: [UNSOUND] });
    expect(told).toEqual([]);
  });

  it.each(['settled', 'released', 'refunded'] as const)('a %s that could not be told is told later', async (kind) => {
    for (const [failure, delivery] of failures) {
      expect(await sink(failure).sink.deliver([row(1, kind, bodies[kind])])).toEqual(delivery);
    }
  });
});
