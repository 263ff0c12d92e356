import { afterEach, expect, it } from 'vitest';
import { PERSON } from '../../central/testing/kit.ts';
import { endAll } from '../settlement/testing/start.ts';
import { inHospital, STAY_ID, stayEncounter } from '../settlement/testing/stay.ts';
import type { Billing, PersonRef } from './port.ts';
import { billingBench } from './testing/bench.ts';
import { callers, codeOf } from './testing/callers.ts';

/** A stay is its origin's: to a client it is not there where the desk or another client admitted, and the other way. */

afterEach(endAll);

function world() {
  const bench = billingBench({ place: { memory: true } });
  bench.sides.hisStore.put({ identityNumber: PERSON.certNo, name: PERSON.name, encounter: stayEncounter() });
  const { desk, kiosk, client } = callers(bench);
  const whom = { desk, 'client a': client('a'), 'client b': client('b') };
  const admit = async (who: keyof typeof whom): Promise<string> => {
    const admitted = await bench.clock.until(whom[who].billing().stay.admit(await whom[who].meet(), inHospital()));
    if (!admitted.ok) throw new Error(admitted.error.code);
    return admitted.value.mdtrtId;
  };
  return { bench, whom, kiosk, admit };
}

const verbs = ({ stay }: Billing, ref: PersonRef) => ({
  admit: () => stay.admit(ref, inHospital()),
  change: () => stay.change(inHospital()),
  addFees: () => stay.addFees(STAY_ID, stayEncounter().lines),
  clearFees: () => stay.clearFees(STAY_ID),
  discharge: () => stay.discharge(stayEncounter()),
  undoDischarge: () => stay.undoDischarge(STAY_ID),
  cancel: () => stay.cancel(STAY_ID),
});

it.each([
  ['desk', 'client a'],
  ['client a', 'desk'],
  ['client a', 'client b'],
] as const)('what %s admitted is not there for %s, by any verb, and the centre hears nothing', async (owner, other) => {
  const { bench, whom, admit } = world();
  await admit(owner);
  const ref = await whom[other].meet();
  const { length } = bench.sides.arrived;
  for (const [verb, does] of Object.entries(verbs(whom[other].billing(), ref))) {
    expect([verb, codeOf(await bench.clock.until<Awaited<ReturnType<typeof does>>>(does()))]).toEqual([
      verb,
      'BILL_NONE',
    ]);
  }
  expect(bench.sides.arrived.length).toBe(length);
  expect(codeOf(await whom[other].prepare(stayEncounter()))).toBe('BILL_NONE');
  expect(whom[other].billing().standing(STAY_ID, 'own')).toMatchObject({ ok: false, error: { code: 'BILL_NONE' } });
});

it('is billed and cancelled by who admitted, and then anybody may admit anew', async () => {
  const { bench, whom, admit } = world();
  const first = await admit('client a');
  const a = whom['client a'].billing();
  expect(a.standing(STAY_ID, 'own')).toMatchObject({ ok: true, value: { state: 'none' } });
  expect(await bench.clock.until(a.stay.cancel(STAY_ID))).toMatchObject({ ok: true });
  const second = await admit('client b');
  expect(second).not.toBe(first);
  expect(codeOf(await whom['client a'].prepare(stayEncounter()))).toBe('BILL_NONE');
  const paid = await whom['client b'].pay(stayEncounter());
  expect(paid.kind).toBe('settled');
  await bench.quiet();
  const told = (client: string) => bench.terminal.store.clientNotices.list(client, 0, 9, true).map(({ kind }) => kind);
  expect([told('a'), told('b')]).toEqual([[], ['settled']]);
});

it('of the outside HIS is one for desk and kiosk alike', async () => {
  const { admit, kiosk } = world();
  await admit('desk');
  expect(codeOf(await kiosk.prepare(stayEncounter()))).toBe('ok');
});
