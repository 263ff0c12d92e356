import { describe, expect, it } from 'vitest';
import { down } from './testing/pump.ts';
import { full, makeQueue } from './testing/queue.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('a clock that was set', () => {
  it.each([
    [-1, 1],
    [0, 0],
    [undefined, 0],
    [5, 0],
  ])('by %s ms: everything is due at once, its age unknown up to row %d', async (moved, upTo) => {
    const q = makeQueue();
    q.answers.operator = () => down(HOUR);
    q.tell('A');
    q.outbox.start();
    await q.clock.advance(MINUTE);
    expect(q.calls).toHaveLength(1);
    q.outbox.wake(moved);
    await q.clock.advance(0);
    expect(q.calls).toHaveLength(2);
    expect(q.store.outbox.ageUnknownUpTo()).toBe(upTo);
  });

  it('a database that refuses the note of it is no reason to fall over; a bug is', async () => {
    const q = makeQueue();
    q.tell('A');
    q.outbox.start();
    await q.clock.advance(0);
    let cause: unknown = full();
    Object.assign(q.store.outbox, {
      clamp: () => {
        throw cause;
      },
    });
    q.tell('B');
    q.outbox.wake();
    await q.clock.advance(0);
    expect(q.calls.at(-1)?.rows).toEqual(['fault B']);
    cause = new TypeError('a bug');
    expect(() => q.outbox.wake()).toThrow('a bug');
  });
});

describe('a drain', () => {
  it('where nothing of the group waits is done, without a call', async () => {
    const q = makeQueue();
    q.answers.his = () => down(MINUTE);
    q.tellHis('B');
    await q.outbox.flush();
    // It would be its turn, were the HIS not left alone.
    q.tellHis('C');
    expect(await q.outbox.drain('his', 'A')).toBe(true);
    expect(q.calls).toHaveLength(1);
  });

  it('insists, for the whole group, whatever was planned', async () => {
    const q = makeQueue();
    let away = true;
    q.answers.his = (rows) =>
      away ? down(HOUR) : { kind: 'answered', verdicts: rows.map(() => ({ kind: 'delivered', answer: 'released' })) };
    q.tellHis('A');
    q.tellHis('A');
    q.outbox.start();
    await q.clock.advance(MINUTE);
    expect(await q.outbox.drain('his', 'A')).toBe(false);
    expect(q.calls).toHaveLength(2);
    away = false;
    expect(await q.outbox.drain('his', 'A')).toBe(true);
    expect(q.outbox.undelivered()).toBe(0);
  });
});

describe('its end', () => {
  it('is when nothing is under way any more, and nothing comes after it', async () => {
    const q = makeQueue();
    let answer = (): void => {};
    q.answers.operator = () => new Promise((resolve) => (answer = () => resolve(down())));
    q.tell('A');
    q.outbox.start();
    await q.clock.advance(0);
    let over = false;
    const stopped = q.outbox.stop().then(() => {
      over = true;
    });
    q.outbox.kick();
    await q.clock.advance(0);
    expect(over).toBe(false);
    answer();
    await stopped;
    expect(q.timers()).toBe(0);
    await q.clock.advance(HOUR);
    expect(q.calls).toHaveLength(1);
    expect(q.timers()).toBe(0);
  });

  it('takes the planned moment with it', async () => {
    const q = makeQueue();
    q.answers.operator = () => down();
    q.tell('A');
    q.outbox.start();
    await q.clock.advance(0);
    expect(q.timers()).toBe(1);
    await q.outbox.stop();
    expect(q.timers()).toBe(0);
  });
});

describe('a database that fails', () => {
  it.each([
    [full(), 'STORE_FULL'],
    [new TypeError('a bug, with words that might quote data'), 'TypeError'],
    ['something that is no error', 'unknown error'],
  ])('is on record by its kind, and asked again after five seconds: %o', async (cause, code) => {
    const q = makeQueue();
    let failing = true;
    q.breaking(() => (failing ? cause : undefined));
    q.tell('A');
    q.outbox.start();
    await q.clock.advance(4999);
    expect(q.audited).toEqual([{ act: 'store.failed', code }]);
    failing = false;
    await q.clock.advance(1);
    expect(q.calls).toMatchObject([{ at: 5000 }]);
  });

  it('only when it is asked what comes next, is asked again after five seconds, unless the queue has ended', async () => {
    for (const ends of [false, true]) {
      const q = makeQueue();
      let calls = 0;
      let failing = true;
      // A flush asks three times, and then the plan of the next one.
      q.breaking(() => (failing && ++calls > 3 ? full() : undefined));
      q.outbox.start();
      if (ends) void q.outbox.stop();
      await q.clock.advance(4000);
      failing = false;
      q.tell('A');
      expect(q.timers()).toBe(ends ? 0 : 1);
      await q.clock.advance(1000);
      expect(q.calls).toHaveLength(ends ? 0 : 1);
    }
  });

  it('under a delivery only, has its five seconds too', async () => {
    const q = makeQueue();
    const { finish } = q.store.outbox;
    let failing = true;
    Object.assign(q.store.outbox, {
      finish: (...args: Parameters<typeof finish>) => {
        if (failing) throw full();
        return finish(...args);
      },
    });
    q.tell('A');
    q.outbox.start();
    await q.clock.advance(4999);
    failing = false;
    expect(q.calls).toHaveLength(1);
    await q.clock.advance(1);
    expect(q.calls).toHaveLength(2);
    expect(q.outbox.undelivered()).toBe(0);
  });

  it('after the end is nobody’s news; after a new start it is again', async () => {
    const q = makeQueue();
    q.breaking(full);
    q.outbox.start();
    await q.clock.advance(0);
    await q.outbox.stop();
    q.audited.length = 0;
    await q.outbox.flush();
    expect(q.audited).toEqual([]);
    expect(q.timers()).toBe(0);
    q.outbox.start();
    await q.clock.advance(0);
    expect(q.audited).toHaveLength(1);
  });
});

it('the oldest that waits tells how long nobody has been told, in whole seconds, never less than none', () => {
  const q = makeQueue();
  expect(q.outbox.status().oldestWaitingSeconds).toBeNull();
  q.tell('A');
  q.clock.shift(90_999);
  q.tell('B');
  expect(q.outbox.status()).toMatchObject({ oldestWaitingSeconds: 90, counts: { waiting: 2, delivered: 0 } });
  q.clock.shift(-HOUR);
  expect(q.outbox.status().oldestWaitingSeconds).toBe(0);
});
