import { afterEach, expect, it } from 'vitest';
import { endAll } from '../settlement/testing/start.ts';
import { encounter } from '../settlement/testing/world.ts';
import { billingBench } from './testing/bench.ts';

afterEach(endAll);

const nothing = () => undefined;

/** The outside HIS takes no connection, and three older rows wait for it; a client of the HIS API bills meanwhile. */
async function hisDown() {
  const bench = billingBench();
  const { clock, room, sides } = bench;
  const { store, outbox } = bench.terminal;
  sides.forecast = (to) => (to === 'his' ? 'notSent' : 'fine');
  const older = (group: string): void =>
    store.transaction(() => {
      const body = { encounterId: group, holder: `holder-${group}`, reason: 'cancelled' };
      outbox.enqueue({ destination: 'his', kind: 'released', group, body });
    });
  for (const group of ['OLD1', 'OLD2', 'OLD3']) older(group);
  outbox.kick();
  await clock.advance(1000);
  const client = room.for({ kind: 'client', name: 'his' });
  const met = await clock.until(client.person());
  if (!met.ok) throw new Error(met.error.code);
  const prepare = () =>
    clock.until(client.prepare({ ref: met.value.ref, encounter: encounter(), useAccount: true, onStep: nothing }));
  const notices = (): string[] => store.clientNotices.list('his', 0, 9, true).map(({ kind }) => kind);
  return { ...bench, client, prepare, notices };
}

it('what a client brings is told to it at once, though the outside HIS is down', async () => {
  const t = await hisDown();
  const prepared = await t.prepare();
  if (!prepared.ok) throw new Error(prepared.error.code);
  expect((await t.clock.until(t.client.settle(prepared.value.id, nothing))).kind).toBe('settled');
  await t.clock.advance(1000);
  expect(t.notices()).toEqual(['settled']);
  expect(t.terminal.outbox.status().counts).toMatchObject({ waiting: 3, dead: 0 });
});

it('what a client has given up it can prepare again, without waiting for a HIS that it has nothing to do with', async () => {
  const t = await hisDown();
  const first = await t.prepare();
  if (!first.ok) throw new Error(first.error.code);
  t.client.abandon(encounter().encounterId);
  await t.clock.advance(5000);
  const begun = t.clock.monotonic();
  expect(await t.prepare()).toMatchObject({ ok: true });
  expect(t.clock.monotonic() - begun).toBeLessThan(2000);
  expect(t.notices()).toEqual(['released']);
});

it('what waits for the outside HIS goes out when it is there again, and about each encounter in order', async () => {
  const t = await hisDown();
  await t.prepare();
  t.sides.forecast = () => 'fine';
  await t.clock.advance(600_000);
  expect(t.terminal.outbox.status().counts).toMatchObject({ waiting: 0, dead: 0, delivered: 3 });
});
