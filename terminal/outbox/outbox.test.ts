import { describe, expect, it } from 'vitest';
import type { AuditCode } from '../../common/contracts/audit.ts';
import { seededRandom } from '../../common/kernel/seeded.ts';
import { virtualClock } from '../settlement/testing/virtual-clock.ts';
import { SqliteError } from '../store/database.ts';
import { openStore } from '../store/open.ts';
import type { OutboxRow } from '../store/outbox-rows.ts';
import { backoffMs } from './backoff.ts';
import { createOutbox } from './outbox.ts';
import type { Delivery, Sink } from './sink.ts';

const all = (rows: readonly OutboxRow[]): Delivery => ({
  kind: 'answered',
  verdicts: rows.map(() => ({ kind: 'delivered', answer: 'stored' })),
});

/** A queue whose operator answers as `answer` says; `calls` are the batches that it saw. */
function queue(
  answer: (rows: readonly OutboxRow[], call: number) => Delivery | Promise<Delivery>,
  batch = 50,
  hospital: Sink['deliver'] = async (rows) => all(rows),
) {
  const opened = openStore({ memory: true }, () => new Uint8Array(32));
  if (!opened.ok) throw new Error(opened.error);
  const store = opened.value;
  const clock = virtualClock();
  const calls: { readonly at: number; readonly groups: readonly string[]; readonly keys: readonly string[] }[] = [];
  const audited: AuditCode[] = [];
  const operator: Sink = {
    batch,
    deliver: async (rows) => {
      calls.push({ at: clock.monotonic(), groups: rows.map((row) => row.group), keys: rows.map((row) => row.key) });
      return answer(rows, calls.length);
    },
  };
  const his: Sink = { batch: 1, deliver: hospital };
  const make = () =>
    createOutbox({
      store,
      clock,
      random: seededRandom(3),
      audit: (code) => audited.push(code),
      sinks: { operator, his },
    });
  const outbox = make();
  const add = (...groups: string[]): void => {
    store.transaction(() => {
      for (const group of groups) outbox.enqueue({ destination: 'operator', kind: 'fault', group, body: { group } });
    });
  };
  return { store, clock, calls, audited, outbox, make, add };
}

describe('delivery', () => {
  it('goes in batches, each row once, and keeps what was delivered', async () => {
    const q = queue(all, 3);
    q.add('A', 'B', 'C', 'D', 'A');
    q.outbox.start();
    await q.clock.advance(1000);
    expect(q.calls.map((call) => call.groups)).toEqual([
      ['A', 'B', 'C'],
      ['D', 'A'],
    ]);
    expect(q.outbox.status().counts).toEqual({ waiting: 0, inFlight: 0, delivered: 5, dead: 0 });
    expect(new Set(q.outbox.list(10).map((row) => row.key)).size).toBe(5);
  });

  it('what a drain could not deliver is tried again, also where another flush ended meanwhile', async () => {
    let there = false;
    const wait = (ms: number): Promise<void> => new Promise((resolve) => void q.clock.after(ms, () => resolve()));
    const his = async (rows: readonly OutboxRow[]): Promise<Delivery> => {
      await wait(100);
      return there ? all(rows) : { kind: 'unavailable', reason: 'down', retryAfterMs: null };
    };
    const slow = async (rows: readonly OutboxRow[]): Promise<Delivery> => wait(50).then(() => all(rows));
    const q = queue(slow, 50, his);
    q.outbox.start();
    await q.clock.advance(10);
    // The operator's row keeps a flush busy; when it ends, the HIS's row is in the hands of the drain, and not due.
    q.add('A');
    q.outbox.kick();
    q.store.transaction(() => q.outbox.enqueue({ destination: 'his', kind: 'released', group: 'A', body: {} }));
    const drained = q.outbox.drain('his', 'A');
    await q.clock.advance(1000);
    expect(await drained).toBe(false);
    there = true;
    await q.clock.advance(600_000);
    expect(q.outbox.status().counts).toMatchObject({ waiting: 0, delivered: 2 });
  });

  it('a row that the operator rejects is set aside and holds nobody up', async () => {
    const q = queue((rows) => ({
      kind: 'answered',
      verdicts: rows.map((row) =>
        row.group === 'poison' ? { kind: 'dead', reason: 'rejected' } : { kind: 'delivered', answer: 'stored' },
      ),
    }));
    q.add('A', 'poison', 'poison', 'B');
    q.outbox.start();
    await q.clock.advance(1000);
    expect(q.outbox.status().counts).toEqual({ waiting: 0, inFlight: 0, delivered: 2, dead: 2 });
    expect(q.audited).toContain('queue.dead-letter');
    expect(q.outbox.list(10).find((row) => row.state === 'dead')?.lastFailure).toBe('rejected');
  });

  it('finds the one row for which a whole batch is refused', async () => {
    const q = queue((rows) =>
      rows.some((row) => row.group === 'poison') ? { kind: 'refused', reason: 'HTTP 422' } : all(rows),
    );
    q.add(...Array.from({ length: 40 }, (_, i) => (i === 17 ? 'poison' : `E${i}`)));
    q.outbox.start();
    await q.clock.advance(1000);
    expect(q.outbox.status().counts).toEqual({ waiting: 0, inFlight: 0, delivered: 39, dead: 1 });
  });

  it('is single-flight: who asks while one runs makes no second one', async () => {
    let inside = 0;
    let most = 0;
    const q = queue(async (rows) => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise<void>((resolve) => q.clock.after(500, () => resolve()));
      inside -= 1;
      return all(rows);
    }, 1);
    q.add('A', 'B');
    q.outbox.start();
    for (let i = 0; i < 5; i++) q.outbox.kick();
    await q.clock.advance(10_000);
    expect(most).toBe(1);
    expect(q.calls).toHaveLength(2);
  });
});

describe('a destination that is down', () => {
  it('is asked again later and later, the rows unharmed, with the same keys', async () => {
    const q = queue((rows, call) =>
      call <= 8 ? { kind: 'unavailable', reason: 'timeout', retryAfterMs: null } : all(rows),
    );
    q.add('A', 'B');
    q.outbox.start();
    await q.clock.advance(3_600_000);
    expect(q.calls).toHaveLength(9);
    expect(new Set(q.calls.map((call) => call.keys.join())).size).toBe(1);
    expect(q.outbox.status().counts.delivered).toBe(2);
    expect(q.outbox.list(1)[0]?.attempts).toBe(9);
  });

  it('is left alone for as long as it asks', async () => {
    const q = queue((rows, call) =>
      call === 1 ? { kind: 'unavailable', reason: 'HTTP 429', retryAfterMs: 60_000 } : all(rows),
    );
    q.add('A');
    q.outbox.start();
    await q.clock.advance(200_000);
    expect(q.calls).toHaveLength(2);
    expect((q.calls[1]?.at ?? 0) - (q.calls[0]?.at ?? 0)).toBeGreaterThan(60_000);
  });
});

describe('backoff', () => {
  it('is drawn evenly below a bound that doubles up to its cap', () => {
    const random = seededRandom(5);
    const backoff = { baseMs: 1000, capMs: 60_000 };
    for (const [failures, bound] of [
      [0, 1000],
      [3, 8000],
      [20, 60_000],
    ] as const) {
      const draws = Array.from({ length: 500 }, () => backoffMs(random, backoff, failures, null));
      expect(Math.max(...draws)).toBeLessThanOrEqual(bound);
      expect(Math.max(...draws)).toBeGreaterThan(bound * 0.9);
      expect(Math.min(...draws)).toBeLessThan(bound * 0.1);
    }
  });
});

describe('a database that fails while a delivery is marked', () => {
  it('leaves no row in nobody’s hands: it is delivered again with its key, once the database works', async () => {
    const q = queue(all);
    const { finish } = q.store.outbox;
    let full = true;
    Object.assign(q.store.outbox, {
      finish: (...args: Parameters<typeof finish>) => {
        if (full) throw new SqliteError('database or disk is full', 'SQLITE_FULL');
        return finish(...args);
      },
    });
    q.add('A', 'A');
    q.outbox.start();
    await q.clock.advance(12_000);
    expect(q.audited).toContain('store.failed');
    full = false;
    await q.clock.advance(12_000);
    expect(q.outbox.status().counts).toMatchObject({ delivered: 2, inFlight: 0, waiting: 0 });
    expect(q.calls[0]?.keys).toEqual(q.calls[1]?.keys);
  });
});

describe('a new start', () => {
  it('takes back what a gone process had in its hands', async () => {
    const q = queue(all);
    q.add('A');
    q.store.transaction(() => q.store.outbox.claim('operator', 'gone', 10, q.clock.now()));
    expect(q.outbox.status().counts.inFlight).toBe(1);
    const next = q.make();
    next.start();
    await q.clock.advance(1000);
    expect(next.status().counts).toMatchObject({ delivered: 1, inFlight: 0 });
  });

  it('a row is part of the transaction of its fact', () => {
    const q = queue(all);
    expect(() =>
      q.store.transaction(() => {
        q.outbox.enqueue({ destination: 'operator', kind: 'fault', group: 'A', body: {} });
        throw new Error('the fact did not happen');
      }),
    ).toThrow();
    expect(q.outbox.list(10)).toEqual([]);
    expect(() => q.outbox.enqueue({ destination: 'operator', kind: 'fault', group: 'A', body: {} })).toThrow(
      'outside a transaction',
    );
  });

  it('a clock that was set back does not stop the deliveries', async () => {
    const q = queue((rows, call) =>
      call === 1 ? { kind: 'unavailable', reason: 'down', retryAfterMs: null } : all(rows),
    );
    q.add('A');
    q.outbox.start();
    await q.clock.advance(0);
    await q.outbox.stop();
    q.clock.shift(-86_400_000);
    const next = q.make();
    next.start();
    await q.clock.advance(2 * 3_900_000);
    expect(next.status().counts.delivered).toBe(1);
  });
});
