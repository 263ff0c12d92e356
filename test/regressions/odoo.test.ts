import { afterEach, describe, expect, it } from 'vitest';
import { builtinLabProfile } from '../../kiosk-config/builtin-lab.ts';
import { slipSite } from '../../terminal/assemble/core.ts';
import { printSlip } from '../../terminal/services/print-slip.ts';
import { createTimings } from '../../terminal/services/timings.ts';
import { endAll, start } from '../../terminal/settlement/testing/start.ts';
import { holder, makeWorld, type Terminal } from '../../terminal/settlement/testing/world.ts';

/** What happened to others in public, once more here. Each test names the guard whose removal makes it fail. */
afterEach(endAll);

const gone = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
const ENCOUNTER = 'OP20260302001';

describe('odoo/odoo#40567', () => {
  // The answer to an order was lost, the client sent the order again, and the server had it twice.
  // Guard: a 2207 leaves once per message id (`Pursuit.send` is called by `settle` alone); afterwards only 5203 asks.
  it('an answer that is lost leads to a question, never to a second order', async () => {
    const t = start();
    t.storm('lostAfter');
    expect(await t.settle()).toMatchObject({ kind: 'settled', settled: { foundBy: '5203' } });
    await t.quiet();
    expect(t.sent('2207')).toHaveLength(1);
    expect(t.sides.kit.ledger.settlements()).toHaveLength(1);
  });
});

describe('odoo/odoo#267799', () => {
  // A paid order was only in memory for 300 ms, and a reload in that moment lost it.
  // Guard: `apply` commits the settled row with its HIS and operator rows before anybody hears of it.
  it('what is called settled is on the disk, with what HIS and operator must hear', async () => {
    const world = makeWorld(1);
    const first = world.boot();
    const prepared = await world.prepare(first);
    world.sides.forecast = (to) => (to === 'centre' ? 'fine' : 'notSent');
    const result = await world.clock.until(first.settlements.settle(prepared, 45_000, () => {}));
    first.kill();
    expect(result.kind).toBe('settled');
    await gone();
    const second = world.boot();
    const row = second.store.settlements.newestOfEncounter(ENCOUNTER);
    expect(row).toMatchObject({ state: 'settled', setlId: expect.any(String) });
    const rows = second.outbox.list(20).map(({ destination, kind }) => `${destination} ${kind}`);
    expect(rows).toEqual(expect.arrayContaining(['his settled', 'operator settlement']));
    second.kill();
  });
});

describe('odoo/odoo#288974', () => {
  // An order that was paid while offline was opened again by another device's synchronisation, at 21 sites.
  // Guards: the HIS's hold stays until the HIS has the settlement; `live` blocks the encounter here until then.
  it('what was paid while the HIS was deaf is not open again, at this terminal or at another', async () => {
    const world = makeWorld(1, { place: { memory: true } });
    const paid = world.boot();
    const other = world.boot(undefined, {}, { terminalSlot: 8, terminalLabel: 'ZZ-08' });
    let deaf = true;
    world.sides.forecast = (to, what) => (deaf && to === 'his' && what === 'settled' ? 'notSent' : 'fine');
    const prepared = await world.prepare(paid);
    expect((await world.clock.until(paid.settlements.settle(prepared, 45_000, () => {}))).kind).toBe('settled');
    expect(paid.settlements.isBlocked(ENCOUNTER)).toBe(true);
    await expect(world.prepare(paid)).rejects.toThrow('SETTLEMENT_OPEN');
    await expect(world.prepare(other)).rejects.toThrow('HIS_HELD_ELSEWHERE');
    deaf = false;
    await world.clock.advance(600_000);
    await expect(world.prepare(other)).rejects.toThrow('HIS_NOTHING_UNPAID');
    const [row] = paid.store.settlements.list(1);
    expect(row).toMatchObject({ state: 'settled', live: false });
    expect(world.sides.kit.ledger.settlements()).toHaveLength(1);
    for (const terminal of [paid, other]) terminal.kill();
  });
});

describe('odoo/odoo#60939', () => {
  // The receipt was printed, but there was no record of the order.
  // Guards: a receipt is made from a settled row alone, and its own job is on the disk before the first byte.
  it('when the first byte of a receipt goes out, settlement and job are on the disk', async () => {
    const world = makeWorld(1);
    const first = world.boot();
    const prepared = await world.prepare(first);
    const result = await world.clock.until(first.settlements.settle(prepared, 45_000, () => {}));
    if (result.kind !== 'settled') throw new Error(result.kind);
    const found: { state: string | undefined; open: number }[] = [];
    const after: Terminal[] = [];
    const { clock } = world;
    const site = slipSite(builtinLabProfile('/nowhere'));
    const visitor = { generation: 1, person: { name: '测*', number: '990***********0000', sex: null }, holder };
    const deps = {
      jobs: first.prints,
      site,
      clock,
      timings: createTimings(clock),
      settlementRow: () => null,
      report: () => {},
      devices: {
        // The power goes as the printer takes the first byte.
        print: async () => {
          first.kill();
          await gone();
          const second = world.boot();
          after.push(second);
          const row = second.store.settlements.newestOfEncounter(ENCOUNTER);
          found.push({ state: row?.state, open: second.store.prints.open().length });
          return { kind: 'unknown', trouble: 'hostGone', acknowledged: 0, blocks: 0 } as const;
        },
      },
    };
    const slip = { kind: 'settlement', visitor, settled: result.settled, collection: null } as const;
    await printSlip(deps, slip, { sentAt: 0, psnType: '11' }, () => {});
    expect(found).toEqual([{ state: 'settled', open: 1 }]);
    const [second] = after;
    expect(second?.prints.recover()).toBe(1);
    expect(second?.store.prints.open()).toEqual([]);
    second?.kill();
  });
});
