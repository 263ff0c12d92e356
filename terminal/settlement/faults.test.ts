import { expect, it } from 'vitest';
import { randomInt } from '../../common/kernel/ports.ts';
import { seededRandom } from '../../common/kernel/seeded.ts';
import { checkInvariants } from './testing/invariants.ts';
import type { Weather } from './testing/other-sides.ts';
import { encounter, holder, makeWorld, type Terminal } from './testing/world.ts';

const SEEDS = 40;
const BAD: readonly Weather[] = ['notSent', 'lostBefore', 'lostAfter', 'garbled', 'status'];

/**
 * One seed is one run: a person tries up to three times while every message has its own weather and the process may
 * die at any commit; then the sky clears. Returns what the journal says in the end.
 */
async function run(seed: number): Promise<{ readonly states: readonly string[]; readonly messages: number }> {
  const dice = seededRandom(seed * 7919);
  const world = makeWorld(seed);
  const chance = 5 + randomInt(dice, 40);
  world.sides.forecast = () => (randomInt(dice, 100) < chance ? (BAD[randomInt(dice, BAD.length)] ?? 'fine') : 'fine');
  let dead = false;
  const boot = (): Terminal => {
    dead = false;
    const deadly = randomInt(dice, 3) === 0 ? 1 + randomInt(dice, 60) : 0;
    return world.boot({
      onCommit: (count) => {
        if (count !== deadly) return 'go';
        dead = true;
        return randomInt(dice, 2) === 0 ? 'before' : 'after';
      },
    });
  };
  const rise = async (): Promise<Terminal> => {
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    const terminal = boot();
    await world.clock.until(terminal.settlements.recover()).catch(() => {});
    return terminal;
  };
  let terminal = await rise();
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const insured = await world.clock.until(terminal.settlements.identify(holder));
      if (insured.ok) {
        const input = { holder, insured: insured.value, encounter: encounter(), useAccount: true, onStep: () => {} };
        const prepared = await world.clock.until(terminal.settlements.prepare(input));
        if (prepared.ok) await world.clock.until(terminal.settlements.settle(prepared.value, 45_000, () => {}));
        terminal.settlements.abandon({ encounterId: 'OP20260302001' });
      }
      await world.clock.advance(randomInt(dice, 120_000));
    } catch {
      // The death, wherever it came out.
    }
    if (dead) terminal = await rise();
  }
  world.sides.forecast = () => 'fine';
  terminal.kill();
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  const last = world.boot();
  await world.clock.until(last.settlements.recover());
  await world.clock.advance(1_800_000);
  checkInvariants(world, last);
  const states = last.store.settlements.list(100).map((row) => row.state);
  last.kill();
  return { states, messages: world.sides.arrived.length };
}

it(`${SEEDS} seeds of faults and deaths, and the books agree`, async () => {
  const seen = new Set<string>();
  for (let seed = 1; seed <= SEEDS; seed++) {
    const result = await run(seed).catch((cause: unknown) => {
      throw new Error(`seed ${seed}`, { cause });
    });
    for (const state of result.states) seen.add(state);
  }
  // The weather was bad enough to reach every end, or the test proves little.
  expect([...seen].sort()).toEqual(expect.arrayContaining(['notSent', 'reversed', 'settled']));
}, 120_000);

it('the same seed is the same run', async () => {
  expect(await run(11)).toEqual(await run(11));
});
