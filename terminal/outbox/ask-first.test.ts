import { afterEach, describe, expect, it } from 'vitest';
import type { Weather } from '../settlement/testing/other-sides.ts';
import { endAll, start } from '../settlement/testing/start.ts';
import { type AskWhich, askFirst } from './ask-first.ts';
import type { Sink } from './sink.ts';

afterEach(endAll);

const HOUR = 3_600_000;
const MINUTE = 60_000;

/**
 * A settlement whose report to one side arrives, but the answer is lost; then that side is away until `age` after the
 * rows were written, when everything works again. Both sides know a key for 24 hours.
 */
async function backAfter(side: 'his' | 'operator', age: number) {
  const t = start(3);
  t.sides.keyLifetimeMs = 24 * HOUR;
  let weather: Weather = 'lostAfter';
  const asked: string[] = [];
  t.sides.forecast = (to, what) => {
    if (to !== side || what === 'hold') return 'fine';
    asked.push(what);
    const now = weather;
    if (now === 'lostAfter') weather = 'notSent';
    return now;
  };
  const begun = t.clock.now();
  const result = await t.settle();
  if (result.kind !== 'settled') throw new Error(result.kind);
  const written = t.terminal.outbox.list(100).find((row) => row.destination === side)?.createdAt ?? begun;
  // What waits is due at the very moment: the pause of the side that is away is drawn anew with each failure.
  t.terminal.outbox.stop();
  await t.clock.advance(written + age - t.clock.now());
  weather = 'fine';
  asked.length = 0;
  t.terminal.outbox.start();
  await t.clock.advance(MINUTE / 2);
  await t.quiet();
  return { t, asked };
}

describe('the operator’s memory of keys', () => {
  const settlements = (t: Awaited<ReturnType<typeof backAfter>>['t']) =>
    t.records().filter((kind) => kind === 'settlement').length;

  it('at 23 h 59 min the record is sent as it is, and known again', async () => {
    const { t, asked } = await backAfter('operator', 24 * HOUR - MINUTE);
    expect(asked[0]).toBe('post');
    expect(settlements(t)).toBe(1);
    expect(t.terminal.outbox.status().counts).toMatchObject({ waiting: 0, dead: 0 });
  });

  it('at 24 h 01 min it is asked for, found, and not sent: there it would have doubled', async () => {
    const { t, asked } = await backAfter('operator', 24 * HOUR + MINUTE);
    expect(asked[0]).toBe('query');
    expect(settlements(t)).toBe(1);
    expect(t.terminal.audited).toContain('queue.found');
    expect(t.terminal.outbox.status().counts).toMatchObject({ waiting: 0, dead: 0 });
    // The control: the operator does forget, and the same record sent now stands in its books twice.
    const row = t.terminal.outbox.list(100).find((one) => one.kind === 'settlement');
    const record = t.sides.operatorStore.all().find((one) => one.key === row?.key);
    if (record === undefined) throw new Error('the record is gone');
    await t.clock.until(t.sides.operator.post(t.sides.operator.write([record])));
    expect(settlements(t)).toBe(2);
  });
});

describe('the HIS’s memory of message ids', () => {
  const booked = (t: Awaited<ReturnType<typeof backAfter>>['t']) => t.sides.hisStore.bookings().map((one) => one.kind);

  it('at 23 h 59 min the notice is sent as it is, and known again', async () => {
    const { t, asked } = await backAfter('his', 24 * HOUR - MINUTE);
    expect(asked).toEqual(['settled']);
    expect(booked(t)).toEqual(['settled']);
    expect(t.records()).toContain('his-notified');
  });

  it('at 24 h 01 min it is asked for, found, and not sent: there it would have doubled', async () => {
    const { t, asked } = await backAfter('his', 24 * HOUR + MINUTE);
    expect(asked).toEqual(['query']);
    expect(booked(t)).toEqual(['settled']);
    expect(t.records()).toContain('his-notified');
    expect(t.terminal.settlements.isBlocked('OP20260302001')).toBe(false);
    const row = t.terminal.outbox.list(100).find((one) => one.destination === 'his' && one.kind === 'settled');
    await t.clock.until(t.sides.his.deliver('settled', JSON.stringify(row?.body)));
    expect(booked(t)).toEqual(['settled', 'settled']);
  });
});

it('an old row that never arrived is asked for and then sent', async () => {
  const t = start(4);
  t.sides.keyLifetimeMs = 24 * HOUR;
  t.sides.forecast = (to, what) => (to === 'his' && what !== 'hold' ? 'lostBefore' : 'fine');
  expect((await t.settle()).kind).toBe('settled');
  await t.clock.advance(25 * HOUR);
  t.sides.forecast = () => 'fine';
  await t.quiet();
  expect(t.sides.hisStore.bookings().map((one) => one.kind)).toEqual(['settled']);
});

it('while the question gets no answer, nothing is sent', async () => {
  const t = start(5);
  const asked: string[] = [];
  t.sides.forecast = (to, what) => {
    if (to === 'his') asked.push(what);
    return to === 'his' && what !== 'hold' ? 'lostAfter' : 'fine';
  };
  expect((await t.settle()).kind).toBe('settled');
  await t.clock.advance(25 * HOUR);
  asked.length = 0;
  await t.clock.advance(2 * HOUR);
  expect(new Set(asked)).toEqual(new Set(['query']));
});

/** A notice that waits; the HIS can be reached again when `asked` is emptied. */
async function waiting(seed: number) {
  const t = start(seed);
  t.sides.keyLifetimeMs = 24 * HOUR;
  const asked: string[] = [];
  let away = true;
  t.sides.forecast = (to, what) => {
    if (to !== 'his' || what === 'hold') return 'fine';
    asked.push(what);
    return away ? 'notSent' : 'fine';
  };
  expect((await t.settle()).kind).toBe('settled');
  const back = () => {
    away = false;
    asked.length = 0;
  };
  return { t, asked, back };
}

it('a row from the future is asked for', async () => {
  const { t, asked, back } = await waiting(6);
  t.clock.shift(-HOUR);
  back();
  await t.clock.advance(2 * HOUR);
  expect(asked).toEqual(['query', 'settled']);
});

describe('a clock that was set back by three hours makes no row young: 26 hours old, 23 by the clock', () => {
  it('while the terminal runs; what is written afterwards has its age again', async () => {
    const { t, asked, back } = await waiting(7);
    t.clock.shift(-3 * HOUR);
    // As the watch of the clock says it (assemble/health.ts).
    t.terminal.outbox.wake(-3 * HOUR);
    await t.quiet();
    t.terminal.outbox.stop();
    await t.clock.advance(26 * HOUR);
    const { store, outbox } = t.terminal;
    const his = store.outbox.list(100).find((row) => row.destination === 'his' && row.state === 'waiting');
    expect(t.clock.now() - (his?.createdAt ?? 0)).toBeLessThan(24 * HOUR - MINUTE);
    back();
    outbox.start();
    await t.quiet();
    expect(asked).toEqual(['query', 'settled']);
    expect(store.outbox.ageUnknownUpTo()).toBeGreaterThanOrEqual(his?.id ?? 0);
    expect(store.outbox.list(1)[0]?.id).toBeGreaterThan(store.outbox.ageUnknownUpTo());
  });

  it('while it was off, seen by what the journal has written since', async () => {
    const { t, asked, back } = await waiting(8);
    t.terminal.outbox.stop();
    await t.clock.advance(20 * HOUR);
    const { store } = t.terminal;
    const { seq, hash } = store.audit.head();
    const stopped = { seq: seq + 1, at: t.clock.now(), code: 'terminal.stopped', facts: '{}', prev: hash };
    store.transaction(() => store.audit.append({ ...stopped, hash: 'f'.repeat(64) }));
    t.clock.shift(-3 * HOUR);
    t.terminal.outbox.start();
    t.terminal.outbox.stop();
    await t.clock.advance(6 * HOUR);
    back();
    t.terminal.outbox.start();
    await t.quiet();
    expect(asked).toEqual(['query', 'settled']);
  });

  it('a clock that was set on leaves the age as it is', async () => {
    const { t, asked, back } = await waiting(9);
    t.clock.shift(3 * HOUR);
    t.terminal.outbox.wake(3 * HOUR);
    back();
    await t.quiet();
    expect(asked).toEqual(['settled']);
  });
});

it.each([
  [16 * MINUTE, 'asked for'],
  [14 * MINUTE, 'sent'],
])('the end of a key’s life is taken early by twice the length of a call: %d ms', async (callMs, done) => {
  const { store } = start(10).terminal;
  const key = 'ab'.repeat(16);
  const body = { key, destination: 'his', kind: 'settled', group: 'E1', body: {}, occurredAt: '' } as const;
  store.transaction(() => store.outbox.insert({ ...body, nowMs: 0 }));
  const [row] = store.outbox.list(1);
  if (row === undefined) throw new Error('no row');
  const did: string[] = [];
  const sink: Sink = {
    batch: 1,
    async deliver() {
      did.push('sent');
      return { kind: 'unavailable', reason: 'away', retryAfterMs: null };
    },
  };
  const ask: AskWhich = async () => {
    did.push('asked for');
    return { ok: true, value: new Set([row.id]) };
  };
  const clock = { ...start(11).clock, now: () => 24 * HOUR - HOUR / 2 };
  const deps = { clock, audit: () => undefined, keyLifetimeHours: 24, callMs, ageUnknownUpTo: () => 0, ask };
  await askFirst(sink, deps).deliver([row]);
  expect(did).toEqual([done]);
});
