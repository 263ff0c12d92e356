import { afterEach, expect, it } from 'vitest';
import { callers } from '../../billing/testing/callers.ts';
import { endAll } from '../../settlement/testing/start.ts';
import { encounter } from '../../settlement/testing/world.ts';
import { encounterId, KEY, quoted, settled } from './testing/bill.ts';
import { type HttpBench, httpBench, OTHER } from './testing/http-bench.ts';

/** What a client that sees only its own encounters is told of a terminal which others use too. */

let bench: HttpBench;
afterEach(async () => {
  await bench.end();
  endAll();
});

const gone = { status: 404, body: { code: 'NOT_FOUND' } };

/** Everything that a client could do with a settlement or its encounter. */
async function everyWay({ ask, post }: HttpBench, messageId: string, token?: string): Promise<readonly object[]> {
  const as = token === undefined ? {} : { token };
  return [
    await ask('GET', `/bills/${encounterId}`, as),
    await post('/receipts/print', { messageId }, as),
    await post('/receipts/copy', { messageId }, as),
    await post('/bills/refund', { messageId }, { ...as, key: `${KEY}-${messageId.slice(-4)}` }),
  ];
}

it('a settlement of the kiosk’s is not there for a client that asks for its encounter', async () => {
  bench = await httpBench();
  const messageId = await callers(bench).kiosk.pay();
  const met = await bench.post('/persons', {});
  const asked = { person: met.body['person'], encounter: encounter(), useAccount: true };
  expect(await bench.post('/bills/prepare', asked)).toMatchObject({
    status: 409,
    body: { code: 'NOT_DONE', data: { failure: { code: 'HIS_NOTHING_UNPAID' } } },
  });
  for (const said of await everyWay(bench, messageId)) expect(said).toMatchObject(gone);
  expect(bench.sent('2208')).toHaveLength(0);
});

it('nor is what the kiosk settled after the client’s own was given back, and its own is', async () => {
  bench = await httpBench();
  const { messageId } = await settled(bench);
  await bench.post('/bills/refund', { messageId }, { key: `${KEY}-back` });
  await bench.quiet();
  const theirs = await callers(bench).kiosk.pay();
  const [bill, ...others] = await everyWay(bench, theirs);
  expect(bill).toMatchObject({ status: 200, body: { state: 'refunded', messageId } });
  for (const said of others) expect(said).toMatchObject(gone);
  expect(await bench.post('/receipts/copy', { messageId })).toMatchObject({ status: 200 });
  expect(bench.sent('2208')).toHaveLength(1);
});

it('another client’s is not, neither prepared nor paid', async () => {
  bench = await httpBench();
  const quote = await quoted(bench);
  expect(await bench.ask('GET', `/bills/${encounterId}`, { token: OTHER })).toMatchObject(gone);
  expect(await bench.post(`/bills/${encounterId}/abandon`, {}, { token: OTHER })).toMatchObject(gone);
  const answer = await bench.post('/bills/settle', { quote }, { key: KEY });
  const { messageId } = answer.body['bill'] as { messageId: string };
  for (const said of await everyWay(bench, messageId, OTHER)) expect(said).toMatchObject(gone);
});
