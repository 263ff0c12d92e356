import { afterEach, expect, it } from 'vitest';
import { PERSON } from '../../central/testing/kit.ts';
import type { HisEncounter } from '../../common/contracts/his/his.ts';
import { endAll } from '../settlement/testing/start.ts';
import { fewerLines, inHospital, STAY_ID, stayEncounter } from '../settlement/testing/stay.ts';
import type { StayCourse } from './port.ts';
import { billingBench } from './testing/bench.ts';
import { callers } from './testing/callers.ts';

/** How far a stay is, as the journal knows it, through its days at the desk. */

afterEach(endAll);

function world() {
  const bench = billingBench({ place: { memory: true } });
  bench.sides.hisStore.put({ identityNumber: PERSON.certNo, name: PERSON.name, encounter: stayEncounter() });
  const { desk, client } = callers(bench);
  const { stay } = desk.billing();
  const courseOf = (encounter: HisEncounter, of = stay): StayCourse => {
    const course = of.course(encounter);
    return course.ok ? course.value : expect.fail(course.error.code);
  };
  const did = async <T extends { readonly ok: boolean }>(work: Promise<T>): Promise<void> =>
    void expect(await bench.clock.until(work)).toMatchObject({ ok: true });
  return { bench, desk, client, stay, courseOf, did };
}

it('a stay goes from nothing to its discharge and back', async () => {
  const { desk, stay, courseOf, did } = world();
  const { lines } = stayEncounter();
  expect(courseOf(stayEncounter())).toMatchObject({ state: 'none', mdtrtId: null, lines: { missing: lines.length } });
  await did(stay.admit(await desk.meet(), inHospital()));
  expect(courseOf(inHospital())).toMatchObject({
    ...{ state: 'admitted', admittedAt: inHospital().visitedAt, dischargedAt: null, changed: false },
    lines: { there: 0, through: null, missing: 0, other: 0, doubtful: false },
  });
  await did(stay.addFees(STAY_ID, lines.slice(0, 1)));
  expect(courseOf(stayEncounter()).lines).toMatchObject({ there: 1, missing: lines.length - 1, other: 0 });
  await did(stay.addFees(STAY_ID, lines));
  expect(courseOf(stayEncounter()).lines).toMatchObject({
    there: lines.length,
    missing: 0,
    through: lines.at(-1)?.occurredAt,
  });
  expect(courseOf(fewerLines()).lines).toMatchObject({ missing: 0, other: 1 });
  await did(stay.discharge(stayEncounter()));
  const out = courseOf(stayEncounter());
  expect(out).toMatchObject({ state: 'discharged', dischargedAt: stayEncounter().stay?.discharge?.at, changed: false });
  expect(courseOf(inHospital()).changed).toBe(true);
  await did(stay.undoDischarge(STAY_ID));
  expect(courseOf(stayEncounter())).toMatchObject({ state: 'admitted', dischargedAt: null, lines: { missing: 0 } });
  await did(stay.cancel(STAY_ID));
  expect(courseOf(stayEncounter())).toMatchObject({ state: 'none', lines: { there: 0 } });
});

it('another bed is a change; to another origin there is no stay', async () => {
  const { desk, client, stay, courseOf, did } = world();
  await did(stay.admit(await desk.meet(), inHospital()));
  const moved = inHospital();
  const inAnother = { ...moved, stay: { ...(moved.stay ?? expect.fail()), bed: '61' } };
  expect(courseOf(inAnother).changed).toBe(true);
  expect(courseOf(inHospital(), client('a').billing().stay)).toMatchObject({ state: 'none', mdtrtId: null });
  await did(stay.change(inAnother));
  expect(courseOf(inAnother).changed).toBe(false);
});

it('a 2401 that nobody answers is admitting, and is found again by the same verb', async () => {
  const { bench, desk, stay, courseOf, did } = world();
  const ref = await desk.meet();
  let answers = 0;
  bench.sides.forecast = (_, what) =>
    what === '2401' ? 'lostAfter' : what === '5201' && answers++ < 1 ? 'lostBefore' : 'fine';
  expect(await bench.clock.until(stay.admit(ref, inHospital()))).toMatchObject({ ok: false });
  expect(courseOf(inHospital())).toMatchObject({ state: 'admitting', mdtrtId: null, admittedAt: null });
  await did(stay.admit(ref, inHospital()));
  expect(courseOf(inHospital())).toMatchObject({ state: 'admitted', admittedAt: inHospital().visitedAt });
  const told = bench.sides.arrived.filter(({ infno }) => infno === '2401');
  expect(told.length).toBe(1);
});

it('lines whose upload nobody answers are doubtful until they are sent anew', async () => {
  const { bench, desk, stay, courseOf, did } = world();
  const { lines } = stayEncounter();
  await did(stay.admit(await desk.meet(), inHospital()));
  bench.sides.forecast = (_, what) => (what === '2301' || what === '2302' ? 'lostAfter' : 'fine');
  expect(await bench.clock.until(stay.addFees(STAY_ID, lines))).toMatchObject({ ok: false });
  expect(courseOf(stayEncounter()).lines).toMatchObject({ doubtful: true, there: 0 });
  bench.sides.forecast = () => 'fine';
  await did(stay.addFees(STAY_ID, lines));
  expect(courseOf(stayEncounter()).lines).toMatchObject({ doubtful: false, there: lines.length, missing: 0 });
});
