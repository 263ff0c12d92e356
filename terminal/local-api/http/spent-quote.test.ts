import { afterEach, expect, it } from 'vitest';
import { endAll } from '../../settlement/testing/start.ts';
import { encounterId, KEY, quoted, settled } from './testing/bill.ts';
import { type HttpBench, httpBench, OTHER } from './testing/http-bench.ts';

let bench: HttpBench;
afterEach(async () => {
  await bench.end();
  endAll();
});
const again = `${KEY}-again`;
const ask = (quote: string, key = again, token?: string) =>
  bench.post('/bills/settle', { quote }, { key, ...(token === undefined ? {} : { token }) });
const alreadySettled = { kind: 'refused', failure: { code: 'BILL_SETTLED' }, next: 'read' };
const gone = { kind: 'refused', failure: { code: 'BILL_GONE' }, next: 'again' };

it('a new key on a quote that is settled is told so, by the next process too, and nothing is paid again', async () => {
  bench = await httpBench();
  const { quote, messageId } = await settled(bench);
  expect((await ask(quote)).body).toMatchObject(alreadySettled);
  bench.restart();
  expect((await ask(quote)).body).toMatchObject(alreadySettled);
  expect((await ask(quote, `${again}-2`)).body).toMatchObject(alreadySettled);
  expect((await bench.ask('GET', `/bills/${encounterId}`)).body).toMatchObject({ state: 'settled', messageId });
  expect(bench.sent('2207')).toHaveLength(1);
});

it('it is not priced again either, by the same word', async () => {
  bench = await httpBench();
  const { quote } = await settled(bench);
  expect((await bench.post('/bills/reprice', { quote, useAccount: false })).body).toMatchObject({
    code: 'NOT_DONE',
    data: { failure: { code: 'BILL_SETTLED' } },
  });
});

it('nobody else hears of it', async () => {
  bench = await httpBench();
  const { quote } = await settled(bench);
  expect((await ask(quote, again, OTHER)).body).toMatchObject(gone);
});

it('while nobody knows how the first key ends, the second does not either; then the first one has it alone', async () => {
  bench = await httpBench();
  const quote = await quoted(bench);
  bench.sides.forecast = (to, what) => {
    if (to !== 'centre') return 'fine';
    return what === '2207' ? 'lostAfter' : ['5203', '2601'].includes(what) ? 'lostBefore' : 'fine';
  };
  const first = await ask(quote, KEY);
  expect(first.body).toMatchObject({ kind: 'unknown', next: 'wait' });
  const { messageId } = first.body;
  expect((await ask(quote)).body).toMatchObject({ kind: 'unknown', messageId, next: 'wait' });
  bench.sides.forecast = () => 'fine';
  await bench.quiet();
  expect((await ask(quote, KEY)).body).toMatchObject({ kind: 'settled', bill: { messageId } });
  expect((await ask(quote)).body).toMatchObject(alreadySettled);
  expect(bench.sent('2207')).toHaveLength(1);
});

it('what was given back since is no settlement: the quote is gone', async () => {
  bench = await httpBench();
  const { quote, messageId } = await settled(bench);
  await bench.post('/bills/refund', { messageId }, { key: `${KEY}-r` });
  await bench.quiet();
  expect((await ask(quote)).body).toMatchObject(gone);
});
