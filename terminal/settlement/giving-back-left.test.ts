import { describe, expect, it } from 'vitest';
import { full, make } from './testing/giving-back.ts';

describe('what an earlier process left, and the database refuses to end', () => {
  /** The next commits of a release are refused. */
  function left(times: number) {
    const g = make();
    const released = g.notices.released.bind(g.notices);
    let refusals = times;
    Object.assign(g.notices, {
      released: (...args: Parameters<typeof released>) => {
        if (refusals-- > 0) throw full();
        released(...args);
      },
    });
    return g;
  }

  it('is ended once it can be', async () => {
    const g = left(3);
    await g.run(g.givingBack.giveUpLeft(g.visit()));
    expect(g.visit().phase).toBe('ready');
    await g.clock.advance(60_000);
    expect(g.visit().phase).toBe('ended');
    expect(g.told).toMatchObject([{ kind: 'released', body: { reason: 'expired' } }]);
    expect(g.at).toHaveLength(1);
  });

  it('is left to whoever has taken it up meanwhile, and by a process that stops', async () => {
    const taken = left(1);
    await taken.run(taken.givingBack.giveUpLeft(taken.visit()));
    const { id, encounter } = taken.visit();
    taken.store.transaction(() => taken.store.visits.setUploading(id, encounter, 'another', 0));
    await taken.clock.advance(60_000);
    expect(taken.told).toEqual([]);
    const moved = left(1);
    await moved.run(moved.givingBack.giveUpLeft(moved.visit()));
    moved.store.transaction(() => moved.store.visits.setPhase(id, 'settled', 0));
    await moved.clock.advance(60_000);
    expect(moved.told).toEqual([]);
    const stopped = left(1);
    await stopped.run(stopped.givingBack.giveUpLeft(stopped.visit()));
    await stopped.life.stop();
    await stopped.clock.advance(60_000);
    expect(stopped.visit().phase).toBe('ready');
  });
});
