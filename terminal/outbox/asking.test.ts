import { describe, expect, it } from 'vitest';
import type { CallFailure } from '../gateways/json-call.ts';
import type { OutboxRow } from '../store/outbox-rows.ts';
import { type AskWhich, askFirst, askHis, askOperator } from './ask-first.ts';
import type { Delivery } from './sink.ts';

const HOUR = 3_600_000;
const NOW = 100 * HOUR;
const LIFE_HOURS = 24;
const CALL_MS = 15_000;
/** The oldest that is sent without a question. */
const OLDEST = LIFE_HOURS * HOUR - 2 * CALL_MS;

const row = (id: number, ageMs: number, kind = 'settled', body: OutboxRow['body'] = {}): OutboxRow => ({
  id,
  key: `key-${id}`,
  destination: 'his',
  kind,
  group: `E${id}`,
  state: 'inFlight',
  body,
  occurredAt: '2026-03-02 09:00:00',
  createdAt: NOW - ageMs,
  attempts: 0,
  nextAt: 0,
  lastFailure: null,
});

const took = (rows: readonly OutboxRow[]): Delivery => ({
  kind: 'answered',
  verdicts: rows.map(({ id }) => ({ kind: 'delivered', answer: `took ${id}` })),
});

/** A sink behind the question; `there`: the ids that the other side has. */
function make(there: readonly number[] | CallFailure, answer = took, ageUnknownUpTo = 0) {
  const asked: number[][] = [];
  const sent: number[][] = [];
  const audited: unknown[] = [];
  const ids = (rows: readonly OutboxRow[]) => rows.map(({ id }) => id);
  const ask: AskWhich = async (rows) => {
    asked.push(ids(rows));
    return 'kind' in there ? { ok: false, error: there } : { ok: true, value: new Set(there) };
  };
  const deliver = async (rows: readonly OutboxRow[]) => {
    sent.push(ids(rows));
    return answer(rows);
  };
  const clock = { now: () => NOW, monotonic: () => 0, after: () => () => undefined };
  const audit = (code: string, facts: object) => void audited.push({ code, ...facts });
  const deps = { clock, audit, keyLifetimeHours: LIFE_HOURS, callMs: CALL_MS, ageUnknownUpTo: () => ageUnknownUpTo };
  return { asked, sent, audited, sink: askFirst({ batch: 7, deliver }, { ...deps, ask }) };
}

describe('what is asked for before it is sent', () => {
  it.each([
    ['new', 0, false],
    ['as old as may be', OLDEST, false],
    ['older than that', OLDEST + 1, true],
    ['from the future', -1, true],
  ])('a row that is %s', async (_words, age, isAsked) => {
    const { asked, sink } = make([]);
    await sink.deliver([row(5, age)]);
    expect(asked).toEqual(isAsked ? [[5]] : []);
  });

  it('every row that was here when the clock went back', async () => {
    const { asked, sent, sink } = make([], took, 5);
    await sink.deliver([row(4, 0), row(5, 0), row(6, 0)]);
    expect(asked).toEqual([[4, 5]]);
    expect(sent).toEqual([[4, 5, 6]]);
  });

  it('no more of them at once than the other side takes', () => {
    expect(make([]).sink.batch).toBe(7);
  });
});

describe('what is there already', () => {
  it('is not sent again and counts as delivered; the others have the other side’s own word, in their order', async () => {
    const { sent, audited, sink } = make([2, 4]);
    const rows = [row(1, 0), row(2, OLDEST + 1), row(3, OLDEST + 1), row(4, OLDEST + 1)];
    expect(await sink.deliver(rows)).toEqual({
      kind: 'answered',
      verdicts: [
        { kind: 'delivered', answer: 'took 1' },
        { kind: 'delivered', answer: 'found' },
        { kind: 'delivered', answer: 'took 3' },
        { kind: 'delivered', answer: 'found' },
      ],
    });
    expect(sent).toEqual([[1, 3]]);
    expect(audited).toEqual(
      [2, 4].map((id) => ({ code: 'queue.found', row: id, kind: 'settled', destination: 'his' })),
    );
  });

  it('where it is all of them, nothing is sent', async () => {
    const { sent, sink } = make([1, 2]);
    expect(await sink.deliver([row(1, OLDEST + 1), row(2, OLDEST + 1)])).toEqual({
      kind: 'answered',
      verdicts: [
        { kind: 'delivered', answer: 'found' },
        { kind: 'delivered', answer: 'found' },
      ],
    });
    expect(sent).toEqual([]);
  });

  it('where it is none of them, the answer of the other side is the answer', async () => {
    const down: Delivery = { kind: 'unavailable', reason: 'down', retryAfterMs: 5, suspect: true };
    const { sink } = make([], () => down);
    expect(await sink.deliver([row(1, OLDEST + 1)])).toBe(down);
  });

  it.each([
    [{ kind: 'unavailable', reason: 'down', retryAfterMs: null } as const, 'down'],
    [{ kind: 'refused', reason: 'HTTP 422' } as const, 'HTTP 422'],
    [{ kind: 'answered', verdicts: [] } as const, 'no answer for this row'],
  ])('stays delivered where the others come to nothing: %o', async (answer, reason) => {
    const { sink } = make([1], () => answer);
    expect(await sink.deliver([row(1, OLDEST + 1), row(2, OLDEST + 1)])).toEqual({
      kind: 'answered',
      verdicts: [
        { kind: 'delivered', answer: 'found' },
        { kind: 'later', reason },
      ],
    });
  });
});

it.each([
  [{ kind: 'notSent', reason: 'refused', detail: 'ECONNREFUSED' }, 'query: notSent ECONNREFUSED', null],
  [
    { kind: 'unknown', reason: 'status', status: 503, retryAfterMs: 9000, detail: 'HTTP 503' },
    'query: unknown HTTP 503',
    9000,
  ],
] as const)('without an answer to the question nothing is sent: %o', async (failure, reason, retryAfterMs) => {
  const { sent, sink } = make(failure);
  expect(await sink.deliver([row(1, OLDEST + 1), row(2, 0)])).toEqual({ kind: 'unavailable', reason, retryAfterMs });
  expect(sent).toEqual([]);
});

const silent: CallFailure = { kind: 'unknown', reason: 'timeout', status: null, retryAfterMs: null, detail: 'silent' };
const timing = { wallMs: 1, serverMs: 1 };

describe('the operator', () => {
  it('is asked by the keys of the records, all at once', async () => {
    const asked: (readonly string[])[] = [];
    const ask = askOperator({
      query: async (keys) => {
        asked.push(keys);
        return { ok: true, value: new Map(keys.map((key) => [key, key === 'key-2' ? 'stored' : 'unknown'])) };
      },
    });
    expect(await ask([row(1, 0), row(2, 0)])).toEqual({ ok: true, value: new Set([2]) });
    expect(asked).toEqual([['key-1', 'key-2']]);
  });

  it('who does not answer has said nothing', async () => {
    const ask = askOperator({ query: async () => ({ ok: false, error: silent }) });
    expect(await ask([row(1, 0)])).toEqual({ ok: false, error: silent });
  });
});

describe('the HIS', () => {
  type State = 'settled' | 'refunded' | 'unknown';
  function his(settlement: State, held: boolean) {
    const asked: unknown[] = [];
    const ask = askHis({
      query: async (input) => {
        asked.push(input);
        return { ok: true, value: { reply: { settlement, held }, timing } };
      },
    });
    return { asked, ask };
  }

  it.each([
    ['settled', 'settled', true],
    // A settlement that was given back since was told of once.
    ['settled', 'refunded', true],
    ['settled', 'unknown', false],
    ['refunded', 'refunded', true],
    ['refunded', 'settled', false],
    ['refunded', 'unknown', false],
  ] as const)('has a notice "%s" where the settlement is %s there: %s', async (kind, state, has) => {
    for (const held of [true, false]) {
      const answer = await his(state, held).ask([row(3, 0, kind)]);
      expect(answer).toEqual({ ok: true, value: new Set(has ? [3] : []) });
    }
  });

  it('has a release where the holder holds nothing, whatever became of the settlement', async () => {
    for (const state of ['settled', 'refunded', 'unknown'] as const) {
      expect(await his(state, false).ask([row(3, 0, 'released')])).toEqual({ ok: true, value: new Set([3]) });
      expect(await his(state, true).ask([row(3, 0, 'released')])).toEqual({ ok: true, value: new Set() });
    }
  });

  it('is asked by message id and holder, as far as the notice bears them', async () => {
    const { asked, ask } = his('settled', true);
    await ask([row(1, 0, 'settled', { messageId: 'M1', holder: 'H1' }), row(2, 0, 'released', { messageId: 7 })]);
    expect(asked).toEqual([
      { encounterId: 'E1', messageId: 'M1', holder: 'H1' },
      { encounterId: 'E2', messageId: null, holder: null },
    ]);
  });

  it('who does not answer about one row has said nothing about any', async () => {
    const ask = askHis({ query: async () => ({ ok: false, error: silent }) });
    expect(await ask([row(1, 0)])).toEqual({ ok: false, error: silent });
  });
});
