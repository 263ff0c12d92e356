import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { manualClock } from '../../common/rpc/testing/manual-clock.ts';
import { systemRandom } from '../../wire/system.ts';
import { LINK_LIFE_MS } from './gate.ts';
import { type DockServer, startDockServer } from './server.ts';
import { fakeDock } from './testing/fake-dock.ts';

let dir: string;
let server: DockServer;
let dock: ReturnType<typeof fakeDock>;
let clock: ReturnType<typeof manualClock>;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'minka-dock-'));
  mkdirSync(join(dir, 'dist', 'assets'), { recursive: true });
  writeFileSync(join(dir, 'dist', 'index.html'), '<!doctype html>page');
  writeFileSync(join(dir, 'dist', 'assets', 'a-1.js'), 'js');
  writeFileSync(join(dir, 'secret.js'), 'secret');
  dock = fakeDock();
  clock = manualClock();
  const socket = join(dir, 'dock.sock');
  server = await startDockServer({ dock, dist: join(dir, 'dist'), socket, clock, random: systemRandom });
});
afterEach(async () => {
  await server.close();
  rmSync(dir, { recursive: true });
});

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
/** A request with exactly these headers; `fetch` would mend Host and Origin. */
function ask(url: string, options: { method?: string; headers?: Record<string, string>; body?: string } = {}) {
  const { hostname, port } = new URL(url);
  const path = url.slice(new URL(url).origin.length);
  return new Promise<Reply>((resolve, reject) => {
    const call = request({ hostname, port, path, method: options.method ?? 'GET', headers: options.headers }, (got) => {
      let body = '';
      got.on('data', (piece: Buffer) => {
        body += piece.toString();
      });
      got.on('end', () => resolve({ status: got.statusCode ?? 0, headers: got.headers, body }));
    });
    call.on('error', reject);
    call.end(options.body);
  });
}

async function enter(): Promise<{ origin: string; cookie: string }> {
  const link = server.link();
  const reply = await ask(link);
  expect(reply.status).toBe(303);
  return { origin: new URL(link).origin, cookie: (reply.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '' };
}

describe('who may come in', () => {
  test('a link works once; what it buys is a cookie that scripts cannot read', async () => {
    const link = server.link();
    const first = await ask(link);
    expect(first.headers['set-cookie']?.[0]).toMatch(/^minka_dock_\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(first.headers.location).toBe('/');
    expect((await ask(link)).status).toBe(403);
  });
  test('a link that is too old opens nothing, and says how to get another', async () => {
    const link = server.link();
    clock.advance(LINK_LIFE_MS + 1);
    const late = await ask(link);
    expect([late.status, late.headers['set-cookie']]).toEqual([403, undefined]);
    expect(late.body).toContain('npx minka sim dock');
  });
  test('links and browsers are not kept without end: beyond sixty-four the oldest goes', async () => {
    const links = Array.from({ length: 65 }, () => server.link());
    expect((await ask(String(links[0]))).status).toBe(403);
    const { origin, cookie } = await enter();
    for (let i = 0; i < 63; i++) await enter();
    expect((await ask(`${origin}/state`, { headers: { cookie } })).status).toBe(200);
    await enter();
    expect((await ask(`${origin}/state`, { headers: { cookie } })).status).toBe(403);
  });
  test('who is in may use an old link again: it leads to the page', async () => {
    const link = server.link();
    const cookie = (await ask(link)).headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    expect((await ask(link, { headers: { cookie } })).status).toBe(303);
  });
  test('without a cookie nothing is shown and nothing done; the page says where to get in', async () => {
    const { origin } = await enter();
    for (const path of ['/state', '/events', '/paper.png', '/assets/a-1.js'])
      expect((await ask(origin + path)).status).toBe(403);
    expect((await ask(`${origin}/`)).body).toContain('npx minka sim dock');
    const headers = { origin, 'content-type': 'application/json' };
    const done = await ask(`${origin}/do`, { method: 'POST', headers, body: '{"do":"paper.tear"}' });
    expect([done.status, dock.commands]).toEqual([403, []]);
  });
  test.each([
    ['another host', { host: 'minka.example' }, 421],
    ['a rebound name with our port', { host: 'localhost:1' }, 421],
    ['another origin', { origin: 'http://evil.example' }, 403],
    ['an opaque origin', { origin: 'null' }, 403],
    ['a planted second cookie', { cookie: 'x' }, 403],
    ['a form’s content type', { 'content-type': 'text/plain' }, 403],
  ])('%s is refused, with the cookie too', async (_, change, status) => {
    const { origin, cookie } = await enter();
    const name = cookie.split('=')[0];
    const headers = { origin, cookie, 'content-type': 'application/json', ...change };
    if ('cookie' in change) headers.cookie = `${cookie}; ${name}=planted`;
    const reply = await ask(`${origin}/do`, { method: 'POST', headers, body: '{"do":"paper.tear"}' });
    expect([reply.status, dock.commands]).toEqual([status, []]);
  });
  test('no origin at all may look, but not act', async () => {
    const { origin, cookie } = await enter();
    expect((await ask(`${origin}/state`, { headers: { cookie } })).status).toBe(200);
    const headers = { cookie, 'content-type': 'application/json' };
    expect((await ask(`${origin}/do`, { method: 'POST', headers, body: '{"do":"paper.tear"}' })).status).toBe(403);
  });
});

describe('what is served', () => {
  test('the page and its assets, under a policy that runs nothing else; nothing beside them', async () => {
    const { origin, cookie } = await enter();
    const get = (path: string) => ask(origin + path, { headers: { cookie } });
    const page = await get('/');
    expect([page.status, page.body]).toEqual([200, '<!doctype html>page']);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
    expect(page.headers['cache-control']).toBe('no-store');
    expect((await get('/assets/a-1.js')).body).toBe('js');
    for (const path of ['/../secret.js', '/assets/../../secret.js', '/assets/%2e%2e/secret.js', '/torn/1.png', '/x'])
      expect((await get(path)).status, path).toBe(404);
    expect((await get('/paper.png')).headers['content-type']).toBe('image/png');
  });
  test('a command is done, or its refusal is told with a code', async () => {
    const { origin, cookie } = await enter();
    const act = async (body: string) => {
      const headers = { origin, cookie, 'content-type': 'application/json' };
      const reply = await ask(`${origin}/do`, { method: 'POST', headers, body });
      return [reply.status, JSON.parse(reply.body)] as const;
    };
    expect(await act('{"do":"net","state":"down"}')).toEqual([200, { ok: true }]);
    expect(dock.commands).toEqual([{ do: 'net', state: 'down', ms: 2000 }]);
    const nobody = await act('{"do":"card.insert","person":"nobody"}');
    expect(nobody).toEqual([409, { ok: false, error: { code: 'DOCK_NO_SUCH_PERSON', detail: 'nobody' } }]);
  });
  test.each(['', '{', 'null', '[]', '{"do":"dance"}', '{"do":"paper.tear","x":1}', `"${'x'.repeat(20_000)}"`])(
    'junk is answered and does nothing: %.30s',
    async (body) => {
      const { origin, cookie } = await enter();
      const headers = { origin, cookie, 'content-type': 'application/json' };
      const reply = await ask(`${origin}/do`, { method: 'POST', headers, body });
      expect(JSON.parse(reply.body)).toMatchObject({ ok: false, error: { code: 'DOCK_BAD_COMMAND' } });
      expect(dock.commands).toEqual([]);
      expect((await ask(`${origin}/state`, { headers: { cookie } })).status).toBe(200);
    },
  );
  test('the socket of the command line is this user’s alone', () => {
    expect(statSync(join(dir, 'dock.sock')).mode & 0o077).toBe(0);
  });
});
