import { afterEach, describe, expect, it } from 'vitest';
import type { DayQuery, DayState } from '../../../common/contracts/desk/day.ts';
import { fen } from '../../../common/kernel/money.ts';
import type { Billing } from '../../billing/port.ts';
import { billingBench } from '../../billing/testing/bench.ts';
import { endAll } from '../../settlement/testing/start.ts';
import { encounter } from '../../settlement/testing/world.ts';
import type { HisDayState } from '../../store/day-list.ts';
import { createDayList } from './list.ts';

afterEach(endAll);

type Bench = ReturnType<typeof billingBench>;
const DAY = '2026-03-02';

const prepare = async (bench: Bench, billing: Billing, id: string): Promise<string> => {
  const met = await bench.clock.until(billing.person());
  if (!met.ok) throw new Error(met.error.code);
  const ask = { ref: met.value.ref, encounter: encounter(id), useAccount: false, onStep: () => undefined };
  const prepared = await bench.clock.until(billing.prepare(ask));
  if (!prepared.ok) throw new Error(prepared.error.code);
  return prepared.value.id;
};

/** A day of five encounters as the hospital has them, of which this terminal has settled one and lost the answer of one. */
async function day() {
  const bench = billingBench();
  const billing = bench.room.for({ kind: 'client', name: 'his' });
  const settle = async (id: string): Promise<void> => {
    const quote = await prepare(bench, billing, id);
    await bench.clock.until(billing.settle(quote, () => undefined));
  };
  await settle('SETTLED');
  bench.storm('lostBefore', '2207');
  const lost = bench.sides.forecast;
  bench.sides.forecast = (to, what) => (what === '5203' ? 'lostBefore' : lost(to, what));
  await settle('UNKNOWN');
  const { store } = bench.terminal;
  const put = (encounterId: string, state: HisDayState): void => {
    const row = { encounterId, number: null, at: `${DAY} 08:30:00`, name: '周*平', department: '内科', caseKind: '11' };
    store.dayList.put(DAY, { ...row, total: fen(7048), state }, [encounterId.toLowerCase()]);
  };
  store.transaction(() => {
    // The hospital has not said yet what became of the first two.
    for (const id of ['SETTLED', 'UNKNOWN', 'NEXT']) put(id, 'unpaid');
    put('ELSEWHERE', 'settled');
    put('BACK', 'refunded');
  });
  const list = createDayList({
    clock: { ...bench.clock, now: () => Date.parse(`${DAY}T12:00:00+08:00`) },
    store: () => store,
    billing,
  });
  const found = (state: DayState | null, given: Partial<DayQuery> = {}) => {
    const page = list.page({ text: '', state, from: 0, count: 60, ...given });
    return { fits: page.fits, rows: page.rows.map((row) => `${row.encounterId} ${row.state}`) };
  };
  return { bench, billing, list, found };
}

describe('the day list under a state', () => {
  it('has the rows that stand so, by the journal before the hospital', async () => {
    const { found } = await day();
    expect(found('unknown')).toEqual({ fits: 1, rows: ['UNKNOWN unknown'] });
    expect(found('settled')).toEqual({ fits: 2, rows: ['ELSEWHERE settled', 'SETTLED settled'] });
    expect(found('unpaid')).toEqual({ fits: 1, rows: ['NEXT unpaid'] });
    expect(found('refunded')).toEqual({ fits: 1, rows: ['BACK refunded'] });
    for (const state of ['held', 'settling', 'refunding', 'people'] as const) expect(found(state).fits).toBe(0);
    expect(found(null).fits).toBe(5);
  });

  it('and what was typed fits too, window by window', async () => {
    const { found } = await day();
    expect(found('settled', { text: 'els' })).toEqual({ fits: 1, rows: ['ELSEWHERE settled'] });
    expect(found('settled', { from: 1, count: 1 })).toEqual({ fits: 2, rows: ['SETTLED settled'] });
  });

  it('one that was given back is no settled one, and one that is prepared anew is held', async () => {
    const { bench, billing, found } = await day();
    bench.sides.forecast = () => 'fine';
    const messageId = bench.terminal.store.settlements.newestOfEncounter('SETTLED')?.messageId ?? '';
    await bench.clock.until(billing.refund(messageId, 'S001'));
    expect(found('refunded').rows).toEqual(['BACK refunded', 'SETTLED refunded']);
    expect(found('settled').rows).toEqual(['ELSEWHERE settled']);
    await prepare(bench, billing, 'SETTLED');
    expect(found('held').rows).toEqual(['SETTLED held']);
    expect(found('refunded').rows).toEqual(['BACK refunded']);
  });

  it('calls nobody next who is paid, or of whose money nobody knows', async () => {
    const { list } = await day();
    expect(list.queue()).toMatchObject({ waiting: 1, next: [{ name: '周*平' }] });
  });
});
