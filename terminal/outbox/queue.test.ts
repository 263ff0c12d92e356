import { describe, expect, it } from 'vitest';
import { formatDateTime } from '../../common/kernel/dates.ts';
import { seededRandom } from '../../common/kernel/seeded.ts';
import { openChain } from '../audit/chain.ts';
import { down } from './testing/pump.ts';
import { makeQueue } from './testing/queue.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** No row waits longer than this for its next try. */
const LONGEST = 3_900_000;

describe('before its start', () => {
  it('keeps what it is given, under a key of its own, and sends nothing', async () => {
    const q = makeQueue();
    q.tell('A', { a: 1 });
    q.tell('A');
    q.outbox.kick();
    q.outbox.wake(-1);
    await q.clock.advance(HOUR);
    expect(q.calls).toEqual([]);
    expect(q.timers()).toBe(0);
    expect(q.store.outbox.ageUnknownUpTo()).toBe(0);
    const [second, first] = q.outbox.list(9);
    const occurredAt = formatDateTime(q.clock.now() - HOUR);
    expect(first).toMatchObject({ id: 1, group: 'A', kind: 'fault', body: { a: 1 }, state: 'waiting', occurredAt });
    expect(first?.key).toMatch(/^[0-9a-f]{32}$/);
    expect(second?.key).not.toBe(first?.key);
    expect(q.outbox.list(1)).toEqual([second]);
    expect(q.outbox.show(1)).toEqual(first);
    expect(q.outbox.show(3)).toBeNull();
  });

  it('can be flushed by hand', async () => {
    const q = makeQueue();
    q.tell('A');
    await q.outbox.flush();
    expect(q.calls).toMatchObject([{ to: 'operator', rows: ['fault A'] }]);
    expect(q.timers()).toBe(0);
  });
});

describe('its start', () => {
  it('leaves the moments alone that were planned', async () => {
    const q = makeQueue();
    q.answers.operator = () => down(10 * MINUTE);
    q.tell('A');
    await q.outbox.flush();
    const next = q.make();
    next.start();
    await q.clock.advance(9 * MINUTE);
    expect(q.calls).toHaveLength(1);
    await q.clock.advance(2 * MINUTE);
    expect(q.calls).toHaveLength(2);
  });

  it('pulls back what was planned for a time that is too far away', async () => {
    const q = makeQueue();
    q.answers.operator = () => down();
    q.tell('A');
    await q.outbox.flush();
    q.clock.shift(-DAY);
    const next = q.make();
    next.start();
    expect(q.outbox.show(1)?.nextAt).toBe(q.clock.now() + LONGEST);
  });

  it.each([
    [0, 0],
    [-1, 2],
  ])('a clock %d ms from the newest row: the age of what is here is unknown up to row %d', (ms, upTo) => {
    const q = makeQueue();
    q.tell('A');
    q.tell('B');
    q.clock.shift(ms);
    q.outbox.start();
    expect(q.store.outbox.ageUnknownUpTo()).toBe(upTo);
  });

  it.each([
    [0, 0],
    [-1, 1],
  ])('a clock %d ms from the latest act in the journal: up to row %d', (ms, upTo) => {
    const q = makeQueue();
    q.tell('A');
    openChain(q.store, { institutionCode: 'H99010000001', terminalSlot: 7 }, seededRandom(1), q.clock.now());
    const { seq, hash } = q.store.audit.head();
    const at = q.clock.now() + HOUR;
    const act = { seq: seq + 1, at, code: 'terminal.stopped', facts: '{}', prev: hash, hash: 'f'.repeat(64) };
    q.store.transaction(() => q.store.audit.append(act));
    q.clock.shift(HOUR + ms);
    q.outbox.start();
    expect(q.store.outbox.ageUnknownUpTo()).toBe(upTo);
  });

  it('an empty journal knows no time', () => {
    const q = makeQueue();
    q.outbox.start();
    expect(q.store.outbox.ageUnknownUpTo()).toBe(0);
  });
});

describe('while it runs', () => {
  it('sends what is told at the end of its transaction, not before', async () => {
    const q = makeQueue();
    q.outbox.start();
    await q.clock.advance(0);
    q.store.transaction(() => {
      q.tell('A');
      q.outbox.kick();
      expect(q.calls).toEqual([]);
    });
    await q.clock.advance(0);
    expect(q.calls).toMatchObject([{ rows: ['fault A'] }]);
  });

  it('has one timer at most, and none where nothing waits', async () => {
    const q = makeQueue();
    q.outbox.start();
    await q.clock.advance(0);
    expect(q.timers()).toBe(0);
    q.answers.operator = () => down();
    q.tell('A');
    for (let i = 0; i < 4; i++) {
      q.outbox.kick();
      await q.clock.advance(0);
      expect(q.timers()).toBe(1);
    }
  });

  it('comes back for the first that is due, whoever it is for', async () => {
    const q = makeQueue();
    q.answers.operator = () => down(30 * MINUTE);
    q.answers.his = () => down(MINUTE);
    q.tell('A');
    q.tellHis('A');
    q.outbox.start();
    await q.clock.advance(5 * MINUTE);
    expect(q.calls.filter(({ to }) => to === 'his').length).toBeGreaterThan(1);
    expect(q.calls.filter(({ to }) => to === 'operator')).toHaveLength(1);
  });

  it('does not insist: a side that wants to be left alone is, also by who flushes', async () => {
    const q = makeQueue();
    q.answers.operator = () => down(MINUTE);
    q.answers.his = () => down(MINUTE);
    q.tell('A');
    q.tellHis('A');
    await q.outbox.flush();
    q.tell('B');
    q.tellHis('B');
    await q.outbox.flush();
    expect(q.calls.map(({ to }) => to).sort()).toEqual(['his', 'operator']);
  });

  it('a clock that went back unnoticed holds nothing up for longer than the longest wait', async () => {
    const q = makeQueue();
    q.answers.operator = () => down();
    q.tell('A');
    q.outbox.start();
    await q.clock.advance(0);
    q.clock.shift(-DAY);
    q.outbox.kick();
    await q.clock.advance(LONGEST + MINUTE);
    expect(q.calls.length).toBeGreaterThan(1);
  });
});
