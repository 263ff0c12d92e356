import { afterEach, expect, it } from 'vitest';
import { endAll } from '../../settlement/testing/start.ts';
import { fewerLines, STAY_ID, stayEncounter } from '../../settlement/testing/stay.ts';
import { KEY } from './testing/bill.ts';
import { type HttpBench, httpBench } from './testing/http-bench.ts';

let bench: HttpBench;
afterEach(async () => {
  await bench.end();
  endAll();
});

const OTHER_KEY = 'key-of-the-test-0002';

const quoted = async ({ post }: HttpBench, encounter = stayEncounter()): Promise<string> => {
  const met = await post('/persons', {});
  const prepared = await post('/bills/prepare', { person: met.body['person'], encounter, useAccount: true });
  expect([prepared.status, prepared.body.code]).toEqual([200, undefined]);
  return String(prepared.body['quote']);
};

/** The stay's settlement: its message id. */
async function settled(at: HttpBench): Promise<string> {
  const answer = await at.post('/bills/settle', { quote: await quoted(at) }, { key: KEY });
  expect(answer.body).toMatchObject({ kind: 'settled' });
  await at.quiet();
  return (answer.body['bill'] as { messageId: string }).messageId;
}

const sent = ({ sides }: HttpBench) => sides.arrived.map(({ infno }) => infno).filter((no) => /^2[34]/.test(no));

it.each([
  [undefined, ['2305'], 'discharged'],
  ['settlement', ['2305'], 'discharged'],
  ['discharge', ['2305', '2405'], 'admitted'],
  ['admission', ['2305', '2405', '2302', '2404'], undefined],
] as const)('a stay’s settlement goes back until %s', async (until, numbers, state) => {
  bench = await httpBench();
  const messageId = await settled(bench);
  const before = sent(bench).length;
  const back = await bench.post('/bills/refund', { messageId, ...(until ? { until } : {}) }, { key: OTHER_KEY });
  expect(back.body).toMatchObject({ kind: 'settled' });
  await bench.quiet();
  expect(sent(bench).slice(before)).toEqual(numbers);
  expect(bench.terminal.store.stays.open(STAY_ID)?.state).toBe(state);
});

it('how far is one of three, and the same key with another answer is another wish', async () => {
  bench = await httpBench();
  const messageId = await settled(bench);
  const ask = (until: string) => bench.post('/bills/refund', { messageId, until }, { key: OTHER_KEY });
  expect(await ask('everything')).toMatchObject({ status: 422, body: { code: 'INVALID' } });
  expect((await ask('settlement')).body).toMatchObject({ kind: 'settled' });
  expect(await ask('admission')).toMatchObject({ status: 422, body: { code: 'KEY_REUSED' } });
});

it('a part of it: what is left is billed in the same stay', async () => {
  bench = await httpBench();
  const messageId = await settled(bench);
  const { mdtrtId } = bench.terminal.store.stays.open(STAY_ID) ?? {};
  await bench.post('/bills/refund', { messageId, until: 'settlement' }, { key: OTHER_KEY });
  await bench.quiet();
  const before = sent(bench).length;
  const quote = await quoted(bench, fewerLines());
  const again = await bench.post('/bills/settle', { quote }, { key: 'key-of-the-test-0003' });
  expect(again.body).toMatchObject({ kind: 'settled', bill: { mdtrtId } });
  expect(sent(bench).slice(before)).toEqual(['2405', '2302', '2301', '2402', '2303', '2304']);
});

it('a verb that changes the stay ends its quote: nothing is settled at the figures before', async () => {
  bench = await httpBench();
  const quote = await quoted(bench);
  expect((await bench.post('/stays/discharge/undo', { encounterId: STAY_ID })).status).toBe(200);
  const answer = await bench.post('/bills/settle', { quote }, { key: KEY });
  expect(answer.body).toMatchObject({ kind: 'refused', failure: { code: 'BILL_GONE' }, next: 'again' });
  expect(sent(bench)).not.toContain('2304');
});
