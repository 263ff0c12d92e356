import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { faultKinds } from '../../../common/contracts/fault-kinds.ts';
import { isObject, type JsonObject, parseJson } from '../../core/json.ts';
import { inputs, node } from '../../testing/inputs.ts';
import { show } from '../../testing/kit.ts';
import { PERSON } from '../../testing/people.ts';
import { type Answered, type Bench, PERSON_SEED, startBench } from '../testing/bench.ts';
import { faultSchema } from './fault.ts';

/** Each fault as a client meets it: over real HTTPS, against a real ledger. */
let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.stop());

interface View {
  readonly settlements: readonly { readonly msgid: string; readonly state: string }[];
}
const settled = async (): Promise<readonly string[]> => {
  const view = (await bench.admin('GET', '/admin/ledger')) as View;
  return view.settlements.filter((row) => row.state === 'settled').map((row) => row.msgid);
};

/** A visit pre-settled, and the bytes of its 2207 under a message id. */
let mdtrtId = '';
let settleInput: JsonObject = {};
let msgid = '';
beforeEach(async () => {
  await bench.admin('POST', '/admin/reset');
  await bench.admin('POST', '/admin/people', { people: [PERSON_SEED] });
  await bench.send('9001', inputs.signIn());
  const registered = await bench.send('2201', inputs.register());
  mdtrtId = show(node(node(registered, 'output'), 'data')['mdtrt_id']);
  await bench.send('2203', inputs.describe(mdtrtId));
  await bench.send('2204', inputs.fees(mdtrtId));
  const before = node(node(await bench.send('2206', inputs.preSettle(mdtrtId)), 'output'), 'setlinfo');
  settleInput = inputs.settle(mdtrtId, before);
  msgid = bench.newMsgid();
});

const arm = (kind: string, more: Record<string, unknown> = {}): Promise<void> =>
  bench.arm({ target: 'centre', infno: '2207', kind, ...more });
const settle = (timeoutMs?: number): Promise<Answered> => bench.message('2207', settleInput, msgid, timeoutMs);
const envelope = (answer: Answered): JsonObject => {
  const body = parseJson(answer.body);
  if (!isObject(body)) throw new Error('no envelope');
  return body;
};
const waitFor = async (check: () => Promise<boolean>): Promise<void> => {
  for (let i = 0; i < 100 && !(await check()); i++) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await check()).toBe(true);
};

describe('the connection breaks', () => {
  test('loseReplyAfterCommit: no reply, but it is settled, and 5203 finds it', async () => {
    await arm('loseReplyAfterCommit');
    await expect(settle()).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(await settled()).toEqual([msgid]);
    const found = node(node(await bench.send('5203', inputs.query(mdtrtId)), 'output'), 'setlinfo');
    expect(show(found['medins_setl_id'])).toBe(msgid);
  });

  test('loseBeforeCommit: no reply, nothing settled; 2601 fences the late copy', async () => {
    await arm('loseBeforeCommit');
    await expect(settle()).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(await settled()).toEqual([]);
    expect(show((await bench.send('2601', inputs.reverse(msgid)))['infcode'])).toBe('-1');
    expect(show(envelope(await settle())['err_msg'])).toContain('不能再次使用');
    expect(await settled()).toEqual([]);
  });

  test('delayThenCommitAfterHangup: the client gives up first, and it is settled after that', async () => {
    await arm('delayThenCommitAfterHangup', { afterMs: 60 });
    await expect(settle(150)).rejects.toThrow('client gave up');
    expect(await settled()).toEqual([]);
    await waitFor(async () => (await settled()).length === 1);
  });

  test('halfBody: the head promises more than comes', async () => {
    await arm('halfBody');
    await expect(settle()).rejects.toThrow(/aborted|ECONNRESET/);
    expect(await settled()).toEqual([msgid]);
  });

  test('refuseConnections: ECONNREFUSED, and the same port comes back', async () => {
    await arm('refuseConnections', { ms: 150, infno: undefined });
    await expect(settle()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(await settled()).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(show(envelope(await settle())['infcode'])).toBe('0');
  });

  test('tlsReset: the handshake fails, no request byte was read', async () => {
    await arm('tlsReset', { infno: undefined });
    await expect(settle()).rejects.toThrow(/ECONNRESET|disconnected before secure/);
    const log = (await bench.admin('GET', '/admin/log')) as { byInfno: Record<string, unknown> };
    expect(log.byInfno['2207']).toBeUndefined();
    expect(show(envelope(await settle())['infcode'])).toBe('0');
  });
});

describe('time', () => {
  test('delayMs: the answer comes late and says so in Server-Timing', async () => {
    await arm('delayMs', { ms: 120 });
    const start = performance.now();
    const answer = await settle();
    expect(performance.now() - start).toBeGreaterThanOrEqual(115);
    const timing = /^centre;dur=([\d.]+)$/.exec(String(answer.headers['server-timing']))?.[1];
    expect(Number(timing)).toBeGreaterThanOrEqual(115);
    expect(await settled()).toEqual([msgid]);
  });

  test('slowDrip: byte by byte, whole in the end', async () => {
    await arm('slowDrip', { ms: 0 });
    const answer = await settle();
    expect(answer.body.length).toBeGreaterThan(500);
    expect(show(envelope(answer)['infcode'])).toBe('0');
  });

  test('slowDrip: a client that gives up has no answer, and it is settled', async () => {
    await arm('slowDrip', { ms: 20 });
    await expect(settle(150)).rejects.toThrow(/gave up|aborted/);
    expect(await settled()).toEqual([msgid]);
  });
});

describe('a gateway answers in the centre’s place', () => {
  test.each([
    ['http500', 500],
    ['http404html', 404],
    ['http409', 409],
    ['http429', 429],
    ['redirect307', 307],
  ])('%s', async (kind, status) => {
    await arm(kind);
    const answer = await settle();
    expect(answer.status).toBe(status);
    expect(String(answer.headers['content-type'])).toContain('text/html');
    expect(await settled()).toEqual([]);
    expect(answer.headers['retry-after']).toBe(kind === 'http429' ? '1' : undefined);
    expect(answer.headers['location'] !== undefined).toBe(kind === 'redirect307');
  });

  test('http500 with commit: the error page hides a settlement', async () => {
    await arm('http500', { commit: true });
    expect((await settle()).status).toBe(500);
    expect(await settled()).toEqual([msgid]);
  });

  test('garbage: 200, and neither JSON nor UTF-8', async () => {
    await arm('garbage');
    const answer = await settle();
    expect([answer.status, parseJson(answer.body)]).toEqual([200, null]);
    expect(await settled()).toEqual([msgid]);
  });
});

describe('an envelope that says something else', () => {
  test('nullOutput: infcode 0 without an output, settled', async () => {
    await arm('nullOutput');
    const body = envelope(await settle());
    expect([show(body['infcode']), body['output']]).toEqual(['0', null]);
    expect(await settled()).toEqual([msgid]);
  });

  test('infcodeNumber: a JSON number', async () => {
    await arm('infcodeNumber');
    expect((await settle()).body.toString()).toContain('"infcode":0,');
  });

  test('businessRefusal and systemError: in the given words, nothing settled', async () => {
    await arm('businessRefusal', { err_msg: '账户余额发生变化，请重新刷卡' });
    const refusal = envelope(await settle());
    expect([show(refusal['infcode']), show(refusal['err_msg'])]).toEqual(['-1', '账户余额发生变化，请重新刷卡']);
    await arm('systemError');
    expect(show(envelope(await settle())['err_msg'])).toMatch(/^系统异常/);
    expect(await settled()).toEqual([]);
  });

  const info = (answer: Answered): JsonObject => node(node(envelope(answer), 'output'), 'setlinfo');

  test('wrongPerson: another number and name, the ledger has the right one', async () => {
    await arm('wrongPerson');
    const lied = info(await settle());
    expect(show(lied['psn_no'])).not.toBe(PERSON.psnNo);
    expect(show(lied['psn_name'])).not.toBe(PERSON.name);
    const view = (await bench.admin('GET', '/admin/ledger')) as { settlements: { psnNo: string }[] };
    expect(view.settlements.map((row) => row.psnNo)).toEqual([PERSON.psnNo]);
  });

  test('wrongAmounts: the funds no longer sum to their total', async () => {
    await arm('wrongAmounts');
    const lied = info(await settle());
    expect(show(lied['hifp_pay'])).toBe('57.69');
    expect(show(lied['fund_pay_sumamt'])).toBe('56.69');
  });

  test('wrongMsgid: another sender’s message id', async () => {
    await arm('wrongMsgid');
    expect(show(info(await settle())['medins_setl_id'])).not.toBe(msgid);
    expect(await settled()).toEqual([msgid]);
  });
});

describe('arming', () => {
  test('times, skip, and only the transaction that is meant', async () => {
    await bench.arm({ target: 'centre', infno: '5203', kind: 'http500', times: 2, skip: 1 });
    const statuses: number[] = [];
    for (let i = 0; i < 4; i++) statuses.push((await bench.message('5203', inputs.query(mdtrtId))).status);
    expect(statuses).toEqual([200, 500, 500, 200]);
    await arm('http500');
    expect((await bench.message('5203', inputs.query(mdtrtId))).status).toBe(200);
    await bench.admin('POST', '/admin/faults', { clear: true });
    expect((await settle()).status).toBe(200);
  });

  test('a kind of the envelope needs the centre; an unknown kind is refused', () => {
    expect(faultSchema.safeParse({ target: 'his', kind: 'wrongPerson' }).success).toBe(false);
    expect(faultSchema.safeParse({ target: 'his', kind: 'http500' }).success).toBe(true);
    expect(faultSchema.safeParse({ target: 'centre', kind: 'explode' }).success).toBe(false);
  });

  test('every kind is met by a test of this file', async () => {
    const { readFileSync } = await import('node:fs');
    const text = readFileSync(new URL(import.meta.url), 'utf8');
    expect(faultKinds.filter((kind) => !text.includes(`'${kind}'`))).toEqual([]);
  });

  test('the log counts what arrived, answered or not', async () => {
    await arm('loseBeforeCommit');
    await expect(settle()).rejects.toThrow();
    await settle();
    const log = (await bench.admin('GET', '/admin/log')) as { byInfno: Record<string, unknown> };
    expect(log.byInfno['2207']).toEqual({ count: 2, handled: 1, msgids: [msgid, msgid] });
  });
});
