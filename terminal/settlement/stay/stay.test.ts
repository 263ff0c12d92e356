import { describe, expect, it } from 'vitest';
import { fewerLines, inHospital, STAY_ID, stayEncounter, stayWorld } from '../testing/stay.ts';

describe('a stay', () => {
  it('is admitted, charged by the day, discharged, settled, and given back in reverse order', async () => {
    const w = stayWorld(1);
    w.bill(stayEncounter());
    const t = w.boot();
    const stay = await w.admit(t);
    const [first, ...others] = stayEncounter().lines;
    if (first === undefined) throw new Error('no line');
    expect(await w.clock.until(t.settlements.stays.addFees(stay, [first]))).toEqual({ ok: true, value: stay });
    expect(await w.clock.until(t.settlements.stays.addFees(stay, [first, ...others]))).toEqual({
      ok: true,
      value: stay,
    });
    expect(w.sent()).toEqual(['2401', '2301', '2301']);
    const result = await w.settle(t);
    expect(result.kind).toBe('settled');
    expect(w.sent()).toEqual(['2401', '2301', '2301', '2402', '2303', '2304']);
    if (result.kind !== 'settled') return;
    const given = await w.refund(t, result.settled.messageId, { until: 'admission' });
    expect(given).toMatchObject({ kind: 'refunded', total: w.total });
    expect(w.sent().slice(6)).toEqual(['2305', '2405', '2302', '2404']);
    expect(t.store.stays.open(STAY_ID)).toBeNull();
    expect(t.store.refunds.ofSettlement(result.settled.id)).toMatchObject({ state: 'done', cause: 'desk', by: 'S1' });
    await w.clock.advance(60_000);
    expect(w.sides.hisStore.find(STAY_ID)?.settlement).toBeNull();
  });

  it('is billed anew with fewer lines after a refund that leaves it, linked to the old settlement', async () => {
    const w = stayWorld(2);
    w.bill(stayEncounter());
    const t = w.boot();
    const first = await w.settle(t);
    if (first.kind !== 'settled') throw new Error(first.kind);
    expect(w.sent()).toEqual(['2401', '2301', '2402', '2303', '2304']);
    expect(await w.refund(t, first.settled.messageId, { until: 'settlement' })).toMatchObject({ kind: 'refunded' });
    expect(w.sent().slice(5)).toEqual(['2305']);
    await w.clock.advance(60_000);
    w.bill(fewerLines());
    const second = await w.settle(t, fewerLines());
    if (second.kind !== 'settled') throw new Error(second.kind);
    expect(w.sent().slice(6)).toEqual(['2405', '2302', '2301', '2402', '2303', '2304']);
    expect(second.settled.prepared.mdtrtId).toBe(first.settled.prepared.mdtrtId);
    expect(second.settled.split.total).toBeLessThan(first.settled.split.total);
    expect(t.store.settlements.get(second.settled.id)?.previousId).toBe(first.settled.id);
  });

  it('that is not over cannot be settled, and a settled one is not touched', async () => {
    const w = stayWorld(3);
    w.bill(stayEncounter());
    const t = w.boot();
    expect(await w.prepare(t, inHospital())).toMatchObject({ ok: false, error: { code: 'STAY_NOT_DISCHARGED' } });
    const stay = await w.admit(t);
    expect((await w.settle(t)).kind).toBe('settled');
    const { stays } = t.settlements;
    for (const verb of [
      () => stays.undoDischarge(stay),
      () => stays.cancel(stay),
      () => stays.clearFees(stay),
      () => stays.addFees(stay, stayEncounter().lines),
      () => stays.change(stay, inHospital()),
      () => stays.discharge(stay, stayEncounter()),
    ]) {
      expect(await w.clock.until<unknown>(verb())).toMatchObject({ ok: false, error: { code: 'STAY_SETTLED' } });
    }
  });
});
