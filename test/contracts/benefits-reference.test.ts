import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { medicalSummarySchema } from '../../common/contracts/benefits/medical-summary.ts';
import { pii } from '../../common/kernel/pii.ts';
import { createBenefitsGateway } from '../../terminal/gateways/benefits/gateway.ts';
import type { BenefitsGateway } from '../../terminal/gateways/benefits/port.ts';
import { makeAuthority, realClock, startHttps, type TestServer } from '../../terminal/gateways/testing/test-server.ts';
import { medicalViewOf } from '../../terminal/services/medical.ts';
import { askService } from '../../terminal/services/resident-services.ts';
import { cardId, person, type Reference, secrets, startReference } from './testing/reference.ts';

/** The terminal's client, the contract's document and the reference server, over HTTPS. */

let reference: Reference;
let gateway: BenefitsGateway;
const holder = pii({ ...person, cardId, regionCode: null });
const timing = () => undefined;

/** The medical account, as it is opened. */
const first = { service: 'medical', part: null } as const;

beforeAll(async () => {
  reference = await startReference();
  gateway = createBenefitsGateway({ ...reference.target(reference.urls.benefits), token: secrets.benefits });
});
afterAll(async () => {
  gateway.close();
  await reference.stop();
});

describe('the reference server', () => {
  it('answers a summary that passes every identity', async () => {
    const timed: string[] = [];
    const answer = await askService({ benefits: gateway, timing: (step) => timed.push(step) }, holder, first);
    expect(answer).toMatchObject({
      ok: true,
      value: { schemes: ['310'], balance: 50_000, visits: 0, deductible: { amount: 20_000, used: 0 } },
    });
    expect(timed).toEqual(['benefits.medical']);
  });

  it('each refusal is what a person is told', async () => {
    const ask = (benefits: BenefitsGateway, changes: Partial<typeof person> = {}) =>
      askService({ benefits, timing }, pii({ ...person, ...changes, cardId, regionCode: null }), first);
    expect(await ask(gateway, { name: '测试丙' })).toMatchObject({ ok: false, error: { code: 'BENEFITS_NO_RECORD' } });
    const stranger = createBenefitsGateway({ ...reference.target(reference.urls.benefits), token: 'not-the-token' });
    expect(await ask(stranger)).toMatchObject({ error: { code: 'BENEFITS_BAD_ANSWER' } });
    stranger.close();
    const faults = { http500: 'UNREACHABLE', http429: 'UNREACHABLE', http404html: 'BAD_ANSWER', garbage: 'BAD_ANSWER' };
    for (const [kind, code] of Object.entries({ ...faults, redirect307: 'BAD_ANSWER', halfBody: 'UNREACHABLE' })) {
      await reference.admin('/admin/faults', { arm: [{ target: 'benefits', kind }] });
      expect([kind, await ask(gateway)]).toMatchObject([kind, { ok: false, error: { code: `BENEFITS_${code}` } }]);
    }
    expect(await ask(gateway)).toMatchObject({ ok: true });
    expect(await askService({ benefits: null, timing }, holder, first)).toMatchObject({
      error: { code: 'BENEFITS_UNREACHABLE' },
    });
  });
});

/** One settled visit of the answer. */
function visit(day: string, total: string, funds: string, hospital: string, account: string, cash: string) {
  const amounts = { total, funds, hospital, account, cash };
  return { settledAt: `${day} 10:11:12`, place: '海川市第二人民医院', medType: '11', ...amounts };
}

const whole = {
  schemes: [{ scheme: '310', category: '11' }],
  account: { balance: '12.30', asOf: '2026-02-18 09:44:31' },
  year: {
    year: '2026',
    scheme: '310',
    deductible: { amount: '300.00', used: '300.00' },
    poolCeiling: { amount: null, used: '60.00' },
    layers: [
      { layer: 'pool', paid: '60.00' },
      { layer: 'assistance', paid: '5.00' },
    ],
    visits: 2,
    totalFees: '100.00',
    hospital: '1.00',
    selfPaid: '34.00',
  },
  months: [
    { month: '2026-01', funds: '0.00', account: '0.00', cash: '4.00' },
    { month: '2026-02', funds: '65.00', account: '20.00', cash: '10.00' },
  ],
  encounters: [
    visit('2026-02-03', '96.00', '65.00', '1.00', '20.00', '10.00'),
    visit('2026-01-09', '4.00', '0.00', '0.00', '0.00', '4.00'),
  ],
  asOf: '2026-02-18 09:44:31',
};

describe('an answer that does not add up is not shown', () => {
  const read = (change: (answer: typeof whole) => void) => {
    const answer = structuredClone(whole);
    change(answer);
    return medicalViewOf(medicalSummarySchema.parse(answer));
  };

  it('as it stands it does', () => {
    expect(read(() => undefined)).toMatchObject({ totalFees: 10_000, account: 2000, cash: 1400, hospital: 100 });
  });

  it('of very many visits the newest are enough', () => {
    expect(read((answer) => answer.encounters.pop())?.encounters).toHaveLength(1);
  });

  it.each<[string, (answer: typeof whole) => void]>([
    ['the total', (a) => Object.assign(a.year, { totalFees: '100.01' })],
    ['the hospital’s part', (a) => Object.assign(a.year, { hospital: '0.99' })],
    ['the person’s part', (a) => Object.assign(a.year, { selfPaid: '33.99' })],
    ['a month', (a) => Object.assign(a.months[1] ?? {}, { funds: '64.99' })],
    ['a layer twice', (a) => a.year.layers.push({ layer: 'pool', paid: '0.00' })],
    ['a month twice', (a) => Object.assign(a.months[1] ?? {}, { month: '2026-01' })],
    ['a month of another year', (a) => Object.assign(a.months[0] ?? {}, { month: '2025-01' })],
    ['a month left out', (a) => a.months.shift()],
    ['a visit', (a) => Object.assign(a.encounters[0] ?? {}, { cash: '10.01' })],
    [
      'a visit and its parts, and the year',
      (a) => Object.assign(a.encounters[1] ?? {}, { total: '3.00', cash: '3.00' }),
    ],
    ['a visit too many', (a) => a.encounters.push(visit('2026-01-02', '0.00', '0.00', '0.00', '0.00', '0.00'))],
    ['no visit of two', (a) => a.encounters.splice(0)],
  ])('%s', (_what, change) => {
    expect(read(change)).toBeNull();
  });
});

describe('junk from the other side', () => {
  let server: TestServer;
  let client: BenefitsGateway;
  let body = '';
  beforeAll(async () => {
    const authority = makeAuthority();
    server = await startHttps(authority, (_request, response) => {
      response.writeHead(200).end(body);
    });
    client = createBenefitsGateway({
      url: server.url,
      ca: authority.ca,
      token: 'token',
      connectMs: 3000,
      answerMs: 5000,
      clock: realClock,
    });
  });
  afterAll(async () => {
    client.close();
    await server.stop();
  });

  it('never throws and never becomes a summary', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json(), fc.constant('x'.repeat(100_000))), async (junk) => {
        body = junk;
        expect(await askService({ benefits: client, timing }, holder, first)).toMatchObject({ ok: false });
      }),
      { numRuns: 60 },
    );
  });

  it('nor a summary with one value replaced', async () => {
    const places = ['account', 'year', 'months', 'asOf', 'schemes'] as const;
    const wrong = fc.constantFrom<unknown>(null, 7, -1, '12.3', '-1.00', '1e3', [], {}, 'x');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), wrong, async (place, value) => {
        body = JSON.stringify({ ...whole, [place]: place === 'months' && Array.isArray(value) ? [7] : value });
        expect(await askService({ benefits: client, timing }, holder, first)).toMatchObject({
          error: { code: 'BENEFITS_BAD_ANSWER' },
        });
      }),
      { numRuns: 60 },
    );
  });
});

/** The parts of OpenAPI 3.1 that our document uses, strict: a word that 3.1 does not know in its place is an error. */
const media = z.strictObject({ 'application/json': z.strictObject({ schema: z.record(z.string(), z.unknown()) }) });
const header = z.strictObject({ description: z.string(), required: z.boolean(), schema: z.object({}) });
const response = z.strictObject({
  description: z.string().min(4),
  headers: z.record(z.string(), header).optional(),
  content: media,
});
const operation = z.strictObject({
  operationId: z.string(),
  summary: z.string(),
  description: z.string(),
  tags: z.array(z.string()),
  requestBody: z.strictObject({ required: z.literal(true), content: media }),
  responses: z.record(z.string().regex(/^[2-5]\d\d$/), response),
});
const openapi = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.strictObject({
    title: z.string(),
    version: z.string(),
    description: z.string(),
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.string(), description: z.string() })),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  tags: z.array(z.strictObject({ name: z.string(), description: z.string() })),
  components: z.strictObject({
    securitySchemes: z.record(z.string(), z.strictObject({ type: z.literal('http'), scheme: z.literal('bearer') })),
  }),
  paths: z.record(z.string().startsWith('/benefits/v1/'), z.strictObject({ post: operation })),
});

describe('docs/benefits-openapi.json', () => {
  const document = openapi.parse(JSON.parse(readFileSync('docs/benefits-openapi.json', 'utf8')));
  const { post } = document.paths['/benefits/v1/medical-summary'] ?? expect.unreachable();

  it('is OpenAPI 3.1, with every refusal in words and the header of those that ask to wait', () => {
    expect(Object.keys(post.responses)).toEqual(['200', '401', '404', '422', '429', '503']);
    for (const status of ['429', '503']) {
      expect(post.responses[status]?.headers?.['retry-after']?.required, status).toBe(true);
    }
    for (const used of document.security.flatMap((each) => Object.keys(each))) {
      expect(Object.keys(document.components.securitySchemes)).toContain(used);
    }
  });

  it('whose schemas take what the contract takes: read from the document alone', () => {
    const schemaOf = (content: z.output<typeof media>) =>
      z.fromJSONSchema(content['application/json'].schema as Parameters<typeof z.fromJSONSchema>[0]);
    const ask = schemaOf(post.requestBody.content);
    expect(ask.safeParse(person).success).toBe(true);
    for (const junk of [null, {}, { ...person, name: '' }, { ...person, pin: '1' }]) {
      expect(ask.safeParse(junk).success).toBe(false);
    }
    const answer = schemaOf((post.responses['200'] ?? expect.unreachable()).content);
    expect(answer.safeParse(whole).success).toBe(true);
    expect(answer.safeParse({ ...whole, asOf: 'now' }).success).toBe(false);
  });
});
