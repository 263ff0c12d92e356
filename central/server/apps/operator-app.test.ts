import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkpointsApi } from '../../../common/contracts/operator/checkpoints.ts';
import { PERSON } from '../../testing/people.ts';
import { type Answered, type Bench, SECRETS, sha256, startBench } from '../testing/bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.stop());
beforeEach(async () => {
  await bench.admin('POST', '/admin/reset');
});

const body = (answer: Answered): unknown => JSON.parse(answer.body.toString());

describe('the operator', () => {
  const record = (n: number, change: Record<string, unknown> = {}) => ({
    key: String(n).padStart(32, '0'),
    kind: 'settlement',
    terminal: 'T1',
    institution: 'H99010000001',
    sequence: n,
    occurredAt: '2026-03-02 09:10:00',
    body: { total: 7048 },
    ...change,
  });
  const post = (records: unknown, headers: Record<string, string> = {}): Promise<Answered> => {
    const text = JSON.stringify({ records });
    const own = { authorization: `Bearer ${SECRETS.operator}`, 'idempotency-key': sha256(text) };
    return bench.call(`${bench.central.operator}/operator/v1/records`, { headers: { ...own, ...headers }, body: text });
  };
  const results = async (records: unknown) =>
    (body(await post(records)) as { answers: { result: string }[] }).answers.map((answer) => answer.result);

  test('stored, replayed for the same batch, duplicate in another', async () => {
    expect(await results([record(1)])).toEqual(['stored']);
    expect(await results([record(1)])).toEqual(['stored']);
    expect(await results([record(1), record(2)])).toEqual(['duplicate', 'stored']);
    const view = (await bench.admin('GET', '/admin/operator')) as { records: unknown[] };
    expect(view.records).toEqual([record(1), record(2)]);
  });

  test('one bad row never holds up the others', async () => {
    const rows = [record(1), record(2, { kind: 'gossip' }), record(3), record(1, { sequence: 9 })];
    expect(await results(rows)).toEqual(['stored', 'rejected', 'stored', 'rejected']);
  });

  test('a record that holds an identity number is rejected', async () => {
    expect(await results([record(1, { body: { note: `of ${PERSON.certNo}.` } })])).toEqual(['rejected']);
    expect(await results([record(2, { body: { note: '990***********102X' } })])).toEqual(['stored']);
  });

  test('the idempotency key is the hash of the body', async () => {
    expect((await post([record(1)], { 'idempotency-key': sha256('other') })).status).toBe(400);
    expect((await post([record(1)], { 'idempotency-key': '' })).status).toBe(400);
    expect((await post([record(1)], { authorization: 'Bearer x' })).status).toBe(401);
    expect((await post('junk')).status).toBe(400);
    expect((await post([])).status).toBe(400);
    expect((await post([{ kind: 'settlement' }])).status).toBe(400);
  });

  test('the state of a key', async () => {
    const state = async (key: string) => {
      const headers = { authorization: `Bearer ${SECRETS.operator}` };
      return body(await bench.call(`${bench.central.operator}/operator/v1/records/${key}`, { method: 'GET', headers }));
    };
    await results([record(1)]);
    expect(await state(record(1).key)).toEqual({ state: 'stored' });
    expect(await state(record(2).key)).toEqual({ state: 'unknown' });
  });

  test('the states of many keys in one request', async () => {
    const ask = (value: unknown) =>
      bench.call(`${bench.central.operator}/operator/v1/records/query`, {
        headers: { authorization: `Bearer ${SECRETS.operator}` },
        body: JSON.stringify(value),
      });
    await results([record(1)]);
    const keys = [record(2).key, record(1).key];
    expect(body(await ask({ keys }))).toEqual({
      states: [
        { key: keys[0], state: 'unknown' },
        { key: keys[1], state: 'stored' },
      ],
    });
    expect((await ask({ keys: [] })).status).toBe(400);
    expect((await ask({})).status).toBe(400);
  });

  test('checkpoints of audit chains: exported with the token, and what contradicts them is an alarm', async () => {
    const hash = (digit: string) => digit.repeat(64);
    const checkpoint = (n: number, seq: number, digit: string) =>
      record(n, {
        kind: 'audit-checkpoint',
        body: {
          chain: hash('c').slice(0, 32),
          slot: 7,
          seq,
          hash: hash(digit),
          at: '2026-03-02 09:10:00',
          previous: null,
        },
      });
    expect(await results([checkpoint(1, 5, 'a'), checkpoint(2, 5, 'b')])).toEqual(['stored', 'rejected']);
    const get = (authorization: string) =>
      bench.call(`${bench.central.operator}${checkpointsApi.path}`, { method: 'GET', headers: { authorization } });
    const exported = checkpointsApi.out.strict().parse(body(await get(`Bearer ${SECRETS.operator}`)));
    expect(exported.checkpoints).toMatchObject([{ terminal: 'T1', seq: 5, hash: hash('a') }]);
    expect(exported.alarms).toMatchObject([{ reason: 'contradicts', seq: 5, hash: hash('b') }]);
    expect((await get('Bearer x')).status).toBe(401);
    const view = (await bench.admin('GET', '/admin/operator')) as { alarms: unknown[] };
    expect(view.alarms).toEqual(exported.alarms);
  });

  test('its faults: stored, but the answer was lost; the same batch again gets the same answers', async () => {
    await bench.arm({ target: 'operator', kind: 'loseReplyAfterCommit' });
    await expect(post([record(1)])).rejects.toThrow();
    expect(await results([record(1)])).toEqual(['stored']);
  });
});
