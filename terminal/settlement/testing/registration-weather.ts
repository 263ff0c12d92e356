import { expect } from 'vitest';
import type { Weather } from './other-sides.ts';
import { diagnosedVisit, registrationWorld, VISIT_ID } from './registration.ts';
import { encounter, type Terminal } from './world.ts';

const running: Terminal[] = [];

/** For `afterEach`: ends every terminal of the test. */
export function endRegistrations(): void {
  for (const terminal of running.splice(0)) terminal.kill();
}

/** One running terminal in a world of its own, and what a test asks of it. */
export function openRegistration() {
  const world = registrationWorld(5);
  const terminal = world.boot();
  running.push(terminal);
  /** The centre's weather for the first message of this number. */
  const storm = (infno: string, weather: Weather): void => {
    let left = 1;
    world.sides.forecast = (_to, what) => (what === infno && left-- > 0 ? weather : 'fine');
  };
  const { registrations } = terminal.settlements;
  const until = <T>(verb: Promise<T>): Promise<T> => world.clock.until(verb);
  const { lines } = encounter();
  /** Every line of the visit at the centre. */
  const linesThere = (mdtrtId: string) => world.sides.kit.ledger.fees(mdtrtId).map(({ sn }) => sn);
  return { ...world, terminal, storm, registrations, until, lines, linesThere };
}

/** Every message of a registered visit that changes something, in its order. */
export const REGISTRATION_STEPS = ['2201', '2203', '2204', '2205', '2206', '2207', '2208', '2202'] as const;

/**
 * Registers a visit step by step, settles it and gives it back while the first message of `step` meets `weather`, as a
 * client would: again, until it is done. Expects it to be settled once, given back once, and nothing to be left of it.
 */
export async function registerSettleAndGiveBack(step: string, weather: Weather): Promise<void> {
  const w = openRegistration();
  const { terminal: t, until, registrations, lines } = w;
  w.storm(step, weather);
  const again = async <T extends { readonly ok: boolean }>(verb: () => Promise<T>): Promise<T> => {
    let done = await verb();
    for (let tries = 0; tries < 3 && !done.ok; tries++) {
      await w.clock.advance(120_000);
      done = await verb();
    }
    expect(done.ok).toBe(true);
    return done;
  };
  const made = await again(() => w.register(t));
  if (!made.ok) throw new Error(made.error.code);
  const one = made.value;
  await again(() => until(registrations.describe(one, diagnosedVisit())));
  await again(() => until(registrations.addFees(one, lines.slice(0, 1))));
  await again(() => until(registrations.clearFees(one)));
  await again(() => until(registrations.addFees(one, lines.slice(0, 2))));
  const newest = () => t.store.settlements.newestOfEncounter(VISIT_ID);
  for (let tries = 0; tries < 4 && newest()?.state !== 'settled'; tries++) {
    const prepared = await w.prepare(t);
    if (prepared.ok) await until(t.settlements.settle(prepared.value, 45_000, () => undefined));
    await w.clock.advance(200_000);
  }
  const row = newest();
  expect(row).toMatchObject({ state: 'settled', mdtrtId: one.mdtrtId });
  expect(w.linesThere(one.mdtrtId).sort()).toEqual(lines.map(({ lineId }) => lineId).sort());
  const giveBack = () => until(t.settlements.refund(row?.messageId ?? '', { by: 'his' }, 120_000));
  let given = await giveBack();
  for (let tries = 0; tries < 3 && given.kind !== 'refunded'; tries++) given = await giveBack();
  expect(given).toMatchObject({ kind: 'refunded', total: w.total });
  await w.clock.advance(600_000);

  const { ledger } = w.sides.kit;
  expect(t.store.registrations.open(VISIT_ID)).toBeNull();
  expect(t.store.visits.unfinished()).toEqual([]);
  expect(ledger.visit(one.mdtrtId)?.cancelled).toBe(true);
  expect(ledger.settlements().filter((s) => s.refundOf === null && s.state === 'settled')).toEqual([]);
  // What moves money goes out once for each message id.
  const money = w.sides.arrived.filter(({ infno }) => infno === '2207' || infno === '2208').map(({ text }) => text);
  expect(new Set(money).size).toBe(money.length);
}
