import { describe, expect, it } from 'vitest';
import type { SettlementChange } from '../store/settlements.ts';
import { failure } from './deps.ts';
import { ENCOUNTER, full, make } from './testing/giving-back.ts';
import { WAITS } from './testing/settlement.ts';

describe('what is given back', () => {
  it('is so at the HIS, durably, with the reason', () => {
    const g = make();
    g.givingBack.giveBack(g.visit(), 'expired');
    expect(g.visit().phase).toBe('undoing');
    expect(g.told).toEqual([
      {
        destination: 'his',
        kind: 'released',
        group: ENCOUNTER,
        client: null,
        body: { encounterId: ENCOUNTER, holder: g.visit().holder, reason: 'expired' },
      },
    ]);
    expect(g.kicks()).toBe(1);
  });

  it('is undone at the centre, until it is done', async () => {
    const g = make([false, full(), true]);
    g.givingBack.giveBack(g.visit(), 'expired');
    await g.run(g.givingBack.undoFor(g.visit()));
    expect(g.at).toEqual([0]);
    await g.clock.advance(60_000);
    expect(g.at).toHaveLength(3);
    expect(g.at[1]).toBeGreaterThan(0);
    expect(g.at[1]).toBeLessThanOrEqual(WAITS.baseMs);
    expect((g.at[2] ?? 0) - (g.at[1] ?? 0)).toBeLessThanOrEqual(2 * WAITS.baseMs);
    expect(g.visit().phase).toBe('ended');
  });

  it('waits longer and longer', async () => {
    const g = make([false]);
    g.givingBack.giveBack(g.visit(), 'expired');
    await g.run(g.givingBack.undoFor(g.visit()));
    await g.clock.advance(3_600_000);
    const waits = g.at.slice(1).map((at, index) => at - (g.at[index] ?? 0));
    expect(Math.max(...waits)).toBeGreaterThan(4 * WAITS.baseMs);
    expect(Math.max(...waits)).toBeLessThanOrEqual(WAITS.capMs);
  });

  it('a bug is one, not a reason to try again', async () => {
    const g = make([new TypeError('a bug')]);
    await expect(g.run(g.givingBack.undoFor(g.visit()))).rejects.toThrow('a bug');
    await g.clock.advance(60_000);
    expect(g.at).toHaveLength(1);
  });

  it('is left where somebody has ended it meanwhile, or the process ends', async () => {
    const ended = make([false]);
    ended.givingBack.giveBack(ended.visit(), 'expired');
    await ended.run(ended.givingBack.undoFor(ended.visit()));
    ended.store.transaction(() => ended.store.visits.setPhase(1, 'ended', 0));
    await ended.clock.advance(60_000);
    expect(ended.at).toHaveLength(1);
    const stopped = make([false]);
    stopped.givingBack.giveBack(stopped.visit(), 'expired');
    await stopped.run(stopped.givingBack.undoFor(stopped.visit()));
    await stopped.life.stop();
    await stopped.clock.advance(60_000);
    expect(stopped.at).toHaveLength(1);
    await stopped.run(stopped.givingBack.undoFor(stopped.visit()));
    expect(stopped.at).toHaveLength(1);
    const gone = make([false]);
    await gone.run(gone.givingBack.undoFor({ ...gone.visit(), id: 9 }));
    await gone.clock.advance(60_000);
    expect(gone.at).toHaveLength(1);
  });
});

describe('a preparation is given up', () => {
  it.each([
    [null, 'expired'],
    [{ state: 'refused', live: false }, 'refused'],
    [{ state: 'notSent', live: false }, 'notSent'],
    [{ state: 'reversed', live: false }, 'expired'],
  ] as const)('after %o as %s', async (change, reason) => {
    const g = make();
    if (change !== null) g.intend({ ...change, failure: failure('CENTRE_REFUSED', '余额不足') });
    await g.run(g.givingBack.giveUpLeft(g.visit()));
    expect(g.told).toMatchObject([{ kind: 'released', body: { reason } }]);
    // The centre's own words go along with its refusal only.
    const words = reason === 'refused' ? { because: '余额不足' } : {};
    expect(Reflect.get(g.told[0] ?? {}, 'body')).toEqual({
      encounterId: ENCOUNTER,
      holder: g.visit().holder,
      reason,
      ...words,
    });
    expect(g.at).toEqual([0]);
  });

  it.each(['intended', 'unknown', 'fencing'] as const)('not while a settlement of it is %s', async (state) => {
    const g = make();
    g.intend({ state } satisfies SettlementChange);
    await g.run(g.givingBack.giveUpLeft(g.visit()));
    expect(g.told).toEqual([]);
    expect(g.visit().phase).toBe('ready');
    expect(g.at).toEqual([]);
  });
});

describe('the open preparation of an encounter is given up', () => {
  it('whichever it is, or the one that is named', async () => {
    for (const id of [null, 1]) {
      const g = make();
      await g.run(g.givingBack.giveUpOpen(ENCOUNTER, id, 'cancelled'));
      expect(g.told).toMatchObject([{ body: { reason: 'cancelled' } }]);
    }
  });

  it('not another one, nor where there is none', async () => {
    const other = make();
    await other.run(other.givingBack.giveUpOpen(ENCOUNTER, 2, 'cancelled'));
    expect(other.told).toEqual([]);
    const none = make();
    await none.run(none.givingBack.giveUpOpen('another', null, 'cancelled'));
    expect(none.told).toEqual([]);
    await none.clock.advance(60_000);
    expect(none.told).toEqual([]);
  });

  it('once the database lets it; by then only the one that was meant', async () => {
    const g = make();
    const { open, setPhase } = g.store.visits;
    let failing = true;
    Object.assign(g.store.visits, {
      setPhase: (...args: Parameters<typeof setPhase>) => {
        if (failing) throw full();
        return setPhase(...args);
      },
    });
    await g.run(g.givingBack.giveUpOpen(ENCOUNTER, null, 'cancelled'));
    expect(g.told).toEqual([]);
    // Somebody else's preparation stands there meanwhile.
    Object.assign(g.store.visits, { open: () => ({ ...g.visit(), id: 2 }) });
    failing = false;
    await g.clock.advance(60_000);
    expect(g.told).toEqual([]);
    Object.assign(g.store.visits, { open });
    failing = true;
    await g.run(g.givingBack.giveUpOpen(ENCOUNTER, null, 'cancelled'));
    failing = false;
    await g.clock.advance(60_000);
    expect(g.told).toHaveLength(1);
  });

  it('no more where the process ends', async () => {
    const g = make();
    let tries = 0;
    Object.assign(g.store.visits, {
      open: () => {
        tries += 1;
        throw full();
      },
    });
    await g.run(g.givingBack.giveUpOpen(ENCOUNTER, null, 'cancelled'));
    await g.life.stop();
    await g.clock.advance(60_000);
    expect(tries).toBe(1);
    await g.run(g.givingBack.giveUpOpen(ENCOUNTER, null, 'cancelled'));
    await g.clock.advance(60_000);
    expect(tries).toBe(2);
  });

  it('longer and longer waits lie between the attempts', async () => {
    const g = make();
    const at: number[] = [];
    Object.assign(g.store.visits, {
      open: () => {
        at.push(g.clock.monotonic());
        throw full();
      },
    });
    await g.run(g.givingBack.giveUpOpen(ENCOUNTER, null, 'cancelled'));
    await g.clock.advance(3_600_000);
    const waits = at.slice(1).map((when, index) => when - (at[index] ?? 0));
    expect(waits[0]).toBeLessThanOrEqual(WAITS.baseMs);
    expect(Math.max(...waits)).toBeGreaterThan(4 * WAITS.baseMs);
  });
});
