import { afterEach, expect, it } from 'vitest';
import { endAll } from '../../settlement/testing/start.ts';
import { KEY, LEFT, leave, quoted, settled } from './testing/bill.ts';
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

it('one that two people took back as gone at the centre is not told to collect either', async () => {
  bench = await httpBench();
  const { quote, messageId } = await settled(bench);
  const { store } = bench.terminal;
  const id = store.settlements.byMessageId(messageId)?.id ?? 0;
  store.transaction(() => store.settlements.change(id, { state: 'reversed', live: false }, bench.clock.now()));
  expect((await bench.post('/bills/settle', { quote }, { key: KEY })).body).toMatchObject(isGivenBack);
});

it('a key whose answer was lost with its process hears the same', async () => {
  bench = await httpBench();
  const quote = await quoted(bench);
  leave(bench, quote);
  const settling = bench.room.for({ kind: 'client', name: 'his' }).settle(quote, () => undefined);
  const answer = await bench.clock.until(settling);
  if (answer.kind !== 'settled') throw new Error(answer.kind);
  await bench.quiet();
  await giveBack(bench, answer.value.messageId);
  await bench.quiet();
  bench.restart();
  expect((await bench.post('/bills/settle', { quote }, { key: LEFT })).body).toMatchObject(isGivenBack);
});
