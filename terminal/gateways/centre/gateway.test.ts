import { describe, expect, it } from 'vitest';
import { unwrapPii } from '../../../common/kernel/pii.ts';
import { realClock, startHttps } from '../testing/test-server.ts';
import { createCentreGateway } from './gateway.ts';
import { gatewayBench, good, setlinfo } from './testing/gateway-bench.ts';
import { sampleSender } from './testing/samples.ts';
import { xTifSignature, xTifTransport } from './transport/x-tif.ts';

const bench = gatewayBench();
const { newGateway, request, say, settle, answers } = bench;

describe('what goes out', () => {
  it('is the stored bytes, signed anew at each send', async () => {
    say(good);
    const message = request('2207');
    const copy = Buffer.from(message.bytes);
    // As after a restart: number and bytes are all that is left.
    await bench.gateway.send({ infno: '2207', bytes: new Uint8Array(copy) });
    await bench.gateway.send(message);
    const [first, second] = bench.server.received;
    expect(first?.body).toEqual(copy);
    expect(second?.body).toEqual(copy);
    expect(first?.url).toBe('/fsi/api/outpatientSettleService/saveSettletmentV2');
    for (const { headers } of bench.server.received) {
      const [time, nonce] = [String(headers['x-tif-timestamp']), String(headers['x-tif-nonce'])];
      expect(headers['x-tif-signature']).toBe(xTifSignature('token', time, nonce));
      expect(Math.abs(Number(time) - Date.now() / 1000)).toBeLessThan(5);
      expect(headers['x-tif-paasid']).toBe('minka-lab');
    }
    expect(first?.headers['x-tif-nonce']).not.toBe(second?.headers['x-tif-nonce']);
  });

  it('what changes something has a connection of its own, reads share one', async () => {
    say({ infcode: 0, output: {} });
    for (const infno of ['5203', '5203', '2205', '2205', '2601', '5203'] as const)
      await bench.gateway.send(request(infno));
    const [a, b, c, d, e, f] = bench.server.received.map((received) => received.port);
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
    expect(await bench.gateway.send(request('2601'))).toMatchObject({ kind: 'ok', output: {} });
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
    say(body, status, { location: `${bench.server.url}/elsewhere`, 'retry-after': '2' });
    const outcome = await settle();
    expect(outcome).toMatchObject({ kind: 'unknown', reason, retryAfterMs: 2000 });
    expect(bench.server.received).toHaveLength(1);
  });

  it('a redirect to itself, for ever', async () => {
    answers((received, response) => response.writeHead(307, { location: received.url }).end());
    expect(await settle()).toMatchObject({ kind: 'unknown', reason: 'redirect' });
    expect(bench.server.received).toHaveLength(1);
  });

  it('no answer, a cut answer, a huge one', async () => {
    const hasty = newGateway(200);
    answers(() => undefined);
    expect(await hasty.send(request('2207'))).toMatchObject({ kind: 'unknown', reason: 'timeout', reply: null });
    answers((_request, response) => response.socket?.destroy());
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
    const gone = await startHttps(bench.authority, () => undefined);
    await gone.stop();
    const other = createCentreGateway({
      url: gone.url,
      ca: bench.authority.ca,
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
