import { afterEach, expect, it } from 'vitest';
import { pii } from '../../../common/kernel/pii.ts';
import type { Weather } from '../testing/other-sides.ts';
import { diagnosedVisit, registrationWorld, VISIT_ID } from '../testing/registration.ts';
import {
  endRegistrations,
  openRegistration,
  REGISTRATION_STEPS,
  registerSettleAndGiveBack,
} from '../testing/registration-weather.ts';
import { encounter, holder, type Terminal } from '../testing/world.ts';

afterEach(endRegistrations);

it.each(REGISTRATION_STEPS)('a %s whose answer is lost is found again, and what follows is done once', async (step) => {
  expect.hasAssertions();
  await registerSettleAndGiveBack(step, 'lostAfter');
});

it('a 2201 whose answer is lost is told as not known, found by 5201, and sent once', async () => {
  const w = openRegistration();
  w.storm('2201', 'lostAfter');
  expect(await w.register(w.terminal)).toMatchObject({ ok: true });
  expect(w.there()).toHaveLength(1);
  expect(w.sent()).toEqual(['2201']);
  // While nobody can be asked nothing is sent anew.
  const x = openRegistration();
  x.sides.forecast = (_to, what) => (what === '2201' ? 'lostAfter' : what === '5201' ? 'lostBefore' : 'fine');
  for (let tries = 0; tries < 2; tries++)
    expect(await x.register(x.terminal)).toMatchObject({ ok: false, error: { code: 'CENTRE_UNREACHABLE' } });
  x.sides.forecast = () => 'fine';
  expect(await x.register(x.terminal)).toMatchObject({ ok: true });
  expect(x.there()).toHaveLength(1);
  expect(x.sent()).toEqual(['2201']);
});

it('a 2204 of unknown fate that arrives after all is seen, cleared and sent anew: no line is settled twice', async () => {
  const w = openRegistration();
  const one = await w.registered(w.terminal);
  await w.until(w.registrations.describe(one, diagnosedVisit()));
  w.storm('2204', 'late');
  const added = await w.until(w.registrations.addFees(one, w.lines));
  expect(added).toMatchObject({ ok: true });
  await w.clock.advance(120_000);
  expect(w.sent()).toEqual(['2201', '2203', '2205', '2204', '2204']);
  const prepared = await w.prepare(w.terminal);
  expect(prepared).toMatchObject({ ok: true, value: { split: { total: w.total } } });
  expect(w.linesThere(one.mdtrtId)).toHaveLength(w.lines.length);
});

it.each(['2201', '2203', '2204', '2205', '2206', '2202'])(
  'a process that dies with a %s under way: the next one goes on from what is done, and sends nothing twice',
  async (at) => {
    const world = registrationWorld(6);
    // Dies right after the message is durable and has done its work, before its answer is kept.
    const first = world.boot();
    const { mutate } = world.sides;
    world.sides.mutate = (infno, text) => {
      if (infno === at) first.kill();
      return mutate(infno, text);
    };
    const go = async (t: Terminal): Promise<void> => {
      const { registrations } = t.settlements;
      const one = await world.registered(t);
      const { lines } = encounter();
      await world.clock.until(registrations.describe(one, diagnosedVisit()));
      await world.clock.until(registrations.addFees(one, lines.slice(0, 1)));
      await world.clock.until(registrations.clearFees(one));
      const prepared = await world.prepare(t);
      if (!prepared.ok) throw new Error(prepared.error.code);
      t.settlements.abandon(prepared.value);
      await world.clock.advance(60_000);
      const cancelled = await world.clock.until(registrations.cancel(one));
      if (!cancelled.ok) throw new Error(cancelled.error.code);
    };
    await expect(go(first), at).rejects.toThrow();
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    world.sides.mutate = mutate;
    const next = world.boot();
    await world.clock.until(next.settlements.recover());
    const left = next.store.registrations.open(VISIT_ID);
    expect(left, at).not.toBeNull();
    await go(next);
    expect(world.there(), at).toEqual([]);
    expect(
      world.sent().filter((infno) => infno === '2201'),
      at,
    ).toHaveLength(at === '2202' ? 2 : 1);
    next.kill();
  },
);

it('while a settlement is unknown, and while it stands, no verb changes anything; after its reversal the bill goes on', async () => {
  const w = openRegistration();
  const { terminal: t, until, registrations } = w;
  const one = await w.registered(t);
  const verbs = (): readonly Promise<{ readonly ok: boolean }>[] => [
    registrations.describe(one, diagnosedVisit({ medicalType: '13' })),
    registrations.addFees(one, w.lines),
    registrations.clearFees(one),
    registrations.cancel(one),
  ];
  const refused = async (code: string): Promise<void> => {
    const sent = w.sent().length;
    for (const verb of verbs()) expect(await until(verb)).toMatchObject({ ok: false, error: { code } });
    expect(w.sent()).toHaveLength(sent);
  };
  const bill = async () => {
    const prepared = await w.prepare(t);
    if (!prepared.ok) throw new Error(prepared.error.code);
    return prepared.value;
  };
  const first = await bill();
  w.sides.forecast = (_to, what) => (['2207', '5203', '2601'].includes(what) ? 'lostBefore' : 'fine');
  expect((await until(t.settlements.settle(first, 5000, () => undefined))).kind).toBe('unknown');
  await refused('SETTLEMENT_OPEN');
  w.sides.forecast = () => 'fine';
  await w.clock.advance(600_000);
  expect(t.store.settlements.newestOfEncounter(VISIT_ID)).toMatchObject({ state: 'reversed' });
  // Its lines are there as they were: nothing but a 2206 goes out for the next bill.
  const before = w.sent().length;
  const second = await bill();
  expect(w.sent().slice(before)).toEqual(['2206']);
  expect(second.mdtrtId).toBe(one.mdtrtId);
  expect((await until(t.settlements.settle(second, 45_000, () => undefined))).kind).toBe('settled');
  await refused('HIS_NOTHING_UNPAID');
});

it('more lines than one 2204 takes go in parts under one batch; a changed one has all of them sent anew', async () => {
  const w = openRegistration();
  const one = await w.registered(w.terminal);
  await w.until(w.registrations.describe(one, diagnosedVisit()));
  const [line] = w.lines;
  if (line === undefined) throw new Error('no line');
  const many = Array.from({ length: 120 }, (_, nth) => ({ ...line, lineId: `N-${nth}` }));
  const { fees } = w.sides.kit.ledger;
  const batches = () => new Set(fees(one.mdtrtId).map(({ batch }) => batch));
  expect(await w.until(w.registrations.addFees(one, many))).toMatchObject({ ok: true });
  expect(w.sent().slice(2)).toEqual(['2204', '2204']);
  expect([fees(one.mdtrtId).length, batches().size]).toEqual([120, 1]);
  const [old] = batches();
  const changed = { ...line, lineId: 'N-0', prescription: 'R9' };
  expect(await w.until(w.registrations.addFees(one, [changed]))).toMatchObject({ ok: true });
  expect(w.sent().slice(4)).toEqual(['2205', '2204', '2204']);
  expect([fees(one.mdtrtId).length, batches().size, batches().has(old ?? '')]).toEqual([120, 1, false]);
});

it('lines that arrive after their clearing refuse those that follow once: the next call clears them', async () => {
  const w = openRegistration();
  const one = await w.registered(w.terminal);
  await w.until(w.registrations.describe(one, diagnosedVisit()));
  const weathers: Weather[] = ['late', 'notSent'];
  w.sides.forecast = (_to, what) => (what === '2204' ? (weathers.shift() ?? 'fine') : 'fine');
  const add = () => w.until(w.registrations.addFees(one, w.lines));
  expect(await add()).toMatchObject({ ok: false, error: { code: 'CENTRE_UNREACHABLE' } });
  await w.clock.advance(60_000);
  expect(await add()).toMatchObject({ ok: false, error: { code: 'CENTRE_REFUSED' } });
  expect(await add()).toMatchObject({ ok: true });
  expect(w.linesThere(one.mdtrtId)).toHaveLength(w.lines.length);
  expect(w.terminal.store.registrations.get(one.id)).toMatchObject({ feesDoubtful: false });
});

it('a bill whose lines were cleared and told again is no bill any more: they are under another batch', async () => {
  const w = openRegistration();
  const one = await w.registered(w.terminal);
  const prepared = await w.prepare(w.terminal);
  if (!prepared.ok) throw new Error(prepared.error.code);
  await w.until(w.registrations.clearFees(one));
  await w.until(w.registrations.addFees(one, w.lines));
  const end = await w.until(w.terminal.settlements.settle(prepared.value, 45_000, () => undefined));
  expect(end).toMatchObject({ kind: 'notSent', failure: { code: 'SETTLEMENT_OPEN' } });
  expect(w.sent()).not.toContain('2207');
  expect((await w.prepare(w.terminal)).ok).toBe(true);
});

it('whose is it: another origin, another person, and a bill that is prepared without one', async () => {
  const w = openRegistration();
  const { terminal: t, until } = w;
  await w.registered(t);
  const { settlements } = t;
  const insured = await w.identify(t);
  const asked = { holder, insured, encounter: encounter(), useAccount: true, onStep: () => undefined };
  expect(await until(settlements.prepare(asked))).toMatchObject({ ok: false, error: { code: 'BILL_NONE' } });
  const own = { ...asked, origin: 'his' };
  const other = { ...own, insured: { ...insured, psnNo: pii('P-ANOTHER') } };
  expect(await until(settlements.registrations.register(other))).toMatchObject({
    error: { code: 'CENTRE_OTHER_PERSON' },
  });
  expect(await until(settlements.prepare(other))).toMatchObject({ ok: false, error: { code: 'CENTRE_OTHER_PERSON' } });
  expect(w.sent()).toEqual(['2201']);
  expect((await until(settlements.prepare(own))).ok).toBe(true);
});
