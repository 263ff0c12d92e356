import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { endAll } from '../../settlement/testing/start.ts';
import { encounter } from '../../settlement/testing/world.ts';
import { KEY, quoted as quote } from './testing/bill.ts';
import { type HttpBench, httpBench, OTHER, TOKEN } from './testing/http-bench.ts';

let bench: HttpBench;
const open = async (options?: Parameters<typeof httpBench>[0]): Promise<HttpBench> => {
  bench = await httpBench(options);
  return bench;
};
afterEach(async () => {
  await bench.end();
  endAll();
});

const bill = () => encounter();

describe('money', () => {
  it('is settled once under one key, however often it is asked', async () => {
    const { post, sent, told } = await open();
    const body = { quote: await quote(bench) };
    const first = await post('/bills/settle', body, { key: KEY });
    expect(first).toMatchObject({ status: 200, body: { kind: 'settled', next: 'done' } });
    const again = await post('/bills/settle', body, { key: KEY });
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(sent('2207')).toHaveLength(1);
    expect(told.filter((line) => line.startsWith('seen'))).toHaveLength(2);
  });

  it('another payload under the same key is refused, and changes nothing', async () => {
    const { post, sent } = await open();
    const body = { quote: await quote(bench) };
    await post('/bills/settle', body, { key: KEY });
    const other = await post('/bills/settle', { quote: 'f'.repeat(24) }, { key: KEY });
    expect(other).toMatchObject({ status: 422, body: { code: 'KEY_REUSED' } });
    expect(sent('2207')).toHaveLength(1);
  });

  it('keys are each client’s own', async () => {
    const { post } = await open();
    await post('/bills/settle', { quote: await quote(bench) }, { key: KEY });
    const other = await post('/bills/settle', { quote: 'f'.repeat(24) }, { key: KEY, token: OTHER });
    expect(other).toMatchObject({
      status: 200,
      body: { kind: 'refused', failure: { code: 'BILL_GONE' }, next: 'again' },
    });
  });

  it('while it moves: the same key is told to wait, another key on the same bill too, and neither moves anything', async () => {
    const { post, send, through, sent } = await open();
    const body = { quote: await quote(bench) };
    const first = send('POST', '/minka/v1/bills/settle', { body, key: KEY });
    await new Promise((resolve) => setTimeout(resolve, 30));
    const [same, other] = await Promise.all([
      send('POST', '/minka/v1/bills/settle', { body, key: KEY }),
      send('POST', '/minka/v1/bills/settle', { body, key: `${KEY}-b` }),
    ]);
    expect(same).toMatchObject({ status: 409, body: { code: 'IN_FLIGHT' }, headers: { 'retry-after': '1' } });
    expect(other).toMatchObject({ status: 409, body: { code: 'BUSY' } });
    expect(await through(first)).toMatchObject({ body: { kind: 'settled' } });
    expect(sent('2207')).toHaveLength(1);
    // A key that was refused as busy was not used up.
    expect(await post('/bills/settle', { quote: 'f'.repeat(24) }, { key: `${KEY}-b` })).toMatchObject({ status: 200 });
  });

  it('a client that goes in the middle finds the answer under its key, in its notices, and in the bill', async () => {
    const { post, ask, port, clock, sent, told } = await open();
    const body = { quote: await quote(bench) };
    const text = JSON.stringify(body);
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', 'idempotency-key': KEY };
    const gone = request({ port, host: '127.0.0.1', method: 'POST', path: '/minka/v1/bills/settle', headers });
    gone.on('error', () => undefined);
    gone.end(text);
    await new Promise((resolve) => setTimeout(resolve, 30));
    gone.destroy();
    await clock.advance(120_000);
    expect(told).toEqual([]);
    const again = await post('/bills/settle', body, { key: KEY });
    expect(again).toMatchObject({
      status: 200,
      body: { kind: 'settled' },
      headers: { 'idempotency-replayed': 'true' },
    });
    expect(sent('2207')).toHaveLength(1);
    const notices = await ask('GET', '/notices');
    expect(notices.body['notices']).toMatchObject([{ kind: 'settled', acknowledged: false }]);
    expect(await ask('GET', `/bills/${bill().encounterId}`)).toMatchObject({ body: { state: 'settled' } });
    expect(told).toHaveLength(2);
  });

  it('nobody who comes back: after ten minutes people are called', async () => {
    const { port, clock, told } = await open();
    const text = JSON.stringify({ quote: await quote(bench) });
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', 'idempotency-key': KEY };
    const gone = request({ port, host: '127.0.0.1', method: 'POST', path: '/minka/v1/bills/settle', headers });
    gone.on('error', () => undefined);
    gone.end(text);
    await new Promise((resolve) => setTimeout(resolve, 30));
    gone.destroy();
    await new Promise((resolve) => setTimeout(resolve, 30));
    await clock.advance(700_000);
    expect(told.map((line) => line.split(' ')[0])).toEqual(['left']);
  });

  it('the next process answers a key as this one did, and knows it used', async () => {
    const { post, restart, sent } = await open();
    const body = { quote: await quote(bench) };
    const first = await post('/bills/settle', body, { key: KEY });
    restart();
    expect((await post('/bills/settle', body, { key: KEY })).body).toEqual(first.body);
    expect(await post('/bills/settle', { quote: 'f'.repeat(24) }, { key: KEY })).toMatchObject({ status: 422 });
    expect(sent('2207')).toHaveLength(1);
  });

  it('unknown is said as unknown, and the same key tells how it ended', async () => {
    const { post, ask, sides, quiet, sent } = await open();
    const body = { quote: await quote(bench) };
    sides.forecast = (to, what) => (to === 'centre' && ['2207', '5203', '2601'].includes(what) ? 'lostBefore' : 'fine');
    const answer = await post('/bills/settle', body, { key: KEY });
    expect(answer).toMatchObject({ status: 200, body: { kind: 'unknown', next: 'wait' } });
    expect(await ask('GET', `/bills/${bill().encounterId}`)).toMatchObject({ body: { state: 'unknown' } });
    sides.forecast = () => 'fine';
    await quiet();
    expect(await post('/bills/settle', body, { key: KEY })).toMatchObject({ body: { kind: 'refused', next: 'again' } });
    expect(sent('2207')).toHaveLength(0);
  });

  it('two clients on one encounter: the second hears that it is in other hands, and sees nothing of it', async () => {
    const { post, ask } = await open();
    await quote(bench);
    const met = await post('/persons', {}, { token: OTHER });
    const asked = { person: met.body['person'], encounter: bill(), useAccount: true };
    expect(await post('/bills/prepare', asked, { token: OTHER })).toMatchObject({
      status: 409,
      body: { code: 'BUSY', data: { failure: { code: 'BILL_BUSY' } } },
    });
    expect(await ask('GET', `/bills/${bill().encounterId}`, { token: OTHER })).toMatchObject({ status: 404 });
  });

  it('is given back under a key of its own; another client may not', async () => {
    const { post, ask, quiet, sent } = await open();
    const settled = await post('/bills/settle', { quote: await quote(bench) }, { key: KEY });
    const { messageId } = settled.body['bill'] as { messageId: string };
    await quiet();
    const theirs = await post('/bills/refund', { messageId }, { key: `${KEY}-r`, token: OTHER });
    expect(theirs).toMatchObject({ status: 404 });
    const back = await post('/bills/refund', { messageId }, { key: `${KEY}-r` });
    expect(back).toMatchObject({ status: 200, body: { kind: 'settled', bill: { messageId } } });
    expect((await post('/bills/refund', { messageId }, { key: `${KEY}-r` })).body).toEqual(back.body);
    await quiet();
    expect(sent('2208')).toHaveLength(1);
    const kinds = (await ask('GET', '/notices')).body['notices'] as { kind: string }[];
    expect(kinds.map(({ kind }) => kind)).toEqual(['settled', 'refunded']);
  });
});
