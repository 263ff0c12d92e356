import { afterEach, describe, expect, it } from 'vitest';
import { inputs } from '../../central/testing/kit.ts';
import type { Weather } from '../../terminal/settlement/testing/other-sides.ts';
import { endAll, start } from '../../terminal/settlement/testing/start.ts';
import { makeWorld, type Switch } from '../../terminal/settlement/testing/world.ts';

/** What happened to others in public, once more here. Each test names the guard whose removal makes it fail. */
afterEach(endAll);

const gone = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

/** A settlement whose process dies right after the intent's commit or later, while the answer is under way or lost. */
async function dieWhileSettling(weather: Weather, dieAfterMs: number | null) {
  const world = makeWorld(1);
  let armed = false;
  const killSwitch: Switch = { onCommit: () => (armed && dieAfterMs === null ? 'after' : 'go') };
  const first = world.boot(killSwitch);
  const prepared = await world.prepare(first);
  world.sides.forecast = (to, what) => (to === 'centre' && what === '2207' ? weather : 'fine');
  armed = true;
  const settling = first.settlements.settle(prepared, 45_000, () => {});
  if (dieAfterMs === null) await settling.catch(() => {});
  else {
    settling.catch(() => {});
    await world.clock.advance(dieAfterMs);
  }
  first.kill();
  await gone();
  const sent = (infno: string) => world.sides.arrived.filter((message) => message.infno === infno);
  return { ...world, prepared, sent };
}

describe('lamassu/lamassu-server#145', () => {
  // One sale came to its paying step twice, perhaps under a server that was too busy to answer, and was paid twice.
  // Guards: `live` and the visit's phase let one intent be made; `recover` takes an open settlement up as UNKNOWN and
  // asks (`restarted`), it has no way to send a 2207.
  it('a second confirmation while a busy centre keeps the first waiting makes no second payment', async () => {
    const t = start();
    t.storm('late');
    const prepared = await t.prepare(t.terminal);
    const confirm = () => t.terminal.settlements.settle(prepared, 120_000, () => {});
    const first = confirm();
    await t.clock.advance(20_000);
    expect(await t.clock.until(confirm())).toMatchObject({ kind: 'notSent', failure: { code: 'SETTLEMENT_OPEN' } });
    await t.clock.until(first);
    await t.quiet();
    const standing = t.sides.kit.ledger.settlements().filter((row) => row.state === 'settled');
    expect(standing.length).toBeLessThanOrEqual(1);
    expect(t.terminal.store.settlements.list(5)).toHaveLength(1);
  });

  it.each([
    ['before the answer', 'fine', 10],
    ['after an answer that was lost', 'lostAfter', 5000],
    ['before the order arrived', 'lostBefore', 5000],
    ['between the intent and its first byte', 'fine', null],
  ] as const)('a process that dies %s leads to one payment or none', async (_when, weather, dieAfterMs) => {
    const t = await dieWhileSettling(weather, dieAfterMs);
    const second = t.boot();
    await t.clock.until(second.settlements.recover());
    await t.clock.advance(600_000);
    expect(t.sent('2207').length).toBeLessThanOrEqual(1);
    expect(t.sent('5203').length).toBeGreaterThan(0);
    const standing = t.sides.kit.ledger.settlements().filter((row) => row.state === 'settled').length;
    const [row] = second.store.settlements.list(1);
    expect(row?.state).toBe(standing === 1 ? 'settled' : 'reversed');
    second.kill();
  });
});

describe('lamassu/lamassu-server#148', () => {
  // After a restart a transaction stayed pending for ever and was never sent again, as somebody might have mended it
  // by hand meanwhile. Guard: the start asks the centre first and ends the matter by what stands there.
  it('what was undone by hand at the centre meanwhile is found so, ended, and not paid again', async () => {
    const t = await dieWhileSettling('lostAfter', 5000);
    const { kit } = t.sides;
    const [paid] = kit.ledger.settlements();
    if (paid === undefined) throw new Error('nothing was paid');
    kit.send('9001', inputs.signIn());
    expect(kit.send('2208', inputs.undoSettle(t.prepared.mdtrtId, paid.setlId)).infcode).toBe('0');
    const second = t.boot();
    await t.clock.until(second.settlements.recover());
    await t.clock.advance(600_000);
    expect(second.store.settlements.open()).toEqual([]);
    expect(second.store.settlements.list(1)[0]?.state).toBe('reversed');
    expect(t.sent('2207')).toHaveLength(1);
    expect(t.sides.hisStore.find('OP20260302001')?.holder).toBeNull();
    second.kill();
  });
});

describe('lamassu/lamassu-server#1737', () => {
  // An automatic retry of a money message was built in, and had to be taken out again.
  // Guard: no outcome of a 2207 makes another one; a new try is a new intent by a person's confirmation.
  it.each(['fine', 'notSent', 'lostBefore', 'lostAfter', 'garbled', 'status', 'late'] as const)(
    'a 2207 that is %s leaves once',
    async (weather) => {
      const t = start();
      let tries = 0;
      t.sides.forecast = (to, what) => {
        if (to !== 'centre' || what !== '2207') return 'fine';
        tries += 1;
        return weather;
      };
      await t.settle();
      await t.clock.advance(3_600_000);
      expect(tries).toBe(1);
    },
  );
});
