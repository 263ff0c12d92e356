import type { ServerResponse } from 'node:http';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pii } from '../../../common/kernel/pii.ts';
import {
  type Authority,
  makeAuthority,
  type Received,
  realClock,
  startHttps,
  type TestServer,
} from '../testing/test-server.ts';
import { createHisGateway } from './gateway.ts';
import type { HisGateway } from './port.ts';

let authority: Authority;
let server: TestServer;
let his: HisGateway;
let answer: (request: Received, response: ServerResponse) => void;

beforeAll(async () => {
  authority = makeAuthority();
  server = await startHttps(authority, (request, response) => answer(request, response));
  his = createHisGateway({
    url: server.url,
    ca: authority.ca,
    token: 'his-token',
    connectMs: 3000,
    answerMs: 5000,
    clock: realClock,
  });
});
afterEach(() => {
  server.received.length = 0;
});
afterAll(async () => {
  his.close();
  await server.stop();
});

function say(body: unknown, status = 200, headers: Record<string, string> = {}): void {
  answer = (_request, response) => {
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

const person = pii({ identityNumber: '11010519491231002X', name: '𠮷秀兰', cardNumber: 'A99000123' });
const hold = () => his.hold({ encounterId: 'OP1', holder: 'T7-1' });
const encounter = {
  encounterId: 'OP1',
  visitedAt: '2026-03-02 08:40:00',
  medicalType: '11',
  department: { code: '0301', name: '心血管内科', specialty: 'A03' },
  doctor: { code: 'D1', name: '王医生' },
  diagnoses: [{ type: '1', order: 1, code: 'I10', name: '高血压' }],
  lines: [
    {
      lineId: 'L1',
      name: '阿司匹林',
      nationalCode: 'X',
      hospitalCode: 'Y',
      category: '09',
      count: '2',
      unit: null,
      unitPrice: '17.6208',
      amount: '35.24',
      occurredAt: '2026-03-02 08:40:00',
      prescription: null,
    },
  ],
  total: '35.24',
};

describe('HIS', () => {
  it('is asked with the person and its token, and answers encounters', async () => {
    say({ identityNumber: '11010519491231002X', encounters: [encounter] }, 200, { 'server-timing': 'app;dur=2' });
    const unpaid = await his.unpaid(person);
    expect(unpaid).toMatchObject({ ok: true, value: { reply: { encounters: [encounter] }, timing: { serverMs: 2 } } });
    const [request] = server.received;
    expect(request).toMatchObject({ method: 'POST', url: '/his/v1/unpaid' });
    expect(request?.headers.authorization).toBe('Bearer his-token');
    expect(JSON.parse(String(request?.body))).toEqual({
      identityNumber: '11010519491231002X',
      name: '𠮷秀兰',
      cardNumber: 'A99000123',
    });
  });

  it('bills of anybody else are no answer', async () => {
    say({ identityNumber: '990100194912310038', encounters: [encounter] });
    expect(await his.unpaid(person)).toMatchObject({
      ok: false,
      error: { kind: 'unknown', reason: 'badAnswer', detail: 'identityNumber' },
    });
  });

  it.each(['held', 'heldElsewhere', 'alreadySettled', 'notFound'])('hold: %s', async (result) => {
    say({ result });
    expect(await hold()).toMatchObject({ ok: true, value: { reply: { result } } });
  });

  it('a notice is delivered byte for byte, as often as needed', async () => {
    say({ result: 'released' });
    const text = his.write('released', { encounterId: 'OP1', holder: 'T7-1', reason: 'reversed' });
    await his.deliver('released', text);
    const again = await his.deliver('released', text);
    expect(again).toMatchObject({ ok: true, value: { reply: { result: 'released' } } });
    expect(server.received.map(({ url, body }) => [url, String(body)])).toEqual([
      ['/his/v1/released', text],
      ['/his/v1/released', text],
    ]);
  });

  it('is told of a refund, and asked what it has of a message id and a hold', async () => {
    const messageId = 'H99010100001202603020900000701';
    const facts = { encounterId: 'OP1', messageId, mdtrtId: 'M1', setlId: 'S1', total: '1.00' };
    const refunded = his.write('refunded', { ...facts, refundedAt: '2026-03-02 11:00:00', cashReturned: '0.00' });
    say({ result: 'notSettled' });
    expect(await his.deliver('refunded', refunded)).toMatchObject({
      ok: true,
      value: { reply: { result: 'notSettled' } },
    });
    say({ settlement: 'refunded', held: false });
    const asked = await his.query({ encounterId: 'OP1', messageId, holder: null });
    expect(asked).toMatchObject({ ok: true, value: { reply: { settlement: 'refunded', held: false } } });
    expect(server.received.map(({ url }) => url)).toEqual(['/his/v1/refunded', '/his/v1/query']);
    say({ settlement: 'perhaps', held: false });
    expect(await his.query({ encounterId: 'OP1', messageId, holder: null })).toMatchObject({
      ok: false,
      error: { kind: 'unknown', reason: 'badAnswer' },
    });
  });

  it('a notice that breaks the contract is never written', () => {
    const settled = {
      encounterId: 'OP1',
      holder: 'T7-1',
      messageId: 'short',
      mdtrtId: 'M1',
      setlId: 'S1',
      settledAt: '2026-03-02 09:00:00',
      total: '1.00',
      funds: '1.00',
      hospital: '0.00',
      account: '0.00',
      cashDue: '0.00',
    };
    expect(() => his.write('settled', settled)).toThrow();
    expect(his.write('settled', { ...settled, messageId: 'H99010100001202603020900000701' })).toContain(
      '"cashDue":"0.00"',
    );
  });

  it.each([
    [400, 'content'],
    [422, 'content'],
    [401, 'access'],
    [403, 'access'],
    [404, 'access'],
  ])('HTTP %i is a refusal about %s', async (status, about) => {
    say('<html></html>', status);
    expect(await hold()).toMatchObject({ ok: false, error: { kind: 'refused', status, about } });
  });

  it.each([
    ['redirect', 307, '{"result":"held"}'],
    ['status', 204, ''],
    ['status', 409, '{"result":"held"}'],
    ['status', 429, '{"result":"held"}'],
    ['status', 503, 'later'],
    ['badAnswer', 200, ''],
    ['badAnswer', 200, '<html></html>'],
    ['badAnswer', 200, '{"result":"perhaps"}'],
    ['badAnswer', 200, 'null'],
  ])('%s: HTTP %i %s', async (reason, status, body) => {
    say(body, status, { location: '/his/v1/hold', 'retry-after': '3' });
    expect(await hold()).toMatchObject({ ok: false, error: { kind: 'unknown', reason, status, retryAfterMs: 3000 } });
    expect(server.received).toHaveLength(1);
  });

  it('a float for an amount is a bad answer that names the field', async () => {
    say({ identityNumber: '11010519491231002X', encounters: [{ ...encounter, total: 35.24 }] });
    expect(await his.unpaid(person)).toMatchObject({
      ok: false,
      error: { kind: 'unknown', reason: 'badAnswer', detail: 'encounters.0.total' },
    });
  });

  it('silence, a cut line, nobody there', async () => {
    const target = { url: server.url, token: 't', connectMs: 3000, answerMs: 150, clock: realClock };
    const hasty = createHisGateway({ ...target, ca: authority.ca });
    answer = () => undefined;
    const silence = await hasty.hold({ encounterId: 'OP1', holder: 'T' });
    expect(silence).toMatchObject({ ok: false, error: { kind: 'unknown', reason: 'timeout' } });
    hasty.close();
    answer = (_request, response) => response.socket?.destroy();
    expect(await hold()).toMatchObject({ ok: false, error: { kind: 'unknown', reason: 'reset' } });
    const stranger = createHisGateway({ ...target, ca: makeAuthority().ca });
    const refused = await stranger.hold({ encounterId: 'OP1', holder: 'T' });
    expect(refused).toMatchObject({ ok: false, error: { kind: 'notSent', reason: 'certificate' } });
    stranger.close();
  });

  it('junk is a bad answer, never a throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (body) => {
        say(body);
        expect(await his.unpaid(person)).toMatchObject({ ok: false, error: { kind: 'unknown', reason: 'badAnswer' } });
      }),
      { numRuns: 60 },
    );
  });
});
