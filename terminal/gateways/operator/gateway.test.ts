import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { OperatorRecord } from '../../../common/contracts/operator/records.ts';
import { makeAuthority, type Received, realClock, startHttps, type TestServer } from '../testing/test-server.ts';
import { createOperatorGateway } from './gateway.ts';
import type { OperatorGateway } from './port.ts';

let server: TestServer;
let operator: OperatorGateway;
let answer: (request: Received, response: ServerResponse) => void;

beforeAll(async () => {
  const authority = makeAuthority();
  server = await startHttps(authority, (request, response) => answer(request, response));
  operator = createOperatorGateway({
    url: server.url,
    ca: authority.ca,
    token: 'operator-token',
    connectMs: 3000,
    answerMs: 5000,
    clock: realClock,
  });
});
afterEach(() => {
  server.received.length = 0;
});
afterAll(async () => {
  operator.close();
  await server.stop();
});

function say(body: unknown, status = 200, headers: Record<string, string> = {}): void {
  answer = (_request, response) => void response.writeHead(status, headers).end(JSON.stringify(body));
}

const key = (n: number) => n.toString(16).padStart(32, '0');
const record = (n: number): OperatorRecord => ({
  key: key(n),
  kind: 'settlement',
  terminal: 'T7',
  institution: 'H99010100001',
  sequence: n,
  occurredAt: '2026-03-02 09:00:00',
  body: { total: '100.00', person: '李*兰' },
});

describe('operator', () => {
  it('receives the exact batch under the hash of its bytes', async () => {
    say({ answers: [1, 2].map((n) => ({ key: key(n), result: 'stored' })) });
    const text = operator.write([record(1), record(2)]);
    expect(await operator.post(text)).toMatchObject({ ok: true, value: { reply: { answers: [{ key: key(1) }, {}] } } });
    const [request] = server.received;
    expect(request).toMatchObject({ method: 'POST', url: '/operator/v1/records' });
    expect(String(request?.body)).toBe(text);
    expect(request?.headers.authorization).toBe('Bearer operator-token');
    expect(request?.headers['idempotency-key']).toBe(
      createHash('sha256')
        .update(request?.body ?? '')
        .digest('hex'),
    );
  });

  it.each([
    ['leaves a row out', [1]],
    ['names one twice', [1, 1]],
    ['names one once too often', [1, 2, 2]],
    ['names a stranger', [1, 3]],
    ['says too much', [1, 2, 3]],
  ])('an answer that %s is a bad one', async (_name, keys) => {
    say({ answers: keys.map((n) => ({ key: key(n), result: 'stored' })) });
    const posted = await operator.post(operator.write([record(1), record(2)]));
    expect(posted).toMatchObject({ ok: false, error: { kind: 'unknown', reason: 'badAnswer' } });
  });

  it('asks for patience with Retry-After', async () => {
    say({}, 429, { 'retry-after': '30' });
    const posted = await operator.post(operator.write([record(1)]));
    expect(posted).toMatchObject({ ok: false, error: { kind: 'unknown', status: 429, retryAfterMs: 30_000 } });
  });

  it('a repeated key with another body (422) is a refusal of the content', async () => {
    say({}, 422);
    const posted = await operator.post(operator.write([record(1)]));
    expect(posted).toMatchObject({ ok: false, error: { kind: 'refused', about: 'content' } });
  });

  it('is asked for one record', async () => {
    say({ state: 'stored' });
    expect(await operator.state(key(7))).toEqual({ ok: true, value: 'stored' });
    expect(server.received[0]).toMatchObject({ method: 'GET', url: `/operator/v1/records/${key(7)}` });
    expect(server.received[0]?.headers['content-length']).toBeUndefined();
    say({ state: 'lost' });
    expect(await operator.state(key(7))).toMatchObject({ ok: false, error: { reason: 'badAnswer' } });
  });

  it('is asked for many records at once, and must answer for each', async () => {
    const [one, two] = [key(1), key(2)];
    const stored = { key: one, state: 'stored' };
    say({ states: [{ key: two, state: 'unknown' }, stored] });
    const answer = await operator.query([one, two]);
    expect(answer.ok && [...answer.value]).toEqual([
      [two, 'unknown'],
      [one, 'stored'],
    ]);
    expect(server.received[0]).toMatchObject({ method: 'POST', url: '/operator/v1/records/query' });
    expect(JSON.parse(String(server.received[0]?.body))).toEqual({ keys: [one, two] });
    for (const states of [[stored], [stored, stored], [stored, { key: key(3), state: 'stored' }]]) {
      say({ states });
      expect(await operator.query([one, two])).toMatchObject({ ok: false, error: { reason: 'badAnswer' } });
    }
  });

  it('a batch that breaks the contract is never written', () => {
    expect(() => operator.write([])).toThrow();
    expect(() => operator.write([{ ...record(1), key: 'x' }])).toThrow();
  });
});
