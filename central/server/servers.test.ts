import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inputs, PERSON, show } from '../testing/kit.ts';
import { loadSecrets } from './secrets.ts';
import { type Answered, type Bench, PATHS, PERSON_SEED, SECRETS, sha256, startBench } from './test-client.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.stop());
beforeEach(async () => {
  await bench.admin('POST', '/admin/reset');
});

const body = (answer: Answered): unknown => JSON.parse(answer.body.toString());

describe('the gateway of the centre', () => {
  const url = () => `${bench.central.centre}${PATHS['9001']}`;
  const status = async (headers: Record<string, string>): Promise<number> =>
    (await bench.call(url(), { headers, body: '{}' })).status;

  test('a good signature passes; the answer carries Server-Timing', async () => {
    const answer = await bench.call(url(), { headers: bench.xtif(), body: '{}' });
    expect(answer.status).toBe(200);
    expect(answer.headers['server-timing']).toMatch(/^centre;dur=\d+\.\d\d$/);
  });

  test('each header missing or wrong is 401', async () => {
    for (const name of ['x-tif-paasid', 'x-tif-timestamp', 'x-tif-nonce', 'x-tif-signature']) {
      const { [name]: _gone, ...rest } = bench.xtif();
      expect(await status(rest), name).toBe(401);
      expect(await status(bench.xtif({ [name]: 'x' })), name).toBe(401);
    }
    const answer = await bench.call(url(), { body: '{}' });
    expect(answer.headers['server-timing']).toMatch(/^centre;dur=/);
  });

  test('a timestamp 300 s off passes, 302 s off and milliseconds do not', async () => {
    const at = (offset: number) => ({ 'x-tif-timestamp': String(Math.floor(Date.now() / 1000) + offset) });
    expect(await status(bench.xtif(at(-299)))).toBe(200);
    expect(await status(bench.xtif(at(-302)))).toBe(401);
    expect(await status(bench.xtif(at(302)))).toBe(401);
    expect(await status(bench.xtif({ 'x-tif-timestamp': String(Date.now()) }))).toBe(401);
  });

  test('a nonce works once; one that was refused is not used up', async () => {
    const headers = bench.xtif();
    expect(await status({ ...headers, 'x-tif-signature': 'bad' })).toBe(401);
    expect(await status(headers)).toBe(200);
    expect(await status(headers)).toBe(401);
  });

  test('unknown paths, other methods, too long a body, a number at the wrong address', async () => {
    expect((await bench.call(`${bench.central.centre}/fsi/api/x`, { headers: bench.xtif() })).status).toBe(404);
    expect((await bench.call(url(), { method: 'GET', headers: bench.xtif() })).status).toBe(405);
    const long = await bench.call(url(), { headers: bench.xtif(), body: 'x'.repeat(1_100_000) }).catch(() => null);
    expect(long === null || long.status === 413).toBe(true);
    const here = await bench.send('9001', inputs.signIn());
    expect(show(here['infcode'])).toBe('0');
    const wrong = await bench.call(`${bench.central.centre}${PATHS['2207']}`, {
      headers: bench.xtif(),
      body: JSON.stringify({ ...SIGN_IN, infno: '9001' }),
    });
    expect(wrong.body.toString()).toContain('交易编号与服务地址不符');
  });

  test('plain HTTP gets nothing', async () => {
    const port = Number(new URL(bench.central.centre).port);
    const answered = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk.toString('latin1');
      });
      socket.on('error', () => resolve(text));
      socket.on('close', () => resolve(text));
    });
    expect(answered).not.toContain('HTTP/1.1 200');
  });
});

const SIGN_IN = {
  msgid: 'H99010000001202603020900009999',
  mdtrtarea_admvs: '990100',
  recer_sys_code: 'X',
  infver: 'V1.0',
  opter_type: '2',
  opter: 'K',
  opter_name: 'K',
  inf_time: '2026-03-02 09:00:00',
  fixmedins_code: 'H99010000001',
  fixmedins_name: 'x',
  input: { signIn: { opter_no: 'K', mac: 'm', ip: 'i' } },
};

const ENCOUNTER = {
  encounterId: 'OP1',
  visitedAt: '2026-03-02 08:30:00',
  medicalType: '11',
  department: { code: 'K01', name: '内科', specialty: '03' },
  doctor: { code: 'D001', name: '测试医师' },
  diagnoses: [{ type: '1', order: 1, code: 'J06.900', name: '急性上呼吸道感染' }],
  lines: [
    {
      lineId: 'L1',
      name: '测试药',
      nationalCode: 'XHC00000000000001',
      hospitalCode: 'Y1',
      category: '09',
      count: '2',
      unit: '盒',
      unitPrice: '35.2415',
      amount: '70.48',
      occurredAt: '2026-03-02 08:45:00',
      prescription: null,
    },
  ],
  total: '70.48',
};

describe('the HIS', () => {
  const his = async (verb: string, value: unknown, token = SECRETS.his): Promise<Answered> =>
    bench.call(`${bench.central.his}/his/v1/${verb}`, {
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify(value),
    });
  const result = async (verb: string, value: unknown) => (body(await his(verb, value)) as { result: string }).result;
  const person = { identityNumber: PERSON.certNo, name: PERSON.name, cardNumber: null };
  const report = {
    encounterId: 'OP1',
    holder: 'T1',
    messageId: 'H99010000001202603020900000001',
    mdtrtId: 'M1',
    setlId: 'S1',
    settledAt: '2026-03-02 09:10:00',
    total: '70.48',
    funds: '0.00',
    hospital: '0.00',
    account: '70.48',
    cashDue: '0.00',
  };
  beforeEach(async () => {
    const seed = { person: { identityNumber: PERSON.certNo, name: PERSON.name }, encounter: ENCOUNTER };
    await bench.admin('POST', '/admin/encounters', { encounters: [seed] });
  });

  test('unpaid encounters of exactly this person', async () => {
    expect(body(await his('unpaid', person))).toEqual({ encounters: [ENCOUNTER] });
    expect(body(await his('unpaid', { ...person, name: '别人' }))).toEqual({ encounters: [] });
    expect(body(await his('unpaid', { ...person, identityNumber: 'X' }))).toEqual({ encounters: [] });
  });

  test('a hold is the holder’s, who may take it again; another is told so', async () => {
    expect(await result('hold', { encounterId: 'OP1', holder: 'T1' })).toBe('held');
    expect(await result('hold', { encounterId: 'OP1', holder: 'T1' })).toBe('held');
    expect(await result('hold', { encounterId: 'OP1', holder: 'T2' })).toBe('heldElsewhere');
    expect(await result('hold', { encounterId: 'OP9', holder: 'T2' })).toBe('notFound');
    expect(await result('released', { encounterId: 'OP1', holder: 'T2', reason: 'cancelled' })).toBe('notHeld');
    expect(await result('released', { encounterId: 'OP1', holder: 'T1', reason: 'cancelled' })).toBe('released');
    expect(await result('released', { encounterId: 'OP1', holder: 'T1', reason: 'cancelled' })).toBe('notHeld');
    expect(await result('hold', { encounterId: 'OP1', holder: 'T2' })).toBe('held');
  });

  test('settled: stored, then a duplicate; another settlement or other amounts are a conflict', async () => {
    await result('hold', { encounterId: 'OP1', holder: 'T1' });
    expect(await result('settled', { ...report, holder: 'T2' })).toBe('conflict');
    expect(await result('settled', report)).toBe('stored');
    expect(await result('settled', report)).toBe('duplicate');
    expect(await result('settled', { ...report, account: '70.47', cashDue: '0.01' })).toBe('conflict');
    expect(await result('settled', { ...report, messageId: 'H99010000001202603020900000002' })).toBe('conflict');
    expect(await result('settled', { ...report, encounterId: 'OP9' })).toBe('notFound');
    expect(await result('hold', { encounterId: 'OP1', holder: 'T1' })).toBe('alreadySettled');
    expect(await result('released', { encounterId: 'OP1', holder: 'T1', reason: 'reversed' })).toBe('alreadySettled');
    expect(body(await his('unpaid', person))).toEqual({ encounters: [] });
    const view = (await bench.admin('GET', '/admin/his')) as { encounters: { state: string; settlement: unknown }[] };
    expect(view.encounters).toMatchObject([{ state: 'settled', settlement: { messageId: report.messageId } }]);
  });

  test('money that moved is recorded although the hold was lost', async () => {
    expect(await result('settled', report)).toBe('stored');
  });

  test('a wrong token is 401, junk is 400, an unknown path 404', async () => {
    expect((await his('unpaid', person, 'wrong')).status).toBe(401);
    expect((await his('unpaid', { identityNumber: 1 })).status).toBe(400);
    expect((await his('settled', { ...report, total: 70.48 })).status).toBe(400);
    expect((await his('other', person)).status).toBe(404);
  });

  test('its faults: a reply lost after the hold was taken', async () => {
    await bench.arm({ target: 'his', path: '/his/v1/hold', kind: 'loseReplyAfterCommit' });
    await expect(his('hold', { encounterId: 'OP1', holder: 'T1' })).rejects.toThrow();
    expect(await result('hold', { encounterId: 'OP1', holder: 'T2' })).toBe('heldElsewhere');
  });

  test('a bill whose lines do not sum is refused at seeding', async () => {
    const person = { identityNumber: PERSON.certNo, name: PERSON.name };
    const seed = (encounter: unknown) =>
      bench.admin('POST', '/admin/encounters', { encounters: [{ person, encounter }] });
    await expect(seed({ ...ENCOUNTER, total: '70.49' })).rejects.toThrow('sum to 70.48');
    const lines = ENCOUNTER.lines.map((line) => ({ ...line, amount: '70.49' }));
    await expect(seed({ ...ENCOUNTER, lines, total: '70.49' })).rejects.toThrow('count × unitPrice');
  });
});

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

  test('its faults: stored, but the answer was lost; the same batch again gets the same answers', async () => {
    await bench.arm({ target: 'operator', kind: 'loseReplyAfterCommit' });
    await expect(post([record(1)])).rejects.toThrow();
    expect(await results([record(1)])).toEqual(['stored']);
  });
});

describe('the admin API', () => {
  test('its own token; unknown paths and bad seeds are told', async () => {
    const call = (token: string, path = '/admin/ledger') =>
      bench.call(`${bench.central.admin}${path}`, { method: 'GET', headers: { authorization: `Bearer ${token}` } });
    expect((await call(SECRETS.xtif)).status).toBe(401);
    expect((await call(SECRETS.admin)).status).toBe(200);
    expect((await call(SECRETS.admin, '/admin/none')).status).toBe(404);
    const bad = { ...PERSON_SEED, insurances: [{ ...PERSON_SEED.insurances[0], balance: '3.001' }] };
    await expect(bench.admin('POST', '/admin/people', { people: [bad] })).rejects.toThrow('insurances.0.balance');
  });

  test('a person without a number gets one, and keeps it', async () => {
    const { psnNo: _left, ...seed } = PERSON_SEED;
    const first = (await bench.admin('POST', '/admin/people', { people: [seed] })) as { people: { psnNo: string }[] };
    expect(first.people[0]?.psnNo).toMatch(/^990100\d{23}$/);
    expect(await bench.admin('POST', '/admin/people', { people: [seed] })).toEqual(first);
  });

  test('settings: what is not named stays', async () => {
    await bench.admin('POST', '/admin/settings', { infcodeAs: 'number' });
    expect(await bench.admin('POST', '/admin/settings', { deduplicate: true })).toMatchObject({
      infcodeAs: 'number',
      deduplicate: true,
      notFoundAs: 'empty',
    });
    await expect(bench.admin('POST', '/admin/settings', { infcodeAs: 'roman' })).rejects.toThrow('infcodeAs');
    await expect(bench.admin('POST', '/admin/settings', { unknown: 1 })).rejects.toThrow('400');
    expect(await bench.admin('GET', '/admin/settings')).toMatchObject({ infcodeAs: 'number' });
  });
});

test('ledgers are plain SQLite files that outlive the process; secrets are made once, owner-only', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'central-state-'));
  try {
    const first = await startBench(join(dir, 'state'));
    await first.stop();
    const header = readFileSync(join(dir, 'state', 'centre.db'))
      .subarray(0, 15)
      .toString();
    expect(header).toBe('SQLite format 3');
    const second = await startBench(join(dir, 'state'));
    const view = (await second.admin('GET', '/admin/ledger')) as { people: { psnNo: string }[] };
    expect(view.people.map((row) => row.psnNo)).toEqual([PERSON.psnNo]);
    await second.stop();
    const made = loadSecrets(join(dir, 'secrets'));
    expect(loadSecrets(join(dir, 'secrets'))).toEqual(made);
    expect(new Set(Object.values(made)).size).toBe(4);
    expect(statSync(join(dir, 'secrets', 'xtif-token')).mode & 0o777).toBe(0o600);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
