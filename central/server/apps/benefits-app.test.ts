import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { assistanceSchema } from '../../../common/contracts/benefits/assistance.ts';
import { contributionsSchema } from '../../../common/contracts/benefits/contributions.ts';
import { coverageSchema } from '../../../common/contracts/benefits/coverage.ts';
import { entitlementsSchema } from '../../../common/contracts/benefits/entitlements.ts';
import { housingSchema } from '../../../common/contracts/benefits/housing.ts';
import { injurySchema } from '../../../common/contracts/benefits/injury.ts';
import { maternitySchema } from '../../../common/contracts/benefits/maternity.ts';
import { medicalSummarySchema } from '../../../common/contracts/benefits/medical-summary.ts';
import { pensionSchema } from '../../../common/contracts/benefits/pension.ts';
import { residentPensionSchema } from '../../../common/contracts/benefits/resident-pension.ts';
import { loadCareers } from '../../people/load.ts';
import { PERSON } from '../../testing/people.ts';
import { type Answered, type Bench, read, SECRETS, startBench } from '../testing/bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.stop());

const ask = { identityNumber: PERSON.certNo, name: PERSON.name, cardNumber: PERSON.cardNumber };
const bearer = { authorization: `Bearer ${SECRETS.benefits}`, 'content-type': 'application/json' };

function post(body: unknown, headers: Record<string, string> = bearer): Promise<Answered> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return bench.call(`${bench.central.benefits}/benefits/v1/medical-summary`, { headers, body: text });
}

describe('people with a working life', () => {
  const [engineer] = [...loadCareers().values()].filter(({ city }) => city === 'harbin');
  const who = { identityNumber: engineer?.identityNumber, name: engineer?.name };
  const call = (verb: string, body: unknown) => bench.benefits(verb, body);

  test('pension, contributions and entitlements fit their contracts', async () => {
    expect(pensionSchema.parse(read(await call('pension', who)))).toMatchObject({ city: '哈尔滨市' });
    const all = contributionsSchema.parse(read(await call('contributions', { ...who, year: '2010' })));
    // Three insurances have rates in that city and time.
    expect(all.rows).toHaveLength(36);
    expect(entitlementsSchema.parse(read(await call('entitlements', who))).offers).toContain('pension');
  });

  test('injury, maternity and housing fit their contracts', async () => {
    expect(injurySchema.parse(read(await call('injury', who)))).toMatchObject({ accident: null });
    expect(maternitySchema.parse(read(await call('maternity', who)))).toMatchObject({ births: [] });
    expect(residentPensionSchema.parse(read(await call('resident-pension', who)))).toMatchObject({
      state: 'none',
    });
    expect(housingSchema.parse(read(await call('housing', who)))).toMatchObject({ hasFund: true });
  });

  test('medical assistance of the year is what the medical ledger has; before somebody is in it, nobody knows', async () => {
    const { identityNumber, name } = loadCareers().get('harbin-resident') ?? expect.fail();
    const aided = async () => assistanceSchema.parse(read(await call('assistance', { identityNumber, name }))).medical;
    expect(await aided()).toMatchObject({ status: '低保', share: '0.7', paid: null });
    await bench.admin('POST', '/admin/careers', { month: '2026-03' });
    expect(await aided()).toMatchObject({ paid: '0.00' });
    const { scheme } = coverageSchema.parse(read(await call('coverage', { identityNumber, name })));
    expect(scheme).toMatchObject({ city: '哈尔滨市', name: '城乡居民基本医疗保险' });
    expect(scheme?.levels).toHaveLength(8);
  });

  test('another name, another card, junk', async () => {
    for (const path of [
      'pension',
      'contributions',
      'entitlements',
      'injury',
      'maternity',
      'assistance',
      'housing',
      'resident-pension',
      'coverage',
    ]) {
      expect((await call(path, { ...who, name: '测试别人' })).status).toBe(404);
      expect((await call(path, { ...who, cardNumber: 'X1' })).status).toBe(404);
      expect((await call(path, { ...who, pin: '1' })).status).toBe(422);
    }
  });

  test('the admin API puts them into the ledger', async () => {
    const seeded = await bench.admin('POST', '/admin/careers', { month: '2026-03' });
    expect(seeded).toMatchObject({ people: expect.arrayContaining([expect.objectContaining({ division: '992300' })]) });
    expect((await post(who)).status).toBe(200);
  });
});

describe('the benefits API', () => {
  test('a person who is insured, and nothing settled yet', async () => {
    const answer = await post(ask);
    expect(answer.status).toBe(200);
    const summary = medicalSummarySchema.parse(read(answer));
    expect(summary).toMatchObject({
      schemes: [{ scheme: '310', category: '11' }],
      account: { balance: '300.00' },
      year: {
        scheme: '310',
        deductible: { amount: '300.00', used: '0.00' },
        poolCeiling: { amount: '6000.00', used: '0.00' },
        layers: [],
        visits: 0,
        totalFees: '0.00',
      },
    });
    expect(answer.headers['server-timing']).toMatch(/^benefits;dur=/);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('another token, and the token of another server', async () => {
    for (const headers of [{}, { authorization: 'Bearer nonsense' }, { authorization: `Bearer ${SECRETS.his}` }]) {
      const answer = await post(ask, { ...headers, 'content-type': 'application/json' });
      expect([answer.status, read(answer)]).toMatchObject([401, { code: 'UNAUTHORISED', defined: true }]);
    }
  });

  test('an unknown number, another name, another card: the same answer', async () => {
    const others = [{ identityNumber: '990101198503171999' }, { name: '测试丙' }, { cardNumber: 'T00000009' }];
    const answers = await Promise.all(others.map((other) => post({ ...ask, ...other })));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(answers.map(({ body }) => body.toString())).size).toBe(1);
    expect(read(answers[0] as Answered)).toMatchObject({ defined: true, code: 'NO_SUCH_PERSON' });
  });

  test('junk is 422 with the paths of what does not fit, and never its values', async () => {
    const junk = ['', '{', 'null', '[]', '7', '{"name":7}', { ...ask, name: '' }, { ...ask, pin: '123456' }];
    for (const body of junk) {
      const answer = await post(body);
      expect([body, answer.status, read(answer)]).toMatchObject([body, 422, { defined: true, code: 'INVALID' }]);
      expect(answer.body.toString()).not.toContain('123456');
    }
    expect(read(await post({ ...ask, name: '' }))).toMatchObject({ data: { paths: ['name'] } });
  });

  test('a person asked for too often is refused for a while, another one is not', async () => {
    const number = '990101199001011234';
    const statuses: number[] = [];
    let last: Answered | null = null;
    for (let i = 0; i < 61; i++) {
      last = await post({ ...ask, identityNumber: number });
      statuses.push(last.status);
    }
    expect(statuses.slice(0, 60).every((status) => status === 404)).toBe(true);
    expect(statuses[60]).toBe(429);
    const { data } = z
      .object({ data: z.object({ retryAfterS: z.int().min(1).max(60) }) })
      .parse(read(last as Answered));
    expect(last?.headers['retry-after']).toBe(String(data.retryAfterS));
    expect((await post(ask)).status).toBe(200);
  });

  test('other paths and methods; faults of its own', async () => {
    const call = (method: string, path: string) =>
      bench.call(bench.central.benefits + path, { method, headers: bearer });
    expect((await call('GET', '/benefits/v1/medical-summary')).status).toBe(405);
    expect((await call('POST', '/benefits/v1/openapi.json')).status).toBe(405);
    expect((await call('POST', '/benefits/v1/else')).status).toBe(404);
    await bench.arm({ target: 'benefits', kind: 'http429', retryAfterS: 7 });
    const refused = await post(ask);
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '7']);
    expect((await post(ask)).status).toBe(200);
  });

  test('the document is the committed one; the page shows it and loads nothing', async () => {
    const get = (path: string) => bench.call(`${bench.central.benefits}/benefits/v1/${path}`, { method: 'GET' });
    const document = await get('openapi.json');
    expect(read(document)).toEqual(JSON.parse(readFileSync('docs/benefits-openapi.json', 'utf8')));
    const page = await get('');
    const html = page.body.toString();
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(html).toContain('POST /benefits/v1/medical-summary');
    for (const status of ['401', '404', '422', '429', '503']) expect(html).toContain(`<th>${status}</th>`);
    expect(html).not.toMatch(/<script|src=|https?:\/\//);
  });
});
