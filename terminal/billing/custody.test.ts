import { afterEach, expect, it } from 'vitest';
import { endAll } from '../settlement/testing/start.ts';
import { inHospital, STAY_ID } from '../settlement/testing/stay.ts';
import { encounter, holder } from '../settlement/testing/world.ts';
import type { PersonRef } from './port.ts';
import { inSessionCustody } from './session-custody.ts';
import { billingBench } from './testing/bench.ts';
import { callers, codeOf } from './testing/callers.ts';

/** One encounter, one hand: what of it is put down, and what nobody else's end takes along. */

afterEach(endAll);

const ID = encounter().encounterId;
const nothing = () => undefined;

function world() {
  const bench = billingBench({ place: { memory: true } });
  return { bench, ...callers(bench) };
}

it('a resident who was told that it is in other hands ends nothing of theirs', async () => {
  const { bench, kiosk, client } = world();
  const quote = await client('a').prepare();
  if (!quote.ok) throw new Error(quote.error.code);
  expect(codeOf(await kiosk.prepare())).toBe('BILL_BUSY');
  // What the session does as it leaves a step that failed.
  kiosk.session().abandon({ encounterId: ID });
  await bench.quiet();
  const paid = await bench.clock.until(client('a').billing().settle(quote.value.id, nothing));
  expect(paid.kind).toBe('settled');
});

it('a preparation that was let go of and failed does not end the next one of the same bill', async () => {
  const { bench, client } = world();
  const a = client('a');
  const billing = a.billing();
  const prepare = (ref: PersonRef, onStep: (step: string) => void = nothing) =>
    billing.prepare({ ref, encounter: encounter(), useAccount: true, onStep });
  const ref = await a.meet();
  let next: ReturnType<typeof prepare> | null = null;
  // It fails half a minute after she is gone; her card is read again, and the same bill asked for, long before that.
  bench.storm('lostBefore', '2203');
  const first = prepare(ref, (step) => {
    if (step !== 'diagnosis') return;
    billing.letGo(ref);
    next = billing.person().then((met) => prepare(met.ok ? met.value.ref : ''));
  });
  expect(codeOf(await bench.clock.until(first))).toBe('PERSON_GONE');
  if (next === null) throw new Error('nobody came again');
  const quote = await bench.clock.until<Awaited<typeof first>>(next);
  if (!quote.ok) throw new Error(quote.error.code);
  await bench.quiet();
  expect((await bench.clock.until(billing.settle(quote.value.id, nothing))).kind).toBe('settled');
});

it('a journal that cannot be read leaves nothing in anybody’s hand', async () => {
  const { bench, kiosk, client } = world();
  const { custody } = bench;
  const { settlements, store } = bench.terminal;
  const broken = {
    ...store,
    stays: {
      ...store.stays,
      open: () => {
        throw new Error('unreadable');
      },
    },
  };
  const session = inSessionCustody(settlements, { custody, store: () => broken });
  const insured = await bench.identify(bench.terminal);
  const asked = { holder, insured, encounter: encounter(), useAccount: true, onStep: nothing };
  await expect(session.prepare(asked)).rejects.toThrow('unreadable');
  expect(custody.holderOf(ID)).toBeNull();
  expect(codeOf(await client('a').prepare())).toBe('ok');
  expect(codeOf(await kiosk.prepare())).toBe('BILL_BUSY');
});

it('a stay is in hand until the last of its verbs is done', async () => {
  const { bench, desk } = world();
  const ref = await desk.meet();
  const { stay } = desk.billing();
  const admitted = await bench.clock.until(stay.admit(ref, inHospital()));
  expect(codeOf(admitted)).toBe('ok');
  expect(bench.custody.holderOf(STAY_ID)).toBeNull();
  const verbs = [stay.change({ ...inHospital(), doctor: { code: 'D002', name: '测试医师' } }), stay.clearFees(STAY_ID)];
  const seen: (string | null)[] = [];
  for (const verb of verbs) void verb.then(() => seen.push(bench.custody.holderOf(STAY_ID)));
  await bench.clock.until(Promise.all(verbs));
  expect(seen).toEqual(['desk', null]);
});
