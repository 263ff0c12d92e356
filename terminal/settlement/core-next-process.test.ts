import { afterEach, describe, expect, it } from 'vitest';
import { SqliteError } from '../store/database.ts';
import { hear, message, type World } from './testing/core.ts';
import { endAll, start } from './testing/start.ts';

afterEach(endAll);

describe('the next process', () => {
  /** The process dies, and another one takes up what it finds. */
  const restart = async (t: World) => {
    t.terminal.kill();
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    const terminal = t.boot();
    return { ...t, terminal };
  };

  it('gives back what was being prepared, and undoes what was being undone', async () => {
    const before = start();
    const first = await before.prepare(before.terminal);
    const t = await restart(before);
    await t.clock.until(t.terminal.settlements.recover());
    expect(t.terminal.store.visits.get(first.id)?.phase).toBe('ended');
    const told = t.terminal.store.outbox.list(99).filter(({ kind }) => kind === 'released');
    expect(told.map(({ body }) => body['reason'])).toEqual(['expired']);
    t.terminal.kill();
    const undoing = start();
    const second = await undoing.prepare(undoing.terminal);
    undoing.sides.forecast = (_to, what) => (what === '2205' ? 'notSent' : 'fine');
    undoing.terminal.settlements.abandon(second);
    await undoing.clock.advance(500);
    undoing.sides.forecast = () => 'fine';
    const next = await restart(undoing);
    await next.clock.until(next.terminal.settlements.recover());
    expect(next.terminal.store.visits.get(second.id)?.phase).toBe('ended');
    // It was told once, by the first.
    const released = next.terminal.store.outbox.list(99).filter(({ kind }) => kind === 'released');
    expect(released).toHaveLength(1);
    next.terminal.kill();
  });

  it('gives back what was being prepared though its first commits are refused', async () => {
    const before = start();
    const { id } = await before.prepare(before.terminal);
    const t = await restart(before);
    const { visits } = t.terminal.store;
    const setPhase = visits.setPhase.bind(visits);
    let refusals = 2;
    Object.assign(visits, {
      setPhase: (...args: Parameters<typeof setPhase>) => {
        if (refusals-- > 0) throw new SqliteError('full', 'SQLITE_FULL');
        setPhase(...args);
      },
    });
    await t.clock.until(t.terminal.settlements.recover());
    expect(visits.get(id)?.phase).toBe('ready');
    await t.clock.advance(60_000);
    expect(visits.get(id)?.phase).toBe('ended');
    t.terminal.kill();
  });

  it('is ready after one try of each open settlement, and goes on with them', async () => {
    const before = start();
    before.storm('lostAfter');
    await before.settle(10_000);
    before.sides.forecast = (to) => (to === 'centre' ? 'notSent' : 'fine');
    const t = await restart(before);
    const heard = hear(t);
    await t.clock.until(t.terminal.settlements.recover());
    expect(t.terminal.store.settlements.get(1)?.state).toBe('unknown');
    expect(t.terminal.store.visits.get(1)?.phase).toBe('ready');
    t.sides.forecast = () => 'fine';
    await t.quiet();
    expect(heard).toEqual([[message(t), 'settled']]);
    t.terminal.kill();
  });
});
