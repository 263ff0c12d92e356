import { expect, it } from 'vitest';
import type { CashierHabits } from '../../central/cashier/cashier.ts';
import type { CollectionResult } from '../../common/contracts/session/collection.ts';
import { randomInt } from '../../common/kernel/ports.ts';
import { seededRandom } from '../../common/kernel/seeded.ts';
import { makeWorld, type Switch, type Terminal } from '../settlement/testing/world.ts';
import { createCollections } from './collections.ts';
import { createCollectionNotices } from './notices.ts';
import { type Fate, testCashier } from './testing/cashier.ts';

const FATES: readonly Fate[] = ['ok', 'ok', 'ok', 'notSent', 'lostBefore', 'lostAfter', 'late'];
const HABITS: readonly CashierHabits['does'][] = ['pays', 'pays', 'pays', 'declines', 'cancels', 'nothing'];

it.each(Array.from({ length: 40 }, (_, index) => index + 1))(
  'seed %i: taken at most once, and never against the book',
  async (seed) => {
    const dice = seededRandom(seed * 7919);
    const roll = (bound: number): number => randomInt(dice, bound);
    const world = makeWorld(seed);
    const { clock } = world;
    let calm = false;
    let open: Terminal['store'] | null = null;
    const unbooked: string[] = [];
    const habits: CashierHabits = { does: HABITS[roll(HABITS.length)] ?? 'pays', afterMs: roll(4) * 2500 };
    const cashier = testCashier(
      clock,
      () => habits,
      () => (calm ? 'ok' : (FATES[roll(FATES.length)] ?? 'ok')),
      (verb, text) => {
        if (verb === 'collect' && open?.collections.ofSettlement(1)?.body !== text) unbooked.push(text);
      },
    );

    // The first commits are the settlement's own; what is killed is the collection.
    let counting = false;
    let commits = 0;
    const deadline = roll(5) + 1;
    const how = roll(2) === 0 ? 'before' : 'after';
    const killSwitch: Switch = { onCommit: () => (counting && ++commits === deadline ? how : 'go') };
    const terminal = world.boot(killSwitch);
    open = terminal.store;
    const prepared = await world.prepare(terminal, false);
    const result = await clock.until(terminal.settlements.settle(prepared, 45_000, () => {}));
    if (result.kind !== 'settled') throw new Error(result.kind);
    await clock.advance(60_000);
    const collectionsOf = ({ store, outbox }: Terminal) => {
      const audit = (): void => {};
      return createCollections({
        ...{ store, clock, random: world.random, audit, gateway: cashier.gateway },
        site: { institutionCode: 'H99010000001', terminalLabel: 'ZZ-07' },
        notices: createCollectionNotices({ store, outbox, clock, audit }),
        slips: null,
      });
    };

    counting = true;
    let told: CollectionResult | null = null;
    const first = collectionsOf(terminal);
    const collecting = first.collect(result.settled, 20_000);
    void collecting.result.then((answer) => {
      if (commits < deadline) told = answer;
    });
    if (roll(3) === 0) {
      await clock.advance(roll(15) * 1000);
      collecting.stop();
    }
    await clock.advance(40_000);
    counting = false;
    terminal.kill();
    void first.stop();
    await clock.advance(100_000);
    const before = world.boot();
    open = before.store;
    const book = JSON.stringify(before.store.settlements.get(1));
    calm = true;
    collectionsOf(before).recover();
    await clock.advance(600_000);

    const row = before.store.collections.ofSettlement(1);
    const payments = cashier.store.payments();
    expect(unbooked).toEqual([]);
    expect(payments.length).toBeLessThanOrEqual(1);
    // No collection is left open.
    expect(row === null || row.end !== null).toBe(true);
    expect(row?.end?.state ?? 'notCollected').toBe(payments.length === 1 ? 'collected' : 'notCollected');
    if (payments[0] !== undefined) expect(row?.end).toMatchObject({ reference: payments[0].reference });
    const said = told as CollectionResult | null;
    if (said !== null && said.state !== 'unknown') expect(said.state).toBe(row?.end?.state ?? 'notCollected');
    expect(JSON.stringify(before.store.settlements.get(1))).toBe(book);
    expect(before.store.settlements.get(1)?.state).toBe('settled');
    const records = world.sides.operatorStore
      .all()
      .filter(({ kind, body }) => kind === 'collection' && body['result'] !== 'unknown');
    expect(records.length).toBe(row === null ? 0 : 1);
    before.kill();
  },
);
