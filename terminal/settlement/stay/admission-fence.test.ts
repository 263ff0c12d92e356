import { expect, it } from 'vitest';
import { INSTITUTION, PERSON } from '../../../central/testing/kit.ts';
import { inHospital, STAY_ID, stayEncounter, stayWorld } from '../testing/stay.ts';
import { holder } from '../testing/world.ts';

const live = ({ sides }: ReturnType<typeof stayWorld>) =>
  sides.kit.ledger.visitsOf(PERSON.psnNo, INSTITUTION, '2026-01-01 00:00:00', '2027-01-01 00:00:00');

it('a 2401 that may still arrive is made void before there is another', async () => {
  const w = stayWorld(21);
  w.bill(stayEncounter());
  const t = w.boot();
  let left = 1;
  w.sides.forecast = (_to, what) => (what === '2401' && left-- > 0 ? 'late' : 'fine');
  const input = { holder, insured: await w.identify(t), encounter: inHospital() };
  const first = await w.clock.until(t.settlements.stays.admit(input));
  expect(first).toMatchObject({ ok: false, error: { code: 'CENTRE_UNREACHABLE' } });
  expect(w.sent()).toEqual(['2601']);
  // The copy that was under way arrives.
  await w.clock.advance(120_000);
  expect(w.sent()).toEqual(['2601', '2401']);
  expect(live(w)).toEqual([]);
  const stay = await w.admit(t);
  expect(live(w).map(({ mdtrtId }) => mdtrtId)).toEqual([stay.mdtrtId]);
  expect(t.store.stays.open(STAY_ID)?.state).toBe('admitted');
});

it('while its 2601 is not answered, nothing is sent anew, and the same one goes again', async () => {
  const w = stayWorld(22);
  w.bill(stayEncounter());
  const t = w.boot();
  w.sides.forecast = (_to, what) => (what === '2401' || what === '2601' ? 'lostBefore' : 'fine');
  await expect(w.admit(t)).rejects.toThrow('CENTRE_UNREACHABLE');
  await expect(w.admit(t)).rejects.toThrow('CENTRE_UNREACHABLE');
  expect(t.store.stays.open(STAY_ID)?.state).toBe('admitting');
  w.sides.forecast = () => 'fine';
  await w.admit(t);
  expect(w.sent()).toEqual(['2601', '2401']);
  expect(live(w)).toHaveLength(1);
});
