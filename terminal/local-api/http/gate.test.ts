import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { endAll } from '../../settlement/testing/start.ts';
import { type HttpBench, httpBench, TOKEN } from './testing/http-bench.ts';

let bench: HttpBench;
const open = async (options?: Parameters<typeof httpBench>[0]): Promise<HttpBench> => {
  bench = await httpBench(options);
  return bench;
};
afterEach(async () => {
  await bench.end();
  endAll();
});

describe('the gate', () => {
  it.each([
    ['no token', { token: null }, 401, 'UNAUTHORISED'],
    ['a wrong token', { token: 'x'.repeat(32) }, 401, 'UNAUTHORISED'],
    ['a token in another scheme', { token: null, headers: { authorization: `Basic ${TOKEN}` } }, 401, 'UNAUTHORISED'],
    ['another Host', { headers: { host: 'his.hospital.example' } }, 421, 'HOST'],
    ['another port in Host', { headers: { host: '127.0.0.1:1' } }, 421, 'HOST'],
    ['a page of nowhere', { headers: { origin: 'https://evil.example' } }, 403, 'ORIGIN'],
    ['the null origin', { headers: { origin: 'null' } }, 403, 'ORIGIN'],
  ] as const)('%s', async (_what, asking, status, code) => {
    const { ask } = await open();
    expect(await ask('GET', '/terminal', asking)).toMatchObject({ status, body: { code, defined: true, status } });
  });

  it('an expired token, and one that was taken out of the file', async () => {
    const { ask, file, post } = await open({ expiresOn: '2026-03-01' });
    expect(await ask('GET', '/terminal')).toMatchObject({ status: 401 });
    writeFileSync(file, JSON.stringify({ clients: [] }), { mode: 0o600 });
    expect(await post('/persons', {})).toMatchObject({ status: 401 });
  });

  it('lets nobody in by a file that others may read', async () => {
    const { ask, file, reports } = await open();
    expect((await ask('GET', '/terminal')).status).toBe(200);
    writeFileSync(file, `${readFileSync(file, 'utf8')} `);
    chmodSync(file, 0o644);
    expect((await ask('GET', '/terminal')).status).toBe(401);
    expect(reports.join()).toMatch(/0600/);
  });

  it('a listed page may ask, and reads what a browser must know', async () => {
    const { ask } = await open();
    const headers = { origin: 'https://his.hospital.example' };
    const answer = await ask('GET', '/terminal', { headers });
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([200, headers.origin]);
    const before = await ask('OPTIONS', '/bills/settle', { headers, token: null });
    expect([before.status, before.headers['access-control-allow-headers']]).toEqual([
      204,
      'Authorization, Content-Type, Idempotency-Key',
    ]);
  });

  it('each scope by itself', async () => {
    const { ask, post } = await open({ scopes: ['state'] });
    expect((await ask('GET', '/terminal')).status).toBe(200);
    for (const path of ['/persons', '/card/read', '/bills/settle', '/bills/refund', '/receipts/print']) {
      expect(await post(path, {}), path).toMatchObject({ status: 403, body: { code: 'SCOPE' } });
    }
    expect(await ask('GET', '/notices')).toMatchObject({ status: 403, body: { code: 'SCOPE' } });
  });

  it.each([
    ['GET', '/nowhere', {}, 404, 'NOT_FOUND'],
    ['GET', '/bills/%E0%A4%A', {}, 404, 'NOT_FOUND'],
    ['PUT', '/terminal', {}, 405, 'METHOD'],
    ['POST', '/persons', { raw: '{' }, 400, 'BAD_JSON'],
    ['POST', '/persons', { raw: 'a=1', headers: { 'content-type': 'text/plain' } }, 415, 'NOT_JSON'],
    ['POST', '/persons', { raw: '[]' }, 422, 'INVALID'],
    ['POST', '/persons', { body: { pin: '123456' } }, 422, 'INVALID'],
    ['POST', '/bills/settle', { body: { quote: '0'.repeat(24) } }, 400, 'KEY_MISSING'],
    ['POST', '/bills/settle', { body: { quote: '0'.repeat(24) }, key: 'short' }, 400, 'KEY_MISSING'],
    ['GET', '/bills/OP1', {}, 404, 'NOT_FOUND'],
  ] as const)('%s %s %o', async (method, path, asking, status, code) => {
    const { ask } = await open();
    expect(await ask(method, path, asking)).toMatchObject({ status, body: { code } });
  });

  it('a body beyond the limit', async () => {
    const { send } = await open();
    const headers = { 'content-length': `${5 * 1024 * 1024}` };
    const answer = await send('POST', '/minka/v1/persons', { headers, raw: '{}' }).catch(() => null);
    expect(answer?.body.code ?? 'TOO_LARGE').toBe('TOO_LARGE');
  });

  it('the document and its page need no token', async () => {
    const { ask } = await open();
    const document = await ask('GET', '/openapi.json', { token: null });
    expect(document.body).toMatchObject({ openapi: '3.1.1' });
    const page = await ask('GET', '/', { token: null });
    expect(page.text).toContain('/minka/v1/bills/settle');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  });
});
