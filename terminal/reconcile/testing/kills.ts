import { expect } from 'vitest';
import { fen } from '../../../common/kernel/money.ts';
import { Killed } from '../../settlement/testing/world.ts';
import { DAY, makeBench } from './bench.ts';

/** Commits of one comparison with a difference; a test proves that the last one is beyond its end. */
export const COMMITS = 26;

/**
 * Compares a day that differs, with a SIGKILL before or after the `nth` commit, starts again and expects the day to be
 * gone on with. True where the comparison had so many commits.
 */
export async function killedAndGoneOnWith(nth: number, when: 'before' | 'after'): Promise<boolean> {
  const bench = makeBench(nth + 1);
  await bench.settle('OP1');
  bench.sides.kit.set({ statement: [{ kind: 'amount', nth: 0, fen: fen(7) }] });
  await bench.clock.advance(1000);
  bench.end();
  await bench.clock.advance(1000);
  let armed = false;
  let count = 0;
  let reached = false;
  bench.boot({
    onCommit: () => {
      if (!armed || ++count !== nth) return 'go';
      reached = true;
      return when;
    },
  });
  await bench.clock.advance(1000);
  armed = true;
  try {
    await bench.compare();
  } catch (cause) {
    if (!(cause instanceof Killed)) throw cause;
  }
  bench.end();
  await bench.clock.advance(1000);
  const before = bench.sent('9101');
  const done = bench.terminal().store;
  bench.boot();
  const finished = bench.terminal().store.reconcile.finished(DAY) !== null;
  expect(bench.terminal().store).not.toBe(done);
  const report = await bench.compare();
  expect(report).toMatchObject({ day: DAY, state: 'open', rows: [{ verdict: 'amountDiffers' }] });
  expect(bench.worklist()).toHaveLength(1);
  // A run that had been finished is followed by a new one with a file of its own; one that was cut off is not.
  const all = bench.sent('9101');
  expect(new Set(all).size).toBe(finished ? 2 : 1);
  // An answer that was kept is never asked for again; one that was not, by the same bytes.
  expect(all.length - new Set(all).size).toBeLessThanOrEqual(before.length);
  expect(all.length).toBeLessThanOrEqual(2);
  bench.end();
  return reached;
}
