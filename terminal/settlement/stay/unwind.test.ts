import { expect, it } from 'vitest';
import { refused } from '../testing/calls.ts';
import { fewerLines, STAY_ID, stayEncounter, stayWorld } from '../testing/stay.ts';

/** A settled stay. */
async function settled(seed: number) {
  const w = stayWorld(seed);
  w.bill(stayEncounter());
  const t = w.boot();
  const result = await w.settle(t);
  if (result.kind !== 'settled') throw new Error(result.kind);
  const row = t.store.stays.open(STAY_ID);
  if (row?.mdtrtId == null) throw new Error('no stay');
  const { id, messageId } = result.settled;
  const stay = { id: row.id, encounterId: STAY_ID, mdtrtId: row.mdtrtId };
  const before = w.sent().length;
  return { ...w, t, stay, id, messageId, sentSince: () => w.sent().slice(before) };
}

it('until a stay is undone as far as it was asked nobody bills it anew, nor changes it; then it is admitted anew', async () => {
  const s = await settled(51);
  s.sides.forecast = (_to, what) => (what === '2405' || what === '5303' ? 'lostBefore' : 'fine');
  const back = s.t.settlements.refund(s.messageId, { by: 'S1', until: 'admission' }, 5000);
  expect(await s.clock.until(back)).toMatchObject({ kind: 'refunded' });
  expect(s.t.store.refunds.ofSettlement(s.id)?.state).toBe('refunded');
  const open = { ok: false, error: { code: 'SETTLEMENT_OPEN' } };
  expect(await s.prepare(s.t, fewerLines())).toMatchObject(open);
  expect(await s.clock.until(s.t.settlements.stays.undoDischarge(s.stay))).toMatchObject(open);
  s.sides.forecast = () => 'fine';
  await s.clock.advance(120_000);
  expect(s.sentSince()).toEqual(['2305', '2405', '2302', '2404']);
  s.bill(fewerLines());
  expect((await s.settle(s.t, fewerLines())).kind).toBe('settled');
  expect(s.t.store.stays.open(STAY_ID)?.mdtrtId).not.toBe(s.stay.mdtrtId);
});

it.each([
  ['2405', [], 'discharged'],
  ['2302', ['2405'], 'admitted'],
  ['2404', ['2405', '2302'], 'admitted'],
] as const)('a %s that is refused is the centre’s last word', async (infno, numbers, state) => {
  const s = await settled(52);
  const { send } = s.sides.centre;
  Object.assign(s.sides.centre, {
    send: async (request: Parameters<typeof send>[0]) =>
      request.infno === infno ? refused('不能撤销') : send(request),
  });
  expect(await s.refund(s.t, s.messageId, { until: 'admission' })).toMatchObject({ kind: 'refunded' });
  await s.clock.advance(60_000);
  expect(s.t.store.refunds.ofSettlement(s.id)?.state).toBe('done');
  expect(s.sentSince().filter((no) => no !== '2305' && no !== '2404')).toEqual(numbers);
  expect(s.t.store.stays.open(STAY_ID)?.state).toBe(state);
  expect(s.t.audited).toContain('centre.refused');
});

it('only as far as it is asked: 2405 alone leaves her in hospital with her lines', async () => {
  const s = await settled(53);
  await s.refund(s.t, s.messageId, { until: 'discharge' });
  expect(s.sentSince()).toEqual(['2305', '2405']);
  expect(s.t.store.stays.lines(s.stay.id)).toHaveLength(stayEncounter().lines.length);
});
