import { describe, expect, it } from 'vitest';
import { FOUND, MISSING, pursuitKit, REFUNDED, SILENT, UNSOUND } from './testing/pursuit.ts';
import { WAITS } from './testing/settlement.ts';

describe('an unknown is followed', () => {
  const unknown = { state: 'unknown' } as const;

  it('to what 5203 finds', async () => {
    const s = pursuitKit({ change: unknown, looks: [FOUND] });
    expect((await s.follow()).state).toBe('settled');
    expect(s.tries()).toBe(1);
    expect(s.fenced).toEqual([]);
  });

  it('from where a gone process left it', async () => {
    const s = pursuitKit({ looks: [FOUND] });
    expect((await s.follow()).state).toBe('settled');
    expect(s.acts()).toEqual(['restarted', 'queryFound']);
  });

  it.each([
    ['nothing', MISSING],
    ['that it was given back', REFUNDED],
    ['what cannot be right', UNSOUND],
  ])('to its 2601 where 5203 shows %s', async (_words, sighting) => {
    const s = pursuitKit({ change: unknown, looks: [sighting] });
    expect((await s.follow()).state).toBe('reversed');
    expect(s.fenced).toEqual([s.row().fenceMessageRow]);
    // It was made by this process: no copy of it is under way from another.
    expect(s.made).toEqual(s.fenced);
    expect(s.tries()).toBe(2);
  });

  it('with longer and longer waits while nobody answers', async () => {
    const s = pursuitKit({ change: unknown, looks: [SILENT, SILENT, SILENT, SILENT, SILENT, SILENT, FOUND] });
    expect(await s.follow()).toMatchObject({ state: 'settled', rounds: 6 });
    const waits = s.looked.slice(1).map(({ at }, index) => at - (s.looked[index]?.at ?? 0));
    for (const [index, wait] of waits.entries()) {
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(Math.min(WAITS.capMs, WAITS.baseMs * 2 ** index));
    }
    expect(s.tries()).toBe(7);
  });

  it('by its 2601 alone where the centre cannot be asked', async () => {
    const s = pursuitKit({ change: unknown, needsSetlId: true });
    expect((await s.follow()).state).toBe('reversed');
    expect(s.looked).toEqual([]);
    expect(s.infnos()).toEqual(['9001']);
  });

  it('by its 2601 again and again, and by a new one where it is refused', async () => {
    const rounds = [['fenceFailed'], ['fenceRefused'], ['fenced']] as const;
    const s = pursuitKit({ change: unknown, looks: [MISSING], rounds });
    expect((await s.follow()).state).toBe('reversed');
    const [first, again, next] = s.fenced;
    expect(again).toBe(first);
    expect(next).not.toBe(first);
    expect(s.made).toEqual([first, next]);
  });

  it('to the centre’s refusal where its 2601 shows that it never was there', async () => {
    const s = pursuitKit({ change: unknown, looks: [MISSING], rounds: [['fenced', true]] });
    s.answered('refused', '-1 余额不足');
    expect(await s.follow()).toMatchObject({
      state: 'reversed',
      failure: { code: 'CENTRE_REFUSED', reason: '余额不足' },
    });
    const unsaid = pursuitKit({ change: unknown, looks: [MISSING], rounds: [['fenced', true]] });
    expect(await unsaid.follow()).toMatchObject({ state: 'reversed', failure: null });
    const taken = pursuitKit({ change: unknown, looks: [MISSING], rounds: [['fenced', false]] });
    taken.answered('refused', '-1 余额不足');
    expect(await taken.follow()).toMatchObject({ state: 'reversed', failure: null });
  });

  it('until people have ended it', async () => {
    const s = pursuitKit({ change: unknown, looks: [SILENT] });
    const { row } = s;
    let rounds = 0;
    const work = s.clock.until(
      (async () => {
        const done = s.follow();
        await s.clock.advance(100);
        rounds = row().rounds;
        s.store.transaction(() => s.store.settlements.change(1, { state: 'reversed', live: false }, 0));
        return done;
      })(),
    );
    expect((await work).state).toBe('reversed');
    expect(row().rounds).toBe(rounds);
  });

  it('no further than the process lives', async () => {
    const s = pursuitKit({ change: unknown, looks: [MISSING], onLook: (stop) => stop() });
    expect((await s.follow()).state).toBe('unknown');
    expect(s.looked).toHaveLength(1);
    expect(s.tries()).toBe(2);
  });

  it('never into a 2601 that is not there', async () => {
    await expect(pursuitKit({ change: { state: 'fencing' } }).follow()).rejects.toThrow('without a fence');
  });
});
