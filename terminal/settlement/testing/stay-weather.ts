import { expect } from 'vitest';
import { PERSON } from '../../../central/testing/kit.ts';
import type { Weather } from './other-sides.ts';
import { STAY_ID, stayEncounter, stayWorld } from './stay.ts';

/** Every message of a stay that is settled and given back whole, in its order. */
export const STAY_STEPS = ['2401', '2301', '2402', '2303', '2304', '2305', '2405', '2302', '2404'] as const;

/**
 * Settles a stay and gives it back while the first message of `step` meets `weather`, as somebody at the desk would:
 * again, until it is done. Expects it to be settled once, given back once, and nothing to be left of it.
 */
export async function settleAndGiveBack(step: string, weather: Weather): Promise<void> {
  const w = stayWorld(7);
  w.bill(stayEncounter());
  const t = w.boot();
  let left = 1;
  w.sides.forecast = (_to, what) => (what === step && left-- > 0 ? weather : 'fine');
  const newest = () => t.store.settlements.newestOfEncounter(STAY_ID);
  for (let tries = 0; tries < 4 && newest()?.state !== 'settled'; tries++) {
    const prepared = await w.prepare(t);
    if (prepared.ok) await w.clock.until(t.settlements.settle(prepared.value, 45_000, () => {}));
    await w.clock.advance(200_000);
  }
  const row = newest();
  if (row?.state !== 'settled') throw new Error(`not settled: ${row?.state}`);
  const giveBack = () => w.refund(t, row.messageId, { until: 'admission' });
  let given = await giveBack();
  for (let tries = 0; tries < 3 && given.kind !== 'refunded'; tries++) given = await giveBack();
  expect(given).toMatchObject({ kind: 'refunded', total: w.total });
  await w.clock.advance(600_000);

  const { ledger } = w.sides.kit;
  expect(t.store.refunds.ofSettlement(row.id)?.state).toBe('done');
  expect(t.store.stays.open(STAY_ID)).toBeNull();
  expect(t.store.visits.unfinished()).toEqual([]);
  expect(ledger.stayOf(PERSON.psnNo)).toBeNull();
  expect(ledger.settlements().filter((one) => one.refundOf === null && one.state === 'settled')).toEqual([]);
  expect(w.sides.hisStore.find(STAY_ID)).toMatchObject({ settlement: null, holder: null });
  // What moves money goes out once for each message id.
  const sent = w.sides.arrived.filter(({ infno }) => infno === '2304' || infno === '2305').map(({ text }) => text);
  expect(new Set(sent).size).toBe(sent.length);
}
