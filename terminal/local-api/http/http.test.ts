import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import fc from 'fast-check';
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

describe('the gate', () => {
  it.each([
    ['no token', { token: null }, 401, 'UNAUTHORISED'],
    ['a wrong token', { token: 'x'.repeat(32) }, 401, 'UNAUTHORISED'],
    ['a token in another scheme', { token: null, headers: { authorization: `Basic ${TOKEN}` } }, 401, 'UNAUTHORISED'],
    ['another Host', { headers: { host: 'his.hospital.example' } }, 421, 'HOST'],
    ['another port in Host', { headers: { host: '127.0.0.1:1' } }, 421, 'HOST'],
    ['a page of nowhere', { headers: { origin: 'https://evil.example' } }, 403, 'ORIGIN'],
    ['the null origin', { headers: { origin: 'null' } }, 403, 'ORIGIN'],
  ] as const)('%s', async (_what, asking, status, code) => {
    const { ask } = await open();
    expect(await ask('GET', '/terminal', asking)).toMatchObject({ status, body: { code, defined: true, status } });
  });

  it('an expired token, and one that was taken out of the file', async () => {
    const { ask, file, post } = await open({ expiresOn: '2026-03-01' });
    expect(await ask('GET', '/terminal')).toMatchObject({ status: 401 });
    writeFileSync(file, JSON.stringify({ clients: [] }), { mode: 0o600 });
    expect(await post('/persons', {})).toMatchObject({ status: 401 });
  });

  it('lets nobody in by a file that others may read', async () => {
    const { ask, file, reports } = await open();
    expect((await ask('GET', '/terminal')).status).toBe(200);
    writeFileSync(file, `${readFileSync(file, 'utf8')} `);
    chmodSync(file, 0o644);
    expect((await ask('GET', '/terminal')).status).toBe(401);
    expect(reports.join()).toMatch(/0600/);
  });

  it('a listed page may ask, and reads what a browser must know', async () => {
    const { ask } = await open();
    const headers = { origin: 'https://his.hospital.example' };
    const answer = await ask('GET', '/terminal', { headers });
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([200, headers.origin]);
    const before = await ask('OPTIONS', '/bills/settle', { headers, token: null });
    expect([before.status, before.headers['access-control-allow-headers']]).toEqual([
      204,
      'Authorization, Content-Type, Idempotency-Key',
    ]);
  });

  it('each scope by itself', async () => {
    const { ask, post } = await open({ scopes: ['state'] });
    expect((await ask('GET', '/terminal')).status).toBe(200);
    for (const path of ['/persons', '/card/read', '/bills/settle', '/bills/refund', '/receipts/print']) {
      expect(await post(path, {}), path).toMatchObject({ status: 403, body: { code: 'SCOPE' } });
    }
    expect(await ask('GET', '/notices')).toMatchObject({ status: 403, body: { code: 'SCOPE' } });
  });

  it.each([
    ['GET', '/nowhere', {}, 404, 'NOT_FOUND'],
    ['GET', '/bills/%E0%A4%A', {}, 404, 'NOT_FOUND'],
    ['PUT', '/terminal', {}, 405, 'METHOD'],
    ['POST', '/persons', { raw: '{' }, 400, 'BAD_JSON'],
    ['POST', '/persons', { raw: 'a=1', headers: { 'content-type': 'text/plain' } }, 415, 'NOT_JSON'],
    ['POST', '/persons', { raw: '[]' }, 422, 'INVALID'],
    ['POST', '/persons', { body: { pin: '123456' } }, 422, 'INVALID'],
    ['POST', '/bills/settle', { body: { quote: '0'.repeat(24) } }, 400, 'KEY_MISSING'],
    ['POST', '/bills/settle', { body: { quote: '0'.repeat(24) }, key: 'short' }, 400, 'KEY_MISSING'],
    ['GET', '/bills/OP1', {}, 404, 'NOT_FOUND'],
  ] as const)('%s %s %o', async (method, path, asking, status, code) => {
    const { ask } = await open();
    expect(await ask(method, path, asking)).toMatchObject({ status, body: { code } });
  });

  it('a body beyond the limit', async () => {
    const { send } = await open();
    const headers = { 'content-length': `${5 * 1024 * 1024}` };
    const answer = await send('POST', '/minka/v1/persons', { headers, raw: '{}' }).catch(() => null);
    expect(answer?.body.code ?? 'TOO_LARGE').toBe('TOO_LARGE');
  });

  it('the document and its page need no token', async () => {
    const { ask } = await open();
    const document = await ask('GET', '/openapi.json', { token: null });
    expect(document.body).toMatchObject({ openapi: '3.1.1' });
    const page = await ask('GET', '/', { token: null });
    expect(page.text).toContain('/minka/v1/bills/settle');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  });
});

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

describe('notices and events', () => {
  it('are read from a number, acknowledged once, and are nobody else’s', async () => {
    const { post, ask, quiet } = await open();
    await post('/bills/settle', { quote: await quote(bench) }, { key: KEY });
    await quiet();
    const [notice] = (await ask('GET', '/notices')).body['notices'] as { id: number }[];
    const id = notice?.id ?? 0;
    expect(await post(`/notices/${id}/ack`, {}, { token: OTHER })).toMatchObject({ status: 404 });
    expect(await post(`/notices/${id}/ack`, {})).toMatchObject({ body: { notice: { acknowledged: true } } });
    expect((await ask('GET', '/notices')).body['notices']).toEqual([]);
    expect((await ask('GET', '/notices?all=1')).body['notices']).toHaveLength(1);
    expect((await ask('GET', `/notices?all=1&after=${id}`)).body['notices']).toEqual([]);
    expect(await ask('GET', '/notices?limit=0')).toMatchObject({ status: 422 });
  });

  it('come to who listens, and only what is its own', async () => {
    const { port, through, api } = await open();
    const heard: Record<string, string> = { [TOKEN]: '', [OTHER]: '' };
    const streams = Object.keys(heard).map((token) => {
      const headers = { authorization: `Bearer ${token}` };
      const stream = request({ port, host: '127.0.0.1', path: '/minka/v1/events', headers }, (answer) => {
        answer.on('data', (chunk: Buffer) => {
          heard[token] += chunk.toString('utf8');
        });
        answer.on('error', () => undefined);
      });
      stream.on('error', () => undefined);
      stream.end();
      return stream;
    });
    await through(new Promise((resolve) => setTimeout(resolve, 60)));
    await quote(bench);
    api.events.send({ kind: 'card', card: 'empty' });
    await through(new Promise((resolve) => setTimeout(resolve, 60)));
    expect(heard[TOKEN]).toMatch(/event: hello[\s\S]*event: step[\s\S]*event: bill[\s\S]*event: card/);
    expect(heard[OTHER]).not.toMatch(/event: (step|bill)/);
    expect(heard[OTHER]).toMatch(/event: card/);
    for (const stream of streams) stream.destroy();
  });
});

describe('junk', () => {
  it('bytes that are no HTTP, and half a request', async () => {
    const { port, ask } = await open();
    for (const text of ['\0\0\0\0', 'GET / HTTP/9.9\r\n\r\n', 'POST /minka/v1/persons HTTP/1.1\r\nhost: 127']) {
      await new Promise<void>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => socket.end(text));
        socket.on('close', () => resolve());
        socket.on('error', () => undefined);
        socket.resume();
        setTimeout(() => socket.destroy(), 50);
      });
    }
    expect((await ask('GET', '/terminal')).status).toBe(200);
  });

  it('whatever is asked, the answer is a documented one', async () => {
    const { ask, reports, apiAudit } = await open();
    const paths = [
      '/persons',
      '/bills/prepare',
      '/bills/settle',
      '/bills/compare',
      '/notices/1/ack',
      '/stays/admit',
      '/x',
    ];
    const documented = new Set([200, 400, 404, 405, 409, 415, 422, 429]);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'POST', 'DELETE', 'PATCH'),
        fc.constantFrom(...paths),
        fc.oneof(fc.json(), fc.string(), fc.constant(`{"__proto__":{"x":1}}`)),
        async (method, path, raw) => {
          const { status } = await ask(method, path, { raw, key: 'k'.repeat(20) });
          expect(documented).toContain(status);
        },
      ),
      { numRuns: 150 },
    );
    expect(reports).toEqual([]);
    // Nobody fills the audit chain by asking for nonsense.
    expect(apiAudit.filter(([code]) => code === 'api.refused').length).toBeLessThan(5);
  });
});
