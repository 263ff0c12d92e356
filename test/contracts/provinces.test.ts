import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { centreSchema } from '../../kiosk-config/centre.ts';
import { siteSchema } from '../../kiosk-config/site.ts';
import { createCentreGateway } from '../../terminal/gateways/centre/gateway.ts';
import type { CentreGateway } from '../../terminal/gateways/centre/port.ts';
import {
  sampleContext,
  sampleInputs,
  sampleMessageId,
  sampleSender,
} from '../../terminal/gateways/centre/testing/samples.ts';
import { transportOf } from '../../terminal/gateways/centre/transport/of-profile.ts';
import {
  makeAuthority,
  type Received,
  realClock,
  startHttps,
  type TestServer,
} from '../../terminal/gateways/testing/test-server.ts';

/** Provincial differences are data: a site profile says them, and the wire shows them, over HTTPS. */

const authority = makeAuthority();
let server: TestServer;
let gateway: CentreGateway | null = null;
let answerAfterMs = 0;

beforeAll(async () => {
  server = await startHttps(authority, (_request, response) => {
    setTimeout(() => response.end('{"infcode":"0","output":{}}'), answerAfterMs);
  });
});
afterAll(() => server.stop());
beforeEach(() => {
  gateway?.close();
  server.received.length = 0;
  answerAfterMs = 0;
});

const XTIF = { transport: 'x-tif', xtif: { paasId: 'p', tokenFile: 't' } };

/** A gateway as `assemble` makes it of what a site profile has under `centre`. */
function gatewayOf(province: object): CentreGateway {
  const centre = centreSchema.parse({ url: server.url, caFile: 'ca', ...XTIF, ...province });
  const transport = transportOf(centre, () => 'a secret of sixteen');
  if (!transport.ok) throw new Error(transport.error);
  const { connectMs, answerMs, recerSysCode, interfaceVersion, numbersAs, infnos } = centre;
  gateway = createCentreGateway({
    ...{ url: centre.url, ca: authority.ca, connectMs, answerMs, transport: transport.value, refusals: centre },
    sender: { ...sampleSender, recerSysCode, interfaceVersion, numbersAs, infnos },
    ...{ clock: realClock, random: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) } },
  });
  return gateway;
}

async function sent(province: object, infno: '2203' | '2206' | '2207' | '2208' = '2207'): Promise<Received> {
  const centre = gatewayOf(province);
  const built = centre.build(infno, sampleMessageId, sampleInputs[infno], sampleContext);
  if (!built.ok) throw new Error(built.error.field);
  await centre.send(built.value);
  const [received] = server.received;
  if (received === undefined) throw new Error('nothing arrived');
  return received;
}
const bodyOf = (received: Received): Record<string, unknown> => JSON.parse(received.body.toString('utf8'));

describe('transaction numbers of six characters', () => {
  const infnos = { '2203': '2203A', '2206': '2206A', '2207': '2207A' };

  it.each([
    ['2203', '2203A', 'outpatientDocInfoService/outpatientMdtrtinfoUpA'],
    ['2206', '2206A', 'outpatientSettleService/preSettletmentA'],
    ['2207', '2207A', 'outpatientSettleService/saveSettletment'],
  ] as const)('%s goes as %s to its own path', async (infno, number, path) => {
    const received = await sent({ infnos }, infno);
    expect([received.url, bodyOf(received)['infno']]).toEqual([`/fsi/api/${path}`, number]);
  });

  it('what has no number of its own keeps the national one', async () => {
    expect(bodyOf(await sent({ infnos }, '2208'))['infno']).toBe('2208');
  });

  it('a number that no province can have is refused by the profile', () => {
    for (const wrong of [{ '2207': '2207AAA' }, { '22': '2207' }, { '2207': 'a b' }]) {
      expect(centreSchema.safeParse({ url: server.url, caFile: 'ca', ...XTIF, infnos: wrong }).success).toBe(false);
    }
  });
});

it('a path of its own', async () => {
  const own = '/uif-hsaf-med-api/api/medical/2207';
  expect((await sent({ paths: { '2207': own } })).url).toBe(own);
});

it.each(['YBXT', 'LXXT', 'GSXT', 'MBS_LOCAL'])('recer_sys_code %s', async (recerSysCode) => {
  expect(bodyOf(await sent({ recerSysCode }))['recer_sys_code']).toBe(recerSysCode);
});

it('amounts as text', async () => {
  expect((await sent({ numbersAs: 'text' })).body.toString('utf8')).toContain('"medfee_sumamt":"100.00"');
});

it.each([
  [1000, 'timeout'],
  [5000, 'heard'],
])('an answer after 1.5 s, with %i ms of patience: %s', async (answerMs, reason) => {
  answerAfterMs = 1500;
  const centre = gatewayOf({ answerMs });
  const built = centre.build('2202', sampleMessageId, sampleInputs['2202'], sampleContext);
  if (!built.ok) throw new Error(built.error.field);
  const outcome = await centre.send(built.value);
  expect(outcome).toMatchObject(reason === 'timeout' ? { kind: 'unknown', reason } : { kind: 'ok' });
});

it.each([
  ['base36', 1295, true],
  ['digits', 99, true],
  ['digits', 100, false],
  ['milliseconds', 35, true],
  ['milliseconds', 36, false],
])('message ids by %s have room for slot %i: %s', (messageIdPattern, terminalSlot, fits) => {
  const site = {
    ...{ title: 't', institutionCode: 'H99010100017', institutionName: 'n', division: '990100', authority: 'a' },
    ...{
      terminalLabel: 'l',
      operatorNumber: 'o',
      operatorName: 'o',
      helpWindow: '1',
      cashierWindow: '1',
      hotline: '1',
    },
  };
  const parsed = siteSchema.safeParse({ ...site, terminalSlot, messageIdPattern });
  expect(parsed.success).toBe(fits);
  if (!parsed.success)
    expect(parsed.error.issues[0]).toMatchObject({
      path: ['terminalSlot'],
      message: expect.stringContaining('at most'),
    });
});
