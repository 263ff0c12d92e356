import { afterEach, expect, it } from 'vitest';
import { endAll } from '../../settlement/testing/start.ts';
import { KEY, quoted, settled } from './testing/bill.ts';
import { type HttpBench, httpBench } from './testing/http-bench.ts';

let bench: HttpBench;
afterEach(async () => {
  await bench.end();
  endAll();
});

/** Two people at the desk give it back, behind the client's back. */
const giveBack = ({ room, clock }: HttpBench, messageId: string) =>
  clock.until(room.for({ kind: 'desk' }).refund(messageId, 'S1', 'S2'));

const isGivenBack = { kind: 'refused', failure: { code: 'BILL_GIVEN_BACK' }, next: 'again' };

it('a key whose settlement was given back is not told to collect, and hears why', async () => {
  bench = await httpBench();
  const { quote, messageId } = await settled(bench);
  await giveBack(bench, messageId);
  await bench.quiet();
  const again = await bench.post('/bills/settle', { quote }, { key: KEY });
  expect(again.body).toMatchObject(isGivenBack);
  expect(again.headers['idempotency-replayed']).toBe('true');
  bench.restart();
  expect((await bench.post('/bills/settle', { quote }, { key: KEY })).body).toEqual(again.body);
});

it('nor while its money is on the way back: until that is over nobody knows', async () => {
  bench = await httpBench();
  const { quote, messageId } = await settled(bench);
  const { sides } = bench;
  sides.forecast = (to, what) => (to === 'centre' && ['2208', '5203'].includes(what) ? 'lostBefore' : 'fine');
  expect(await giveBack(bench, messageId)).toMatchObject({ kind: 'unknown' });
  const meanwhile = await bench.post('/bills/settle', { quote }, { key: KEY });
  expect(meanwhile.body).toMatchObject({ kind: 'unknown', messageId });
  sides.forecast = () => 'fine';
  await bench.quiet();
  expect((await bench.post('/bills/settle', { quote }, { key: KEY })).body).toMatchObject(isGivenBack);
});

it('one that the centre keeps after all is settled again: the client may collect', async () => {
  bench = await httpBench();
  const { quote, messageId } = await settled(bench);
  const { store } = bench.terminal;
  const row = store.settlements.byMessageId(messageId);
  if (row === null) throw new Error('no settlement');
  bench.sides.mutate = (infno, text) =>
    infno === '2208'
      ? text.replace(/"infcode":"?0"?/, '"infcode":"-1"').replace(/"output":\{.*\}(?=[,}])/, '"output":null')
      : text;
  await giveBack(bench, messageId);
  const refund = store.refunds.ofSettlement(row.id);
  if (refund === null) throw new Error('no refund');
  store.transaction(() => store.refunds.change(refund.id, { state: 'kept' }, bench.clock.now()));
  expect((await bench.post('/bills/settle', { quote }, { key: KEY })).body).toMatchObject({ kind: 'settled' });
});

it('a key whose answer got lost with its process hears the same', async () => {
  bench = await httpBench();
  const quote = await quoted(bench);
  bench.sides.forecast = (to, what) =>
    to === 'centre' && ['2207', '5203', '2601'].includes(what) ? 'lostAfter' : 'fine';
  expect((await bench.post('/bills/settle', { quote }, { key: KEY })).body).toMatchObject({ kind: 'unknown' });
  // Found settled at last, and taken for given back at once, as by people who ended its row so.
  const { store } = bench.terminal;
  const row = store.settlements.get(1);
  if (row === null) throw new Error('no settlement');
  bench.sides.forecast = (to, what) => (to === 'centre' && what === '2601' ? 'lostBefore' : 'fine');
  await bench.quiet();
  if (store.settlements.get(1)?.state === 'settled') await giveBack(bench, row.messageId);
  await bench.quiet();
  const again = await bench.post('/bills/settle', { quote }, { key: KEY });
  expect(again.body['kind']).not.toBe('settled');
});
