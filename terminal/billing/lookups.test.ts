import { afterEach, expect, it } from 'vitest';
import { endAll } from '../settlement/testing/start.ts';
import { billingBench } from './testing/bench.ts';

afterEach(endAll);

it.each([
  ['benefit', '2001'],
  ['chronic', '5301'],
  ['designated', '5302'],
  ['inHospital', '5303'],
  ['transfer', '5304'],
] as const)('%s is asked of the centre by %s, of the person who is there', async (about, infno) => {
  const bench = billingBench();
  const billing = bench.room.for({ kind: 'client', name: 'his' });
  const met = await bench.clock.until(billing.person());
  if (!met.ok) throw new Error(met.error.code);
  const found = await bench.clock.until(billing.lookUp(met.value.ref, about, null));
  expect(found.ok, JSON.stringify(found)).toBe(true);
  expect(bench.sent(infno)).toHaveLength(1);
  if (about !== 'benefit' || !found.ok) return;
  // An employee of no office: the basic fund is hers, civil servants' aid is not, and the centre says why.
  expect(found.value).toContainEqual({ code: '310100', name: '享受', from: '2026-03-02', to: null, note: null });
  expect(found.value).toContainEqual(
    expect.objectContaining({ name: '不享受', note: expect.stringContaining('公务员') }),
  );
});

it('of nobody is not asked', async () => {
  const bench = billingBench();
  const billing = bench.room.for({ kind: 'client', name: 'his' });
  expect(await billing.lookUp('0'.repeat(24), 'benefit', null)).toMatchObject({ error: { code: 'PERSON_GONE' } });
  expect(bench.sent('2001')).toHaveLength(0);
});
