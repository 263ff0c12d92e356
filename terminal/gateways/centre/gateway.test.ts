import type { ServerResponse } from 'node:http';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CentreInput, Infno } from '../../../common/contracts/centre/transactions.ts';
import { unwrapPii } from '../../../common/kernel/pii.ts';
import {
  type Authority,
  makeAuthority,
  type Received,
  realClock,
  startHttps,
  type TestServer,
} from '../testing/test-server.ts';
import { createCentreGateway } from './gateway.ts';
import type { CentreGateway, CentreRequest } from './port.ts';
import { sampleContext, sampleInputs, sampleMessageId, sampleSender } from './testing/samples.ts';
import { xTifSignature, xTifTransport } from './x-tif.ts';

const setlinfo = {
  mdtrt_id: 'M1',
  setl_id: 'S1',
  psn_no: 'P1',
  setl_time: '2026-03-02 09:00:00',
  medfee_sumamt: 100.0,
  fulamt_ownpay_amt: 0,
  overlmt_selfpay: 0,
  preselfpay_amt: 0,
  inscp_scp_amt: 100,
  fund_pay_sumamt: 60,
  psn_part_amt: 40,
  acct_pay: 40,
  psn_cash_pay: 0,
};
const good = { infcode: '0', inf_refmsgid: '990100X', err_msg: null, output: { setlinfo, setldetail: [] } };

let server: TestServer;
let authority: Authority;
let gateway: CentreGateway;
let answer: (request: Received, response: ServerResponse) => void;

beforeAll(async () => {
  authority = makeAuthority();
  server = await startHttps(authority, (request, response) => answer(request, response));
  gateway = newGateway(5000);
});
afterEach(() => {
  server.received.length = 0;
});
afterAll(async () => {
  gateway.close();
  await server.stop();
});

function newGateway(answerMs: number): CentreGateway {
  return createCentreGateway({
    url: server.url,
    ca: authority.ca,
    connectMs: 2000,
    answerMs,
    sender: sampleSender,
    refusals: { refusalCodes: ['-1', '7001'], systemErrorTexts: ['系统异常', 'SYSTEM_ERROR'] },
    transport: xTifTransport({ paasId: 'minka-lab', token: 'token' }),
    clock: realClock,
    random: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
  });
}

function request<I extends Infno>(infno: I): CentreRequest<I> {
  const input: CentreInput<I> = sampleInputs[infno];
  const built = gateway.build(infno, sampleMessageId, input, sampleContext);
  if (!built.ok) throw new Error(built.error.field);
  return built.value;
}

function say(body: unknown, status = 200, headers: Record<string, string> = {}): void {
  answer = (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
  };
}

const settle = () => gateway.send(request('2207'));

describe('what goes out', () => {
  it('is the stored bytes, signed anew at each send', async () => {
    say(good);
    const message = request('2207');
    const copy = Buffer.from(message.bytes);
    // As after a restart: number and bytes are all that is left.
    await gateway.send({ infno: '2207', bytes: new Uint8Array(copy) });
    await gateway.send(message);
    const [first, second] = server.received;
    expect(first?.body).toEqual(copy);
    expect(second?.body).toEqual(copy);
    expect(first?.url).toBe('/fsi/api/outpatientSettleService/saveSettletmentV2');
    for (const { headers } of server.received) {
      const [time, nonce] = [String(headers['x-tif-timestamp']), String(headers['x-tif-nonce'])];
      expect(headers['x-tif-signature']).toBe(xTifSignature('token', time, nonce));
      expect(Math.abs(Number(time) - Date.now() / 1000)).toBeLessThan(5);
      expect(headers['x-tif-paasid']).toBe('minka-lab');
    }
    expect(first?.headers['x-tif-nonce']).not.toBe(second?.headers['x-tif-nonce']);
  });

  it('what changes something has a connection of its own, reads share one', async () => {
    say({ infcode: 0, output: {} });
    for (const infno of ['5203', '5203', '2205', '2205', '2601', '5203'] as const) await gateway.send(request(infno));
    const [a, b, c, d, e, f] = server.received.map((received) => received.port);
    expect([b, f]).toEqual([a, a]);
    expect(new Set([a, c, d, e]).size).toBe(4);
  });
});

describe('settled', () => {
  it.each([
    ['text', '0'],
    ['a number', 0],
  ])('infcode as %s', async (_name, infcode) => {
    say({ ...good, infcode }, 200, { 'server-timing': 'app;dur=3' });
    const outcome = await settle();
    expect(outcome).toMatchObject({
      kind: 'ok',
      output: { setlinfo: { medfee_sumamt: 10000, acct_pay: 4000 }, setldetail: [] },
      centreMessageId: '990100X',
      timing: { serverMs: 3 },
    });
    if (outcome.kind === 'ok') expect(unwrapPii(outcome.reply)).toContain('"setl_id":"S1"');
  });

  it('amounts by their source text, whatever the content type', async () => {
    const body = JSON.stringify(good).replace('"acct_pay":40,', '"acct_pay":4.0e1,');
    say(body, 200, { 'content-type': 'text/html;charset=GBK' });
    expect(await settle()).toMatchObject({ kind: 'ok', output: { setlinfo: { acct_pay: 4000 } } });
  });

  it.each([null, undefined, '', {}, []])('2601 with output %j', async (output) => {
    say({ infcode: 0, output });
    expect(await gateway.send(request('2601'))).toMatchObject({ kind: 'ok', output: {} });
  });
});

describe('refused', () => {
  it.each([
    [200, '-1', '人员已参加结算'],
    [200, -1, '费用总额与已上传不等'],
    [200, 7001, 'x'],
    [400, -1, 'x'],
    [500, '-1', 'x'],
  ])('HTTP %i, infcode %j', async (status, infcode, err_msg) => {
    say({ infcode, err_msg, output: null }, status);
    expect(await settle()).toMatchObject({ kind: 'refused', infcode: String(infcode), message: err_msg });
  });

  it('the words are one short line that shows no identity number', async () => {
    say({ infcode: -1, err_msg: `人员11010519491231002X未参保${'啊'.repeat(500)}\n\tat com.example.Service` });
    const outcome = await settle();
    if (outcome.kind !== 'refused') throw new Error(outcome.kind);
    expect(outcome.message).toMatch(/^人员110\*+002X未参保啊+$/);
    expect([...outcome.message]).toHaveLength(200);
  });
});

describe('unknown', () => {
  it.each([
    ['redirect', 307, JSON.stringify(good)],
    ['redirect', 302, ''],
    ['status', 409, JSON.stringify({ infcode: -1, err_msg: '重复' })],
    ['status', 429, JSON.stringify({ infcode: -1, err_msg: 'slow down' })],
    ['status', 404, '<html>404</html>'],
    ['status', 500, '<html>oops</html>'],
    ['status', 502, ''],
    ['status', 503, '{"message":"no infcode"}'],
    ['status', 500, JSON.stringify(good)],
    ['status', 201, JSON.stringify(good)],
    ['unparsable', 200, ''],
    ['unparsable', 200, '<html>login</html>'],
    ['unparsable', 200, '{"infcode":0,"output":{"setlinfo"'],
    ['unparsable', 200, '[]'],
    ['unparsable', 200, '"0"'],
    ['unparsable', 200, '{"infcode":null}'],
    ['unparsable', 200, Buffer.from('{"infcode":"0","err_msg":"\u00c0\u00ee"}', 'latin1')],
    ['noOutput', 200, '{"infcode":0,"output":null}'],
    ['noOutput', 200, '{"infcode":0}'],
    ['noOutput', 200, '{"infcode":0,"output":""}'],
    ['badOutput', 200, '{"infcode":0,"output":{}}'],
    ['badOutput', 200, '{"infcode":0,"output":"{}"}'],
    ['badOutput', 200, JSON.stringify({ ...good, output: { setlinfo: { ...setlinfo, acct_pay: 0.125 } } })],
    ['systemError', 200, JSON.stringify({ infcode: -1, err_msg: '系统异常，请稍后再试' })],
    ['infcode', 200, JSON.stringify({ infcode: -2, err_msg: 'x' })],
    ['infcode', 200, JSON.stringify({ infcode: '00', output: good.output })],
    ['infcode', 200, JSON.stringify({ infcode: '0.0', output: good.output })],
  ])('%s: HTTP %i %s', async (reason, status, body) => {
    say(body, status, { location: `${server.url}/elsewhere`, 'retry-after': '2' });
    const outcome = await settle();
    expect(outcome).toMatchObject({ kind: 'unknown', reason, retryAfterMs: 2000 });
    expect(server.received).toHaveLength(1);
  });

  it('a redirect to itself, for ever', async () => {
    answer = (received, response) => response.writeHead(307, { location: received.url }).end();
    expect(await settle()).toMatchObject({ kind: 'unknown', reason: 'redirect' });
    expect(server.received).toHaveLength(1);
  });

  it('no answer, a cut answer, a huge one', async () => {
    const hasty = newGateway(200);
    answer = () => undefined;
    expect(await hasty.send(request('2207'))).toMatchObject({ kind: 'unknown', reason: 'timeout', reply: null });
    answer = (_request, response) => response.socket?.destroy();
    expect(await settle()).toMatchObject({ kind: 'unknown', reason: 'reset' });
    say(`{"infcode":0,"x":"${'y'.repeat(5_000_000)}"}`);
    expect(await settle()).toMatchObject({ kind: 'unknown', reason: 'tooBig' });
    hasty.close();
  });

  it('its detail names the place and no value', async () => {
    say({ ...good, output: { setlinfo: { ...setlinfo, psn_no: `SECRET${'9'.repeat(40)}` } } });
    const outcome = await settle();
    expect(outcome).toMatchObject({ kind: 'unknown', reason: 'badOutput', detail: 'output.setlinfo.psn_no' });
    expect(JSON.stringify(outcome)).not.toContain('SECRET');
  });
});

describe('not sent', () => {
  it('the centre is not there', async () => {
    const gone = await startHttps(authority, () => undefined);
    await gone.stop();
    const other = createCentreGateway({
      url: gone.url,
      ca: authority.ca,
      connectMs: 1000,
      answerMs: 1000,
      sender: sampleSender,
      refusals: { refusalCodes: ['-1'], systemErrorTexts: [] },
      transport: xTifTransport({ paasId: 'p', token: 't' }),
      clock: realClock,
      random: { bytes: (length) => new Uint8Array(length) },
    });
    expect(await other.send(request('2207'))).toEqual({ kind: 'notSent', reason: 'refused', detail: 'ECONNREFUSED' });
    other.close();
  });
});

describe('junk', () => {
  /** Each has 150 connections of its own. */
  const patient = { timeout: 60_000 };
  const setl = fc.record({ setlinfo: fc.anything(), setldetail: fc.anything() });
  const envelope = fc.record({ infcode: fc.anything(), err_msg: fc.anything(), output: fc.oneof(fc.anything(), setl) });

  it('of any kind is an outcome, never a throw, and never "settled" by accident', patient, async () => {
    const bodies = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      fc.json().map((text) => Buffer.from(text)),
      envelope.map((value) =>
        Buffer.from(JSON.stringify(value, (_k, v) => (typeof v === 'bigint' ? String(v) : v)) ?? ''),
      ),
    );
    await fc.assert(
      fc.asyncProperty(bodies, fc.constantFrom(200, 200, 200, 400, 500), async (body, status) => {
        say(body, status);
        const outcome = await settle();
        expect(['unknown', 'refused']).toContain(outcome.kind);
      }),
      { numRuns: 150 },
    );
  });

  it('a good answer with one byte changed is settled with sound types, or unknown', patient, async () => {
    const bytes = Buffer.from(JSON.stringify(good));
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }), async (at, value) => {
        const changed = Buffer.from(bytes);
        changed[at] = value;
        say(changed);
        const outcome = await settle();
        if (outcome.kind === 'ok') expect(Number.isSafeInteger(outcome.output.setlinfo.medfee_sumamt)).toBe(true);
        else expect(['unknown', 'refused']).toContain(outcome.kind);
      }),
      { numRuns: 150 },
    );
  });
});

describe('9102 answers with a file', () => {
  const zip = Buffer.from('504b0304ffee0080', 'hex');
  it('whole, byte for byte, whatever type it claims to be', async () => {
    for (const type of ['application/octet-stream', 'application/json']) {
      say(zip, 200, { 'content-type': type });
      const outcome = await gateway.send(request('9102'));
      if (outcome.kind !== 'ok') throw new Error(JSON.stringify(outcome));
      expect(Buffer.from(outcome.output.data.file).equals(zip)).toBe(true);
      expect(unwrapPii(outcome.reply)).toBe(zip.toString('base64'));
    }
  });

  it('or with an envelope that says no; anything else is unknown, also to another transaction', async () => {
    say({ infcode: '-1', err_msg: '文件查询号不存在' });
    expect(await gateway.send(request('9102'))).toMatchObject({ kind: 'refused', message: '文件查询号不存在' });
    say({ infcode: '0', err_msg: null, output: { data: { filename: 'x' } } });
    expect((await gateway.send(request('9102'))).kind).toBe('unknown');
    say(zip, 500);
    expect((await gateway.send(request('9102'))).kind).toBe('unknown');
    say(zip);
    expect((await gateway.send(request('3202'))).kind).toBe('unknown');
  });
});
