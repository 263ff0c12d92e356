import { expect, it } from 'vitest';
import { chainProblems } from '../audit/testing/agrees.ts';
import { checkInvariants } from './testing/invariants.ts';
import type { Weather } from './testing/other-sides.ts';
import { makeWorld, type Switch } from './testing/world.ts';

/**
 * The process dies at every commit of a whole session, before it or right after it; a new one opens the same file,
 * recovers, and the world must add up. `weather` is that of the first 2207.
 */
async function sessionWithDeathAt(commit: number, when: 'before' | 'after', weather: Weather): Promise<boolean> {
  const world = makeWorld(commit);
  let died = false;
  const killSwitch: Switch = {
    onCommit: (count) => {
      if (count !== commit) return 'go';
      died = true;
      return when;
    },
  };
  let stormy = true;
  world.sides.forecast = (to, what) => {
    if (to !== 'centre' || what !== '2207' || !stormy) return 'fine';
    stormy = false;
    return weather;
  };
  const first = world.boot(killSwitch);
  try {
    const prepared = await world.prepare(first);
    const job = first.prints.create({ settlementId: null, kind: 'unknown', checkCode: null });
    await world.clock.until(first.settlements.settle(prepared, 45_000, () => {}));
    first.prints.finish(job.jobId, { kind: 'printed', printerMs: 1 });
    await world.clock.advance(600_000);
  } catch {
    // The death itself, wherever it came out.
  }
  if (!died) first.kill();
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  const second = world.boot();
  second.prints.recover();
  await world.clock.until(second.settlements.recover());
  await world.clock.advance(1_200_000);
  checkInvariants(world, second);
  expect(chainProblems(second.store)).toEqual([]);
  second.kill();
  return died;
}

it.each(['fine', 'lostAfter', 'lostBefore'] as const)(
  'every commit of a session with a 2207 that is %s',
  async (weather) => {
    let commits = 0;
    for (const when of ['before', 'after'] as const) {
      for (let commit = 1; await sessionWithDeathAt(commit, when, weather); commit++)
        commits = Math.max(commits, commit);
    }
    // So that the loop cannot pass by never dying.
    expect(commits).toBeGreaterThan(25);
  },
  120_000,
);
